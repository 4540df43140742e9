package talktrack.analysis.train;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import talktrack.models.labels.Language;

/** Prints how good the classifiers are on industries that they have not seen. */
public final class Evaluation {

    private static final int FOLDS = 5;

    private Evaluation() {}

    /**
     * @param arguments languages and tasks to evaluate, such as {@code en spin}; all when empty
     */
    public static void main(String[] arguments) {
        List<String> wanted = List.of(arguments);
        for (Language language : Language.values()) {
            for (String task : List.of("spin", "objection", "sentiment", "handling")) {
                if (wanted.isEmpty() || (wanted.contains(language.id()) && wanted.contains(task))) {
                    evaluate(language, task);
                }
            }
        }
    }

    private static void evaluate(Language language, String task) {
        long start = System.nanoTime();
        List<Example> examples = Example.of(language, task);
        Scores written = new Scores();
        Scores spoken = new Scores();
        if (task.equals("handling")) {
            for (String label : Training.handlingLabels()) {
                List<CrossValidation.Prediction> predictions =
                        CrossValidation.predict(examples, e -> Training.yesOrNo(e, label), FOLDS);
                double threshold = Fit.threshold(predictions);
                for (CrossValidation.Prediction one : predictions) {
                    boolean truth = one.truth().equals(Training.YES);
                    written.add(label, truth, one.written().get(Training.YES) >= threshold);
                    spoken.add(label, truth, one.spoken().get(Training.YES) >= threshold);
                }
            }
        } else {
            for (CrossValidation.Prediction one :
                    CrossValidation.predict(examples, Training::only, FOLDS)) {
                written.add(one.truth(), best(one.written()));
                spoken.add(one.truth(), best(one.spoken()));
            }
        }
        System.out.printf(
                "%s %s: macro-F1 written %.3f, spoken %.3f (%d examples, %d ms)%n%s%n",
                language.id(),
                task,
                written.macroF1(),
                spoken.macroF1(),
                examples.size(),
                (System.nanoTime() - start) / 1_000_000,
                spoken.table());
    }

    private static String best(Map<String, Double> probabilities) {
        return Collections.max(probabilities.entrySet(), Map.Entry.comparingByValue()).getKey();
    }
}
