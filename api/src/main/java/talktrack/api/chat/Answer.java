package talktrack.api.chat;

import java.util.List;
import java.util.Optional;
import talktrack.models.labels.Label;

/**
 * What the documents say to a question.
 *
 * @param answered false when no passage fits: then {@code answer} says so and nothing is cited
 * @param citations what the answer rests on, best first
 * @param source whose words the answer has
 * @param model the language model's name where it worded the answer
 */
public record Answer(
        String question,
        boolean answered,
        String answer,
        List<Citation> citations,
        Source source,
        Optional<String> model) {

    /**
     * A passage that the answer rests on.
     *
     * @param document its name
     * @param heading the headings above the passage, outermost first
     * @param passage its text
     * @param score how well it fits, 0…1
     */
    public record Citation(String document, String heading, String passage, double score) {}

    /** Whose words an answer has. */
    public enum Source implements Label {
        /** Sentences of the documents as they stand. */
        PASSAGES,
        /** Worded by a language model from the cited passages. */
        LANGUAGE_MODEL
    }

    public Answer {
        citations = List.copyOf(citations);
    }
}
