package talktrack.analysis.score;

import java.util.List;

/**
 * Multinomial logistic regression on the sentence vectors of an utterance and of what it follows.
 *
 * @param labels what it tells apart
 * @param weights of each label
 */
public record VectorModel(List<String> labels, List<Weights> weights) {

    /**
     * What speaks for one label.
     *
     * @param text one a dimension of the utterance's vector
     * @param previous one a dimension of the vector of what it follows
     * @param previousBias counts only where something was said before
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Weights(float[] text, float bias, float[] previous, float previousBias) {

        double logit(SentenceVectors.InContext vectors) {
            return bias
                    + product(text, vectors.text())
                    + vectors.previous()
                            .map(vector -> previousBias + product(previous, vector))
                            .orElse(0.0);
        }

        private static double product(float[] weights, float[] vector) {
            double sum = 0;
            for (int i = 0; i < vector.length; i++) {
                sum += weights[i] * vector[i];
            }
            return sum;
        }
    }

    public VectorModel {
        labels = List.copyOf(labels);
        weights = List.copyOf(weights);
        if (labels.size() != weights.size()) {
            throw new IllegalArgumentException(
                    "%d labels but weights for %d".formatted(labels.size(), weights.size()));
        }
    }

    /** Probability of every label, in the order of {@link #labels()}. */
    public double[] probabilities(SentenceVectors.InContext vectors) {
        return softmax(weights.stream().mapToDouble(of -> of.logit(vectors)).toArray());
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
