package talktrack.analysis.train;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import talktrack.analysis.score.Calibration;
import talktrack.analysis.train.CrossValidation.Reading;

/** Fits the calibration to predictions on unseen industries. */
final class Fit {

    private static final double LEAST_PROBABILITY = 1e-6;

    private Fit() {}

    /** The calibration of both experts together, and of the words' alone. */
    static Calibration.Both calibration(
            List<CrossValidation.Prediction> predictions, boolean yesOrNo) {
        return new Calibration.Both(
                calibration(predictions, Reading.TOGETHER, yesOrNo),
                calibration(predictions, Reading.BY_WORDS, yesOrNo));
    }

    /** A threshold is fitted for yes-or-no classifiers only. */
    static Calibration calibration(
            List<CrossValidation.Prediction> predictions, List<Reading> readings, boolean yesOrNo) {
        return new Calibration(
                temperature(predictions, readings), yesOrNo ? threshold(predictions, readings) : 0);
    }

    /** The temperature under which the truth was likeliest. */
    static double temperature(
            List<CrossValidation.Prediction> predictions, List<Reading> readings) {
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
            List<CrossValidation.Prediction> predictions,
            List<Reading> readings,
            double temperature) {
        Calibration calibration = new Calibration(temperature, 0);
        double loss = 0;
        for (CrossValidation.Prediction one : predictions) {
            int truth = one.labels().indexOf(one.truth());
            for (Reading reading : readings) {
                // A label that no seen industry had cannot be predicted.
                double probability = truth < 0 ? 0 : calibration.calibrated(reading.of(one))[truth];
                loss -= Math.log(Math.max(probability, LEAST_PROBABILITY));
            }
        }
        return loss;
    }

    /** From which probability on a yes-or-no classifier has the best F1 over both forms. */
    static double threshold(List<CrossValidation.Prediction> predictions, List<Reading> readings) {
        return IntStream.rangeClosed(2, 35)
                .mapToObj(step -> step * 0.02)
                .max(Comparator.comparingDouble(threshold -> f1(predictions, readings, threshold)))
                .orElseThrow();
    }

    private static double f1(
            List<CrossValidation.Prediction> predictions,
            List<Reading> readings,
            double threshold) {
        Scores scores = new Scores();
        for (CrossValidation.Prediction one : predictions) {
            boolean truth = one.truth().equals(Training.YES);
            for (Reading reading : readings) {
                scores.add(Training.YES, truth, one.of(reading.of(one), Training.YES) >= threshold);
            }
        }
        return scores.macroF1();
    }
}
