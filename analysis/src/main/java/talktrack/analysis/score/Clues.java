package talktrack.analysis.score;

import java.util.List;
import talktrack.models.labels.Language;

/** What the classifiers see of an utterance. */
final class Clues {

    private final List<String> features;
    private final SentenceVectors.InContext vectors;

    private Clues(List<String> features, SentenceVectors.InContext vectors) {
        this.features = features;
        this.vectors = vectors;
    }

    /**
     * @param previous what the other side said before, or empty
     */
    static Clues of(Language language, String text, String previous) {
        return new Clues(Features.of(language, text, previous), SentenceVectors.of(language, text, previous));
    }

    double[] read(Experts experts) {
        return experts.probabilities(features, vectors);
    }
}
