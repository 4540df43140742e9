package talktrack.analysis.score;

import java.util.List;

/**
 * Multinomial logistic regression on sentence vectors.
 *
 * @param labels what it tells apart
 * @param weights for each label one a dimension, and the bias last
 */
public record VectorModel(List<String> labels, List<float[]> weights) {

    public VectorModel {
        labels = List.copyOf(labels);
        weights = List.copyOf(weights);
        if (labels.size() != weights.size()) {
            throw new IllegalArgumentException(
                    "%d labels but weights for %d".formatted(labels.size(), weights.size()));
        }
    }

    /** Probability of every label, in the order of {@link #labels()}. */
    public double[] probabilities(float[] vector) {
        double[] logits = new double[weights.size()];
        for (int label = 0; label < logits.length; label++) {
            float[] of = weights.get(label);
            double logit = of[vector.length];
            for (int i = 0; i < vector.length; i++) {
                logit += of[i] * vector[i];
            }
            logits[label] = logit;
        }
        return softmax(logits);
    }

    /** The numbers' exponentials, scaled to a sum of 1; done in place. */
    public static double[] softmax(double[] logits) {
        double most = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            most = Math.max(most, logit);
        }
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            logits[i] = Math.exp(logits[i] - most);
            sum += logits[i];
        }
        for (int i = 0; i < logits.length; i++) {
            logits[i] /= sum;
        }
        return logits;
    }
}
