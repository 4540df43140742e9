package talktrack.analysis.call;

import java.util.List;
import talktrack.models.labels.Language;
import talktrack.models.text.Embedder;
import talktrack.models.text.TextNormaliser;

/** What a text is about, comparable with other texts of its language. */
final class Meaning {

    /** An utterance is shorter; of a longer text the beginning has to do. */
    private static final int MOST_CHARACTERS = 1000;

    private final float[] vector;

    private Meaning(float[] vector) {
        this.vector = vector;
    }

    /** The meanings of texts that have words. */
    static List<Meaning> ofAll(Language language, List<String> texts) {
        return Embedder.of(language)
                .embedAll(
                        texts.stream()
                                .map(text -> TextNormaliser.normalise(language, text))
                                .map(Meaning::beginning)
                                .toList())
                .stream()
                .map(Meaning::new)
                .toList();
    }

    private static String beginning(String words) {
        return words.substring(0, Math.min(MOST_CHARACTERS, words.length()));
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
