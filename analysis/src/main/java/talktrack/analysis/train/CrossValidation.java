package talktrack.analysis.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import opennlp.tools.ml.model.MaxentModel;

/**
 * Predicts every example with a model that has seen no example of its industry, so that the figures
 * say what to expect of a stranger's calls.
 */
final class CrossValidation {

    /** An example with a model's raw probabilities for each form. */
    record Prediction(
            Example example,
            String truth,
            Map<String, Double> written,
            Map<String, Double> spoken) {}

    private CrossValidation() {}

    static List<Prediction> predict(
            List<Example> examples, Function<Example, String> label, int folds) {
        Map<String, Integer> foldOf = folds(examples, folds);
        List<Prediction> predictions = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            int held = fold;
            List<Example> seen =
                    examples.stream().filter(e -> foldOf.get(e.industry()) != held).toList();
            MaxentModel model = MaxentTraining.train(seen, label);
            for (Example example : examples) {
                if (foldOf.get(example.industry()) == held) {
                    predictions.add(
                            new Prediction(
                                    example,
                                    label.apply(example),
                                    probabilities(model, example.written()),
                                    probabilities(model, example.spoken())));
                }
            }
        }
        return predictions;
    }

    static Map<String, Double> probabilities(MaxentModel model, List<String> features) {
        double[] values = model.eval(features.toArray(String[]::new));
        Map<String, Double> probabilities = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            probabilities.put(model.getOutcome(i), values[i]);
        }
        return probabilities;
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
