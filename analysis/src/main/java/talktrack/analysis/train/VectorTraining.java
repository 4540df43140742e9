package talktrack.analysis.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import opennlp.tools.ml.maxent.quasinewton.QNMinimizer;
import talktrack.analysis.score.VectorModel;

/**
 * Trains logistic regression on sentence vectors with OpenNLP's quasi-Newton minimiser; the same
 * examples always give the same model.
 */
final class VectorTraining {

    /** Cost of a squared weight, for each example. */
    private static final double L2_COST = 5e-5;

    private static final int ITERATIONS = 60;
    private static final int MEMORY = 15;
    private static final int EVALUATIONS = 1000;

    private VectorTraining() {}

    /**
     * @param labels all labels, in the order that the model is to have
     */
    static VectorModel train(
            List<Example> examples, Function<Example, String> label, List<String> labels) {
        double[] weights =
                new QNMinimizer(0, L2_COST * examples.size(), ITERATIONS, MEMORY, EVALUATIONS)
                        .minimize(
                                new LogLoss(
                                        examples.stream()
                                                .map(Example::vector)
                                                .toArray(float[][]::new),
                                        examples.stream()
                                                .map(label)
                                                .mapToInt(labels::indexOf)
                                                .toArray(),
                                        labels.size()));
        int width = weights.length / labels.size();
        List<float[]> perLabel = new ArrayList<>();
        for (int at = 0; at < weights.length; at += width) {
            float[] one = new float[width];
            for (int i = 0; i < width; i++) {
                one[i] = (float) weights[at + i];
            }
            perLabel.add(one);
        }
        return new VectorModel(labels, perLabel);
    }

    /**
     * How unlikely the truth is under weights: the sum of its negative log probabilities. The
     * weights are each label's in turn, one a dimension and the bias last.
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record LogLoss(float[][] vectors, int[] truths, int labels)
            implements opennlp.tools.ml.maxent.quasinewton.Function {

        @Override
        public int getDimension() {
            return labels * (vectors[0].length + 1);
        }

        @Override
        public double valueAt(double[] weights) {
            double loss = 0;
            for (int example = 0; example < vectors.length; example++) {
                loss -= Math.log(probabilities(weights, vectors[example])[truths[example]]);
            }
            return loss;
        }

        @Override
        public double[] gradientAt(double[] weights) {
            double[] gradient = new double[weights.length];
            for (int example = 0; example < vectors.length; example++) {
                float[] vector = vectors[example];
                double[] error = probabilities(weights, vector);
                error[truths[example]] -= 1;
                for (int label = 0; label < labels; label++) {
                    int at = label * (vector.length + 1);
                    for (int i = 0; i < vector.length; i++) {
                        gradient[at + i] += error[label] * vector[i];
                    }
                    gradient[at + vector.length] += error[label];
                }
            }
            return gradient;
        }

        private double[] probabilities(double[] weights, float[] vector) {
            double[] logits = new double[labels];
            for (int label = 0; label < labels; label++) {
                int at = label * (vector.length + 1);
                double logit = weights[at + vector.length];
                for (int i = 0; i < vector.length; i++) {
                    logit += weights[at + i] * vector[i];
                }
                logits[label] = logit;
            }
            return VectorModel.softmax(logits);
        }
    }
}
