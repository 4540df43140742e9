package talktrack.analysis.score;

import java.util.ArrayList;
import java.util.List;
import opennlp.tools.ml.model.MaxentModel;

/**
 * Two experts on one question who err differently: one knows cue words and forms (maximum entropy),
 * the other what sentences mean (their vectors). The geometric mean of their probabilities is
 * better than either (docs/model-card.md). Thread-safe.
 *
 * @param meaning with the labels of {@code words} in the same order
 */
public record Experts(MaxentModel words, VectorModel meaning) {

    /** An expert's certainty that a label is wrong never outweighs all that the other says. */
    private static final double LEAST_PROBABILITY = 1e-6;

    public Experts {
        if (!meaning.labels().equals(labels(words))) {
            throw new IllegalArgumentException(
                    "the experts tell different things apart: %s and %s"
                            .formatted(labels(words), meaning.labels()));
        }
    }

    /** The labels of a model, in its own order. */
    public static List<String> labels(MaxentModel model) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < model.getNumOutcomes(); i++) {
            labels.add(model.getOutcome(i));
        }
        return labels;
    }

    /** Probability of every label before calibration, in the order of the experts' labels. */
    public double[] probabilities(List<String> features, SentenceVectors.InContext vectors) {
        return together(byWords(features), meaning.probabilities(vectors));
    }

    /** What the words alone say; a hundred times faster. */
    public double[] byWords(List<String> features) {
        return words.eval(features.toArray(String[]::new));
    }

    /** The scaled geometric mean of what both say. */
    public static double[] together(double[] byWords, double[] byMeaning) {
        double[] mean = new double[byWords.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (log(byWords[i]) + log(byMeaning[i])) / 2;
        }
        return VectorModel.softmax(mean);
    }

    private static double log(double probability) {
        return Math.log(Math.max(probability, LEAST_PROBABILITY));
    }
}
