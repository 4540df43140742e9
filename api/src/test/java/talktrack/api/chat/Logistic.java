package talktrack.api.chat;

import java.util.List;

/** Logistic regression by gradient ascent over standardised features, weights kept small. */
final class Logistic {

    private static final int ROUNDS = 2_000;
    private static final double STEP = 0.5;

    /** Chosen on companies left out from 3, 20 and 100. */
    private static final double PENALTY = 20;

    private Logistic() {}

    /**
     * @param features of which the first is always 1
     * @param weight how much it counts
     */
    record Example(double[] features, boolean yes, double weight) {}

    static double[] fit(List<Example> examples) {
        int size = examples.getFirst().features().length;
        double[] mean = new double[size];
        double[] deviation = new double[size];
        for (int i = 1; i < size; i++) {
            int feature = i;
            mean[i] = examples.stream().mapToDouble(e -> e.features()[feature]).average().orElse(0);
            deviation[i] =
                    Math.sqrt(
                            examples.stream()
                                    .mapToDouble(e -> e.features()[feature] - mean[feature])
                                    .map(x -> x * x)
                                    .average()
                                    .orElse(1));
        }
        List<Example> standard =
                examples.stream()
                        .map(e -> new Example(standard(e, mean, deviation), e.yes(), e.weight()))
                        .toList();
        double[] weights = ascend(standard, size);
        double[] plain = new double[size];
        plain[0] = weights[0];
        for (int i = 1; i < size; i++) {
            plain[i] = deviation[i] == 0 ? 0 : weights[i] / deviation[i];
            plain[0] -= plain[i] * mean[i];
        }
        return plain;
    }

    private static double[] standard(Example example, double[] mean, double[] deviation) {
        double[] x = example.features().clone();
        for (int i = 1; i < x.length; i++) {
            x[i] = deviation[i] == 0 ? 0 : (x[i] - mean[i]) / deviation[i];
        }
        return x;
    }

    private static double[] ascend(List<Example> examples, int size) {
        double[] weights = new double[size];
        for (int round = 0; round < ROUNDS; round++) {
            double[] gradient = new double[size];
            for (Example example : examples) {
                double error =
                        ((example.yes() ? 1 : 0) - probability(weights, example.features()))
                                * example.weight();
                for (int i = 0; i < size; i++) {
                    gradient[i] += error * example.features()[i];
                }
            }
            for (int i = 0; i < size; i++) {
                double penalty = i == 0 ? 0 : PENALTY * weights[i];
                weights[i] += STEP * (gradient[i] - penalty) / examples.size();
            }
        }
        return weights;
    }

    static double probability(double[] weights, double[] features) {
        return 1 / (1 + Math.exp(-dot(weights, features)));
    }

    static double dot(double[] weights, double[] features) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * features[i];
        }
        return sum;
    }
}
