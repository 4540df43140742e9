package talktrack.analysis.train;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import talktrack.analysis.score.Calibration;

/** Fits the calibration to predictions on unseen industries. */
final class Fit {

    private Fit() {}

    /** The temperature under which the truth was likeliest. */
    static double temperature(List<CrossValidation.Prediction> predictions) {
        double best = 1;
        double least = Double.MAX_VALUE;
        for (double temperature = 0.4; temperature < 4; temperature *= 1.05) {
            double loss = loss(predictions, temperature);
            if (loss < least) {
                least = loss;
                best = temperature;
            }
        }
        return best;
    }

    private static double loss(List<CrossValidation.Prediction> predictions, double temperature) {
        Calibration calibration = new Calibration(temperature, 0.5);
        double loss = 0;
        for (CrossValidation.Prediction one : predictions) {
            for (Map<String, Double> form : List.of(one.written(), one.spoken())) {
                double[] calibrated =
                        calibration.calibrated(
                                form.values().stream().mapToDouble(p -> p).toArray());
                int at = List.copyOf(form.keySet()).indexOf(one.truth());
                loss -= Math.log(at < 0 ? 1e-6 : Math.max(calibrated[at], 1e-6));
            }
        }
        return loss;
    }

    /** From which raw score a yes-or-no classifier has the best F1 over both forms. */
    static double threshold(List<CrossValidation.Prediction> predictions) {
        return java.util.stream.IntStream.rangeClosed(3, 14)
                .mapToObj(step -> step * 0.05)
                .max(Comparator.comparingDouble(threshold -> f1(predictions, threshold)))
                .orElseThrow();
    }

    private static double f1(List<CrossValidation.Prediction> predictions, double threshold) {
        Scores scores = new Scores();
        for (CrossValidation.Prediction one : predictions) {
            boolean truth = one.truth().equals(Training.YES);
            scores.add(Training.YES, truth, one.written().get(Training.YES) >= threshold);
            scores.add(Training.YES, truth, one.spoken().get(Training.YES) >= threshold);
        }
        return scores.macroF1();
    }
}
