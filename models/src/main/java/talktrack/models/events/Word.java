package talktrack.models.events;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A recognised word.
 *
 * @param word as recognised, or the name of the company's glossary that was put in its place; a
 *     name may be several words, and a mark such as {@code [phone]} stands for many
 * @param startSeconds from the start of the recording
 * @param confidence of the recogniser, 0…1
 * @param heardAs what was recognised, where a name of the glossary was put; else empty
 */
public record Word(
        String word,
        double startSeconds,
        double endSeconds,
        double confidence,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String heardAs) {

    public Word {
        heardAs = heardAs == null ? "" : heardAs;
    }

    /** A word as it was recognised. */
    public Word(String word, double startSeconds, double endSeconds, double confidence) {
        this(word, startSeconds, endSeconds, confidence, "");
    }
}
