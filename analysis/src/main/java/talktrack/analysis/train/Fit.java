package talktrack.analysis.train;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import talktrack.analysis.score.Calibration;

/** Fits the calibration to predictions on unseen industries. */
final class Fit {

    private static final double LEAST_PROBABILITY = 1e-6;

    private Fit() {}

    /** The temperature under which the truth was likeliest. */
    static double temperature(List<CrossValidation.Prediction> predictions) {
        double best = 1;
        double least = Double.MAX_VALUE;
        for (double temperature = 0.3; temperature < 4; temperature *= 1.05) {
            double loss = loss(predictions, temperature);
            if (loss < least) {
                least = loss;
                best = temperature;
            }
        }
        return best;
    }

    private static double loss(List<CrossValidation.Prediction> predictions, double temperature) {
        Calibration calibration = new Calibration(temperature, 0);
        double loss = 0;
        for (CrossValidation.Prediction one : predictions) {
            int truth = one.labels().indexOf(one.truth());
            for (double[] form : List.of(one.written(), one.spoken())) {
                // A label that no seen industry had cannot be predicted.
                double probability = truth < 0 ? 0 : calibration.calibrated(form)[truth];
                loss -= Math.log(Math.max(probability, LEAST_PROBABILITY));
            }
        }
        return loss;
    }

    /** From which probability on a yes-or-no classifier has the best F1 over both forms. */
    static double threshold(List<CrossValidation.Prediction> predictions) {
        return IntStream.rangeClosed(2, 35)
                .mapToObj(step -> step * 0.02)
                .max(Comparator.comparingDouble(threshold -> f1(predictions, threshold)))
                .orElseThrow();
    }

    private static double f1(List<CrossValidation.Prediction> predictions, double threshold) {
        Scores scores = new Scores();
        for (CrossValidation.Prediction one : predictions) {
            boolean truth = one.truth().equals(Training.YES);
            scores.add(Training.YES, truth, one.written(Training.YES) >= threshold);
            scores.add(Training.YES, truth, one.spoken(Training.YES) >= threshold);
        }
        return scores.macroF1();
    }
}
