package talktrack.ingest.transcribe;

import java.util.List;
import java.util.stream.Collectors;
import talktrack.models.events.Word;

/**
 * What was said on one channel between two pauses.
 *
 * @param words at least one, in order
 */
public record Spoken(int channel, List<Word> words) {

    public Spoken {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("Bug: nothing was said, so it is no utterance");
        }
    }

    public double startSeconds() {
        return words.getFirst().startSeconds();
    }

    public double endSeconds() {
        return Math.max(startSeconds(), words.getLast().endSeconds());
    }

    /** As recognised: words between spaces, in Chinese, too. */
    public String text() {
        return words.stream().map(Word::word).collect(Collectors.joining(" "));
    }
}
