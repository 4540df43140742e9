package talktrack.analysis.train;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import talktrack.analysis.score.Calibration;
import talktrack.analysis.train.UnseenIndustries.Reading;

/** Fits the calibration to predictions on unseen industries. */
final class Fit {

    private static final double LEAST_PROBABILITY = 1e-6;

    /** A difference in the F measure that a few hundred lines cannot tell from none. */
    private static final double ABOUT_AS_GOOD = 0.02;

    private Fit() {}

    /** From when on a yes-or-no classifier says yes. */
    enum Threshold {
        /** It has more answers than yes and no. */
        NONE(0),

        /** A false yes is as bad as a false no. */
        EVEN(1),

        /** A false yes, such as a fault of a rep who committed none, is worse. */
        CAREFUL(0.5);

        /** Weight of recall against precision, as in the F measure. */
        private final double beta;

        Threshold(double beta) {
            this.beta = beta;
        }
    }

    /** The calibration of both experts together, and of the words' alone. */
    static Calibration.Both calibration(
            List<UnseenIndustries.Prediction> predictions, Threshold threshold) {
        return new Calibration.Both(
                calibration(predictions, Reading.TOGETHER, threshold),
                calibration(predictions, Reading.BY_WORDS, threshold));
    }

    static Calibration calibration(
            List<UnseenIndustries.Prediction> predictions,
            List<Reading> readings,
            Threshold threshold) {
        return new Calibration(
                temperature(predictions, readings),
                threshold == Threshold.NONE ? 0 : threshold(predictions, readings, threshold));
    }

    /** The temperature under which the truth was likeliest. */
    static double temperature(
            List<UnseenIndustries.Prediction> predictions, List<Reading> readings) {
        double best = 1;
        double least = Double.MAX_VALUE;
        for (double temperature = 0.3; temperature < 4; temperature *= 1.05) {
            double loss = loss(predictions, readings, temperature);
            if (loss < least) {
                least = loss;
                best = temperature;
            }
        }
        return best;
    }

    private static double loss(
            List<UnseenIndustries.Prediction> predictions,
            List<Reading> readings,
            double temperature) {
        Calibration calibration = new Calibration(temperature, 0);
        double loss = 0;
        for (UnseenIndustries.Prediction one : predictions) {
            int truth = one.labels().indexOf(one.truth());
            for (Reading reading : readings) {
                // A label that no seen industry had cannot be predicted.
                double probability = truth < 0 ? 0 : calibration.calibrated(reading.of(one))[truth];
                loss -= Math.log(Math.max(probability, LEAST_PROBABILITY));
            }
        }
        return loss;
    }

    /**
     * From which probability on the answers in both forms are best: of all that are about as good
     * as the best the one nearest to one half, for with few lines the very best is luck.
     */
    static double threshold(
            List<UnseenIndustries.Prediction> predictions,
            List<Reading> readings,
            Threshold threshold) {
        Map<Double, Double> measures =
                IntStream.rangeClosed(2, 45)
                        .mapToObj(step -> step * 0.02)
                        .collect(
                                Collectors.toMap(
                                        from -> from,
                                        from ->
                                                measure(
                                                        predictions,
                                                        readings,
                                                        from,
                                                        threshold.beta)));
        double best = Collections.max(measures.values());
        return measures.entrySet().stream()
                .filter(one -> one.getValue() >= best - ABOUT_AS_GOOD)
                .map(Map.Entry::getKey)
                .min(Comparator.comparingDouble(from -> Math.abs(from - 0.5)))
                .orElseThrow();
    }

    private static double measure(
            List<UnseenIndustries.Prediction> predictions,
            List<Reading> readings,
            double from,
            double beta) {
        Scores scores = new Scores();
        for (UnseenIndustries.Prediction one : predictions) {
            boolean truth = one.truth().equals(Training.YES);
            for (Reading reading : readings) {
                scores.add(Training.YES, truth, one.of(reading.of(one), Training.YES) >= from);
            }
        }
        double precision = scores.precision(Training.YES);
        double recall = scores.recall(Training.YES);
        double squared = beta * beta;
        return precision + recall == 0
                ? 0
                : (1 + squared) * precision * recall / (squared * precision + recall);
    }
}
