package talktrack.analysis.call;

import java.util.List;
import talktrack.analysis.score.SentenceVectors;
import talktrack.models.labels.Language;

/** What a text is about, comparable with other texts of its language. */
final class Meaning {

    private final float[] vector;

    private Meaning(float[] vector) {
        this.vector = vector;
    }

    /** The meanings of texts that have words. */
    static List<Meaning> ofAll(Language language, List<String> texts) {
        return SentenceVectors.ofAll(language, texts).stream().map(Meaning::new).toList();
    }

    /** Cosine of the two sentence vectors, −1…1; their length is 1. */
    double likeness(Meaning other) {
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            sum += vector[i] * other.vector[i];
        }
        return sum;
    }
}
