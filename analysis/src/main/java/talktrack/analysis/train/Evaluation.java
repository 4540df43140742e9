package talktrack.analysis.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import talktrack.analysis.score.Calibration;
import talktrack.analysis.score.Handling;
import talktrack.analysis.train.UnseenIndustries.Prediction;
import talktrack.analysis.train.UnseenIndustries.Reading;
import talktrack.models.labels.Language;

/**
 * How good classifiers are on lines of industries that they have not seen.
 *
 * @param lines how many those are
 * @param scores on the lines in each form, by both experts and by each alone
 * @param reliability of the calibrated probabilities in both forms, by what is answered: all labels
 *     alike, but steps and faults of handling for themselves
 * @param byIndustry in the spoken form
 * @param mistakes in the spoken form, the surest first; of handling what was seen and is not there
 */
record Evaluation(
        int lines,
        Map<Reading, Scores> scores,
        Map<String, Reliability> reliability,
        Map<String, Scores> byIndustry,
        List<Mistake> mistakes) {

    static final String HANDLING = "handling";

    /** What is answered where a line has one label. */
    private static final String LABELS = "answers";

    /** A line read wrongly with this certainty. */
    record Mistake(Example example, String truth, String answer, double score) {}

    /**
     * Trains on the other industries and predicts the unseen ones.
     *
     * @param examples of all industries
     */
    static Evaluation of(Language language, String task, List<Example> examples) {
        return of(task, predictions(language, task, examples));
    }

    /**
     * What classifiers that learnt from the other industries say of the unseen ones.
     *
     * @return by classifier: one, or for handling one for each step and fault
     */
    static Map<String, List<Prediction>> predictions(
            Language language, String task, List<Example> examples) {
        Map<String, List<Prediction>> predictions = new LinkedHashMap<>();
        for (String name : task.equals(HANDLING) ? Training.handlingLabels() : List.of(task)) {
            predictions.put(name, UnseenIndustries.predict(language, examples, label(task, name)));
        }
        return predictions;
    }

    /** What one of the {@link #predictions} is about. */
    static Function<Example, String> label(String task, String name) {
        return task.equals(HANDLING) ? one -> Training.yesOrNo(one, name) : Training::only;
    }

    /**
     * How good predictions are.
     *
     * @param predictions by classifier
     */
    static Evaluation of(String task, Map<String, List<Prediction>> predictions) {
        Evaluation evaluation =
                new Evaluation(
                        predictions.values().iterator().next().size(),
                        new TreeMap<>(),
                        new LinkedHashMap<>(),
                        new TreeMap<>(),
                        new ArrayList<>());
        for (Reading reading : Reading.values()) {
            evaluation.scores.put(reading, new Scores());
        }
        predictions.forEach(
                (name, lines) -> {
                    if (task.equals(HANDLING)) {
                        evaluation.addYesOrNo(name, lines);
                    } else {
                        evaluation.add(lines);
                    }
                });
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
                reliability(LABELS).add(score, one.truth().equals(answer));
                if (reading == Reading.SPOKEN) {
                    industry(one).add(one.truth(), answer);
                    if (!one.truth().equals(answer)) {
                        mistakes.add(new Mistake(one.example(), one.truth(), answer, score));
                    }
                }
            }
        }
    }

    private Reliability reliability(String of) {
        return reliability.computeIfAbsent(of, name -> new Reliability());
    }

    private Scores industry(Prediction one) {
        return byIndustry.computeIfAbsent(one.example().industry(), name -> new Scores());
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
            Calibration calibration =
                    Fit.calibration(predictions, together, Training.threshold("handling-" + label));
            for (Prediction one : predictions) {
                boolean truth = one.truth().equals(Training.YES);
                double[] probabilities = reading.of(one);
                boolean said = one.of(probabilities, Training.YES) >= calibration.threshold();
                scores.get(reading).add(label, truth, said);
                if (reading == Reading.SPOKEN) {
                    industry(one).add(label, truth, said);
                }
                if (said && Reading.TOGETHER.contains(reading)) {
                    double score = one.of(calibration.calibrated(probabilities), Training.YES);
                    reliability(isFault(label) ? "faults" : "steps").add(score, truth);
                    if (!truth && reading == Reading.SPOKEN) {
                        mistakes.add(new Mistake(one.example(), labelled(one), label, score));
                    }
                }
            }
        }
    }

    private static boolean isFault(String label) {
        return Handling.FAULTS.stream().anyMatch(fault -> fault.id().equals(label));
    }

    /** All that is there, or a dash. */
    private static String labelled(Prediction one) {
        List<String> labels = one.example().labels().stream().sorted().toList();
        return labels.isEmpty() ? "–" : String.join("+", labels);
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
