package talktrack.ingest.diarize;

import java.util.Arrays;

/**
 * What speech of this call sounds like, whoever speaks: a mixture of Gaussians with diagonal
 * covariances, the background against which voices stand out.
 *
 * @see "Reynolds, Quatieri and Dunn, Speaker Verification Using Adapted Gaussian Mixture Models,
 *     Digital Signal Processing 10, 2000"
 */
final class Background {

    private static final int ROUNDS = 12;
    private static final int MOST_FRAMES = 24_000;
    private static final double LEAST_VARIANCE = 0.05;

    private final int components;
    private final int dimensions;
    private final double[] logWeight;
    private final double[][] mean;
    private final double[][] variance;
    private final double[] constant;

    private Background(int components, int dimensions) {
        this.components = components;
        this.dimensions = dimensions;
        logWeight = new double[components];
        mean = new double[components][dimensions];
        variance = new double[components][dimensions];
        constant = new double[components];
    }

    static Background of(float[][] frames, int components) {
        int step = Math.max(1, frames.length / MOST_FRAMES);
        float[][] some = new float[(frames.length + step - 1) / step][];
        for (int i = 0; i < some.length; i++) {
            some[i] = frames[i * step];
        }
        int dimensions = some[0].length;
        double[] floor = new double[dimensions];
        Background one = new Background(1, dimensions);
        one.fit(some, new double[][] {ones(some.length)}, floor);
        for (int d = 0; d < dimensions; d++) {
            floor[d] = Math.max(1e-3, LEAST_VARIANCE * one.variance[0][d]);
        }
        Background background = one;
        while (background.components < components) {
            background = background.split(Math.min(components, 2 * background.components));
            for (int round = 0; round < ROUNDS / 2; round++) {
                background.fit(some, background.shares(some), floor);
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            background.fit(some, background.shares(some), floor);
        }
        return background;
    }

    int components() {
        return components;
    }

    int dimensions() {
        return dimensions;
    }

    double weight(int component) {
        return Math.exp(logWeight[component]);
    }

    /** How far a frame lies from a component's mean, in its standard deviations. */
    double offset(float[] frame, int component, int dimension) {
        return (frame[dimension] - mean[component][dimension])
                / Math.sqrt(variance[component][dimension]);
    }

    /** Which share of a frame each component accounts for; they sum to 1. */
    void shares(float[] frame, double[] shares) {
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < components; k++) {
            double sum = constant[k];
            double[] m = mean[k];
            double[] v = variance[k];
            for (int d = 0; d < dimensions; d++) {
                double off = frame[d] - m[d];
                sum -= 0.5 * off * off / v[d];
            }
            shares[k] = sum;
            most = Math.max(most, sum);
        }
        double total = 0;
        for (int k = 0; k < components; k++) {
            shares[k] = Math.exp(shares[k] - most);
            total += shares[k];
        }
        for (int k = 0; k < components; k++) {
            shares[k] /= total;
        }
    }

    private double[][] shares(float[][] frames) {
        double[][] byComponent = new double[components][frames.length];
        double[] shares = new double[components];
        for (int i = 0; i < frames.length; i++) {
            shares(frames[i], shares);
            for (int k = 0; k < components; k++) {
                byComponent[k][i] = shares[k];
            }
        }
        return byComponent;
    }

    private void fit(float[][] frames, double[][] shares, double[] floor) {
        for (int k = 0; k < components; k++) {
            double count = Arrays.stream(shares[k]).sum() + 1e-9;
            double[] first = new double[dimensions];
            double[] second = new double[dimensions];
            for (int i = 0; i < frames.length; i++) {
                double share = shares[k][i];
                if (share > 1e-6) {
                    for (int d = 0; d < dimensions; d++) {
                        double value = share * frames[i][d];
                        first[d] += value;
                        second[d] += value * frames[i][d];
                    }
                }
            }
            logWeight[k] = Math.log(count / frames.length);
            constant[k] = logWeight[k];
            for (int d = 0; d < dimensions; d++) {
                mean[k][d] = first[d] / count;
                variance[k][d] =
                        Math.max(floor[d], second[d] / count - mean[k][d] * mean[k][d]) + 1e-6;
                constant[k] -= 0.5 * Math.log(2 * Math.PI * variance[k][d]);
            }
        }
    }

    /** The heaviest components in two, moved apart by a fifth of a standard deviation. */
    private Background split(int wanted) {
        Integer[] heaviest = new Integer[components];
        Arrays.setAll(heaviest, k -> k);
        Arrays.sort(heaviest, (a, b) -> Double.compare(logWeight[b], logWeight[a]));
        Background more = new Background(wanted, dimensions);
        for (int k = 0; k < wanted; k++) {
            int from = heaviest[k % components];
            boolean twice = k >= components || k + components < wanted;
            int side = k >= components ? 1 : -1;
            more.logWeight[k] = logWeight[from] - (twice ? Math.log(2) : 0);
            more.constant[k] = more.logWeight[k];
            for (int d = 0; d < dimensions; d++) {
                double apart = twice ? side * 0.2 * Math.sqrt(variance[from][d]) : 0;
                more.mean[k][d] = mean[from][d] + apart;
                more.variance[k][d] = variance[from][d];
                more.constant[k] -= 0.5 * Math.log(2 * Math.PI * variance[from][d]);
            }
        }
        return more;
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }
}
