package talktrack.analysis.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import talktrack.analysis.score.Calibration;
import talktrack.models.labels.Language;

/**
 * How good classifiers are on industries that they have not seen.
 *
 * @param examples how many lines the corpus has
 * @param written scores on text as it stands in the corpus
 * @param spoken scores on the same text as a recogniser writes it
 * @param reliability of the calibrated probabilities in both forms; handling gives none
 */
record Evaluation(int examples, Scores written, Scores spoken, Reliability reliability) {

    private static final int FOLDS = 5;

    /** Trains five times on four fifths of the industries and predicts the other fifth. */
    static Evaluation of(Language language, String task) {
        List<Example> examples = Example.of(language, task);
        Evaluation evaluation =
                new Evaluation(examples.size(), new Scores(), new Scores(), new Reliability());
        if (task.equals("handling")) {
            for (String label : Training.handlingLabels()) {
                evaluation.addYesOrNo(
                        label, predict(examples, example -> Training.yesOrNo(example, label)));
            }
        } else {
            evaluation.add(predict(examples, Training::only));
        }
        return evaluation;
    }

    private static List<CrossValidation.Prediction> predict(
            List<Example> examples, Function<Example, String> label) {
        return CrossValidation.predict(examples, label, FOLDS);
    }

    private void add(List<CrossValidation.Prediction> predictions) {
        Calibration calibration = new Calibration(Fit.temperature(predictions), 0);
        for (CrossValidation.Prediction one : predictions) {
            add(written, one, calibration.calibrated(one.written()));
            add(spoken, one, calibration.calibrated(one.spoken()));
        }
    }

    private void add(Scores scores, CrossValidation.Prediction one, double[] probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        String answer = one.labels().get(best);
        scores.add(one.truth(), answer);
        reliability.add(probabilities[best], one.truth().equals(answer));
    }

    private void addYesOrNo(String label, List<CrossValidation.Prediction> predictions) {
        double threshold = Fit.threshold(predictions);
        for (CrossValidation.Prediction one : predictions) {
            boolean truth = one.truth().equals(Training.YES);
            written.add(label, truth, one.written(Training.YES) >= threshold);
            spoken.add(label, truth, one.spoken(Training.YES) >= threshold);
        }
    }

    /** Whether of utterances scored 0.8, four in five are right. */
    static final class Reliability {

        /** Of all answers whose score lay in one range. */
        record Range(double from, double to, int answers, double meanScore, double rightRatio) {}

        private static final List<Double> EDGES = List.of(0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0);

        private record Answer(double score, boolean right) {}

        private final List<Answer> answers = new ArrayList<>();

        void add(double score, boolean right) {
            answers.add(new Answer(score, right));
        }

        /** Ranges that have answers, lowest first. */
        List<Range> ranges() {
            List<Range> ranges = new ArrayList<>();
            for (int i = 0; i + 1 < EDGES.size(); i++) {
                double from = EDGES.get(i);
                double to = EDGES.get(i + 1);
                List<Answer> in =
                        answers.stream()
                                .filter(a -> a.score() >= from && (a.score() < to || to == 1))
                                .toList();
                if (!in.isEmpty()) {
                    ranges.add(
                            new Range(
                                    from,
                                    to,
                                    in.size(),
                                    in.stream().mapToDouble(Answer::score).average().orElseThrow(),
                                    in.stream()
                                            .mapToInt(a -> a.right() ? 1 : 0)
                                            .average()
                                            .orElseThrow()));
                }
            }
            return ranges;
        }
    }
}
