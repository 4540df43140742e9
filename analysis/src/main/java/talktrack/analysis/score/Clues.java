package talktrack.analysis.score;

import java.util.List;
import java.util.Optional;
import talktrack.models.labels.Language;

/**
 * What the classifiers see of an utterance.
 *
 * @param vectors absent where only words are to be read
 */
record Clues(List<String> features, Optional<SentenceVectors.InContext> vectors) {

    /**
     * @param previous what the other side said before, or empty
     */
    static Clues of(Language language, String text, String previous) {
        return new Clues(
                Features.of(language, text, previous),
                Optional.of(SentenceVectors.of(language, text, previous)));
    }

    /** The same without meaning, which takes nearly all of the time. */
    static Clues ofWords(Language language, String text, String previous) {
        return new Clues(Features.of(language, text, previous), Optional.empty());
    }
}
