package talktrack.analysis.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import talktrack.analysis.score.Calibration;
import talktrack.analysis.train.UnseenIndustries.Prediction;
import talktrack.analysis.train.UnseenIndustries.Reading;
import talktrack.models.labels.Language;

/**
 * How good classifiers are on lines of industries that they have not seen.
 *
 * @param lines how many those are
 * @param scores on the lines in each form, by both experts and by each alone
 * @param reliability of the calibrated probabilities in both forms; handling gives none
 * @param byIndustry in the spoken form; handling gives none
 * @param mistakes in the spoken form, the surest first; handling gives none
 */
record Evaluation(
        int lines,
        Map<Reading, Scores> scores,
        Reliability reliability,
        Map<String, Scores> byIndustry,
        List<Mistake> mistakes) {

    /** A line read wrongly with this certainty. */
    record Mistake(Example example, String truth, String answer, double score) {}

    /**
     * Trains on the other industries and predicts the unseen ones.
     *
     * @param examples of all industries
     */
    static Evaluation of(Language language, String task, List<Example> examples) {
        Set<String> unseen = UnseenIndustries.of(language);
        Evaluation evaluation =
                new Evaluation(
                        (int) examples.stream().filter(e -> unseen.contains(e.industry())).count(),
                        new TreeMap<>(),
                        new Reliability(),
                        new TreeMap<>(),
                        new ArrayList<>());
        for (Reading reading : Reading.values()) {
            evaluation.scores.put(reading, new Scores());
        }
        if (task.equals("handling")) {
            for (String label : Training.handlingLabels()) {
                evaluation.addYesOrNo(
                        label,
                        UnseenIndustries.predict(
                                language, examples, e -> Training.yesOrNo(e, label)));
            }
        } else {
            evaluation.add(UnseenIndustries.predict(language, examples, Training::only));
        }
        evaluation.mistakes.sort(Comparator.comparingDouble(Mistake::score).reversed());
        return evaluation;
    }

    Scores written() {
        return scores.get(Reading.WRITTEN);
    }

    Scores spoken() {
        return scores.get(Reading.SPOKEN);
    }

    private void add(List<Prediction> predictions) {
        Calibration calibration =
                Fit.calibration(predictions, Reading.TOGETHER, Fit.Threshold.NONE);
        for (Prediction one : predictions) {
            for (Reading reading : Reading.values()) {
                double[] probabilities = reading.of(one);
                int best = best(probabilities);
                String answer = one.labels().get(best);
                scores.get(reading).add(one.truth(), answer);
                if (!Reading.TOGETHER.contains(reading)) {
                    continue;
                }
                double score = calibration.calibrated(probabilities)[best];
                reliability.add(score, one.truth().equals(answer));
                if (reading == Reading.SPOKEN) {
                    byIndustry
                            .computeIfAbsent(one.example().industry(), name -> new Scores())
                            .add(one.truth(), answer);
                    if (!one.truth().equals(answer)) {
                        mistakes.add(new Mistake(one.example(), one.truth(), answer, score));
                    }
                }
            }
        }
    }

    private static int best(double[] probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        return best;
    }

    private void addYesOrNo(String label, List<Prediction> predictions) {
        for (Reading reading : Reading.values()) {
            List<Reading> together =
                    switch (reading) {
                        case WRITTEN, SPOKEN -> Reading.TOGETHER;
                        case WRITTEN_WORDS, SPOKEN_WORDS -> Reading.BY_WORDS;
                        case MEANING -> List.of(Reading.MEANING);
                    };
            double threshold =
                    Fit.threshold(predictions, together, Training.threshold("handling-" + label));
            for (Prediction one : predictions) {
                scores.get(reading)
                        .add(
                                label,
                                one.truth().equals(Training.YES),
                                one.of(reading.of(one), Training.YES) >= threshold);
            }
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
