package talktrack.ingest.diarize;

/** One speaker's voice: what is believed about its offsets from the background. */
final class Voice {

    private final double[] mean;
    private final double[] spread;
    private final double divergence;

    Voice(Evidence.Sum sum, Tuning tuning) {
        int pitch = sum.counts.length - 1;
        mean = new double[sum.offsets.length];
        spread = new double[sum.counts.length];
        double[] squares = new double[sum.counts.length];
        double[] dimensions = new double[sum.counts.length];
        double[] precision = new double[sum.counts.length];
        for (int c = 0; c < spread.length; c++) {
            precision[c] = c == pitch ? tuning.pitchPrecision() : tuning.precision();
        }
        for (int i = 0; i < mean.length; i++) {
            int c = sum.componentOf(i);
            mean[i] = sum.offsets[i] / (sum.counts[c] + precision[c]);
            squares[c] += mean[i] * mean[i];
            dimensions[c]++;
        }
        double total = 0;
        for (int c = 0; c < spread.length; c++) {
            double variance = 1 / (sum.counts[c] + precision[c]);
            spread[c] = squares[c] + dimensions[c] * variance;
            total +=
                    0.5
                            * (precision[c] * spread[c]
                                    - dimensions[c] * (1 + Math.log(precision[c] * variance)));
        }
        divergence = total;
    }

    /** How much better than the background this voice explains the evidence, as a logarithm. */
    double fit(float[] counts, float[] offsets) {
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            sum += offsets[i] * mean[i];
        }
        for (int c = 0; c < spread.length; c++) {
            sum -= 0.5 * counts[c] * spread[c];
        }
        return sum;
    }

    /** Kullback-Leibler divergence of what is believed from what was believed before. */
    double divergence() {
        return divergence;
    }

    /** The log evidence of a voice that says all this. */
    static double evidence(Evidence.Sum sum, Tuning tuning) {
        int pitch = sum.counts.length - 1;
        double total = 0;
        for (int i = 0; i < sum.offsets.length; i++) {
            int c = sum.componentOf(i);
            double precision = c == pitch ? tuning.pitchPrecision() : tuning.precision();
            double count = sum.counts[c];
            total +=
                    0.5
                            * (sum.offsets[i] * sum.offsets[i] / (count + precision)
                                    - Math.log1p(count / precision));
        }
        return total;
    }
}
