package talktrack.analysis.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import opennlp.tools.ml.maxent.quasinewton.QNMinimizer;
import talktrack.analysis.score.SentenceVectors;
import talktrack.analysis.score.VectorModel;

/**
 * Trains logistic regression on sentence vectors with OpenNLP's quasi-Newton minimiser; the same
 * examples always give the same model.
 */
final class VectorTraining {

    /** Cost of a squared weight. */
    private static final double L2_COST = 0.05;

    /** What was said before tells less than what is said. */
    private static final double PREVIOUS_SCALE = 0.5;

    private static final int ITERATIONS = 60;
    private static final int MEMORY = 15;
    private static final int EVALUATIONS = 1000;

    private VectorTraining() {}

    /**
     * @param labels all labels, in the order that the model is to have
     */
    static VectorModel train(
            List<Example> examples, Function<Example, String> label, List<String> labels) {
        Scaling text = Scaling.of(examples.stream().map(e -> e.vectors().text()).toList(), 1);
        Scaling previous =
                Scaling.of(
                        examples.stream()
                                .map(e -> e.vectors().previous())
                                .flatMap(Optional::stream)
                                .toList(),
                        PREVIOUS_SCALE);
        LogLoss loss =
                new LogLoss(
                        examples.stream()
                                .map(e -> inputs(e.vectors(), text, previous))
                                .toArray(float[][]::new),
                        examples.stream().map(label).mapToInt(labels::indexOf).toArray(),
                        labels.size());
        double[] weights =
                new QNMinimizer(0, L2_COST, ITERATIONS, MEMORY, EVALUATIONS).minimize(loss);
        List<VectorModel.Weights> perLabel = new ArrayList<>();
        int width = weights.length / labels.size();
        for (int at = 0; at < weights.length; at += width) {
            perLabel.add(unscaled(weights, at, text, previous));
        }
        return new VectorModel(labels, perLabel);
    }

    /** The text's vector, a one, and where something was said before its vector and another one. */
    private static float[] inputs(
            SentenceVectors.InContext vectors, Scaling text, Scaling previous) {
        int width = vectors.text().length;
        float[] inputs = new float[vectors.previous().isPresent() ? 2 * (width + 1) : width + 1];
        text.scale(vectors.text(), inputs, 0);
        inputs[width] = 1;
        vectors.previous()
                .ifPresent(
                        vector -> {
                            previous.scale(vector, inputs, width + 1);
                            inputs[2 * width + 1] = (float) PREVIOUS_SCALE;
                        });
        return inputs;
    }

    /** Weights of the vectors as they come from the embedder. */
    private static VectorModel.Weights unscaled(
            double[] weights, int at, Scaling text, Scaling previous) {
        int width = text.mean().length;
        int second = at + width + 1;
        if (previous.mean().length == 0) { // nothing was ever said before
            return new VectorModel.Weights(
                    text.weights(weights, at),
                    (float) (weights[at + width] - text.shift(weights, at)),
                    new float[width],
                    0);
        }
        return new VectorModel.Weights(
                text.weights(weights, at),
                (float) (weights[at + width] - text.shift(weights, at)),
                previous.weights(weights, second),
                (float)
                        (weights[second + width] * PREVIOUS_SCALE
                                - previous.shift(weights, second)));
    }

    /**
     * Vectors of one embedder lie close together; moved to their mean and scaled to a length of
     * about one, all embedders' can be learnt from at the same cost of weights.
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Scaling(double[] mean, double scale) {

        static Scaling of(List<float[]> vectors, double length) {
            if (vectors.isEmpty()) {
                return new Scaling(new double[0], 0);
            }
            double[] mean = new double[vectors.getFirst().length];
            double squares = 0;
            for (float[] vector : vectors) {
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += vector[i] / (double) vectors.size();
                    squares += vector[i] * (double) vector[i] / vectors.size();
                }
            }
            double ofMean = 0;
            for (double one : mean) {
                ofMean += one * one;
            }
            return new Scaling(mean, length / Math.sqrt(Math.max(squares - ofMean, 1e-9)));
        }

        void scale(float[] vector, float[] into, int at) {
            for (int i = 0; i < vector.length; i++) {
                into[at + i] = (float) ((vector[i] - mean[i]) * scale);
            }
        }

        float[] weights(double[] scaled, int at) {
            float[] weights = new float[mean.length];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (float) (scaled[at + i] * scale);
            }
            return weights;
        }

        /** What the mean adds to the logit. */
        double shift(double[] scaled, int at) {
            double shift = 0;
            for (int i = 0; i < mean.length; i++) {
                shift += scaled[at + i] * scale * mean[i];
            }
            return shift;
        }
    }

    /**
     * How unlikely the truth is under weights: the sum of its negative log probabilities. The
     * weights are each label's in turn, one an input; inputs that an example lacks are 0.
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record LogLoss(float[][] inputs, int[] truths, int labels)
            implements opennlp.tools.ml.maxent.quasinewton.Function {

        private int width() {
            int most = 0;
            for (float[] of : inputs) {
                most = Math.max(most, of.length);
            }
            return most;
        }

        @Override
        public int getDimension() {
            return labels * width();
        }

        @Override
        public double valueAt(double[] weights) {
            double loss = 0;
            for (int example = 0; example < inputs.length; example++) {
                loss -= Math.log(probabilities(weights, inputs[example])[truths[example]]);
            }
            return loss;
        }

        @Override
        public double[] gradientAt(double[] weights) {
            double[] gradient = new double[weights.length];
            int width = weights.length / labels;
            for (int example = 0; example < inputs.length; example++) {
                float[] of = inputs[example];
                double[] error = probabilities(weights, of);
                error[truths[example]] -= 1;
                for (int label = 0; label < labels; label++) {
                    int at = label * width;
                    for (int i = 0; i < of.length; i++) {
                        gradient[at + i] += error[label] * of[i];
                    }
                }
            }
            return gradient;
        }

        private double[] probabilities(double[] weights, float[] of) {
            double[] logits = new double[labels];
            int width = weights.length / labels;
            for (int label = 0; label < labels; label++) {
                int at = label * width;
                double logit = 0;
                for (int i = 0; i < of.length; i++) {
                    logit += weights[at + i] * of[i];
                }
                logits[label] = logit;
            }
            return VectorModel.softmax(logits);
        }
    }
}
