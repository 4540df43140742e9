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
 * Predicts every example with a model that has seen no example of its industry, so that the figures
 * say what to expect of a stranger's calls.
 */
final class CrossValidation {

    /**
     * An example with a model's probabilities for each form, before calibration.
     *
     * @param labels that the probabilities belong to
     */
    @SuppressWarnings("ArrayRecordComponent") // predictions are never compared
    record Prediction(String truth, List<String> labels, double[] written, double[] spoken) {

        double written(String label) {
            return written[labels.indexOf(label)];
        }

        double spoken(String label) {
            return spoken[labels.indexOf(label)];
        }
    }

    private CrossValidation() {}

    static List<Prediction> predict(
            List<Example> examples, Function<Example, String> label, int folds) {
        Map<String, Integer> foldOf = folds(examples, folds);
        List<Prediction> predictions = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            int held = fold;
            Experts experts =
                    train(
                            examples.stream()
                                    .filter(e -> foldOf.get(e.industry()) != held)
                                    .toList(),
                            label);
            examples.stream()
                    .filter(e -> foldOf.get(e.industry()) == held)
                    .map(e -> predict(experts, e, label))
                    .forEach(predictions::add);
        }
        return predictions;
    }

    static Experts train(List<Example> examples, Function<Example, String> label) {
        AbstractModel words = MaxentTraining.train(examples, label);
        return new Experts(words, VectorTraining.train(examples, label, Experts.labels(words)));
    }

    static Prediction predict(Experts experts, Example example, Function<Example, String> label) {
        return new Prediction(
                label.apply(example),
                experts.meaning().labels(),
                experts.probabilities(example.written(), example.vectors()),
                experts.probabilities(example.spoken(), example.vectors()));
    }

    /** Whole industries to folds, the largest first, always to the emptiest fold. */
    private static Map<String, Integer> folds(List<Example> examples, int folds) {
        Map<String, Long> sizes =
                examples.stream()
                        .collect(Collectors.groupingBy(Example::industry, Collectors.counting()));
        long[] filled = new long[folds];
        Map<String, Integer> foldOf = new HashMap<>();
        sizes.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .forEach(
                        industry -> {
                            int emptiest = 0;
                            for (int fold = 1; fold < folds; fold++) {
                                emptiest = filled[fold] < filled[emptiest] ? fold : emptiest;
                            }
                            foldOf.put(industry.getKey(), emptiest);
                            filled[emptiest] += industry.getValue();
                        });
        return foldOf;
    }
}
