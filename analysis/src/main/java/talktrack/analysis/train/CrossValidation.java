package talktrack.analysis.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import opennlp.tools.ml.model.AbstractModel;
import talktrack.analysis.score.Experts;

/**
 * Predicts every example with a model that has seen no example of its industry, or of its author,
 * so that the figures say what to expect of a stranger's calls.
 */
final class CrossValidation {

    /**
     * An example with both experts' probabilities, before calibration; the words' in each form.
     *
     * @param labels that the probabilities belong to
     */
    @SuppressWarnings("ArrayRecordComponent") // predictions are never compared
    record Prediction(
            Example example,
            String truth,
            List<String> labels,
            double[] writtenWords,
            double[] spokenWords,
            double[] meaning) {

        double of(double[] probabilities, String label) {
            return probabilities[labels.indexOf(label)];
        }
    }

    /** Whose word counts, and in which form the line is read. */
    enum Reading {
        WRITTEN,
        SPOKEN,
        WRITTEN_WORDS,
        SPOKEN_WORDS,
        MEANING;

        /** Both forms, as the classifiers read. */
        static final List<Reading> TOGETHER = List.of(WRITTEN, SPOKEN);

        /** Both forms, as they read without sentence vectors. */
        static final List<Reading> BY_WORDS = List.of(WRITTEN_WORDS, SPOKEN_WORDS);

        double[] of(Prediction one) {
            return switch (this) {
                case WRITTEN -> Experts.together(one.writtenWords(), one.meaning());
                case SPOKEN -> Experts.together(one.spokenWords(), one.meaning());
                case WRITTEN_WORDS -> one.writtenWords();
                case SPOKEN_WORDS -> one.spokenWords();
                case MEANING -> one.meaning();
            };
        }
    }

    private CrossValidation() {}

    /** Each example, predicted by a model that saw nothing of its industry. */
    static List<Prediction> predict(
            List<Example> examples, Function<Example, String> label, int folds) {
        return predict(examples, label, folds, Example::industry);
    }

    /**
     * @param group what is never split between training and asking
     */
    static List<Prediction> predict(
            List<Example> examples,
            Function<Example, String> label,
            int folds,
            Function<Example, String> group) {
        Map<String, Integer> foldOf = folds(examples, folds, group);
        List<Prediction> predictions = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            int held = fold;
            List<Example> asked =
                    examples.stream().filter(e -> foldOf.get(group.apply(e)) == held).toList();
            if (asked.isEmpty()) {
                continue;
            }
            Experts experts =
                    train(
                            examples.stream()
                                    .filter(e -> foldOf.get(group.apply(e)) != held)
                                    .toList(),
                            label);
            asked.stream().map(e -> predict(experts, e, label)).forEach(predictions::add);
        }
        return predictions;
    }

    static Experts train(List<Example> examples, Function<Example, String> label) {
        AbstractModel words = MaxentTraining.train(examples, label);
        return new Experts(words, VectorTraining.train(examples, label, Experts.labels(words)));
    }

    private static Prediction predict(
            Experts experts, Example example, Function<Example, String> label) {
        return new Prediction(
                example,
                label.apply(example),
                experts.meaning().labels(),
                experts.byWords(example.written()),
                experts.byWords(example.spoken()),
                experts.meaning().probabilities(example.vectors()));
    }

    /** Whole groups to folds, the largest first, always to the emptiest fold. */
    private static Map<String, Integer> folds(
            List<Example> examples, int folds, Function<Example, String> group) {
        Map<String, Long> sizes =
                examples.stream().collect(Collectors.groupingBy(group, Collectors.counting()));
        long[] filled = new long[folds];
        Map<String, Integer> foldOf = new HashMap<>();
        sizes.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .forEach(
                        one -> {
                            int emptiest = 0;
                            for (int fold = 1; fold < folds; fold++) {
                                emptiest = filled[fold] < filled[emptiest] ? fold : emptiest;
                            }
                            foldOf.put(one.getKey(), emptiest);
                            filled[emptiest] += one.getValue();
                        });
        return foldOf;
    }
}
