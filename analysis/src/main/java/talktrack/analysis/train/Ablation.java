package talktrack.analysis.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import talktrack.analysis.score.SentenceVectors;
import talktrack.models.labels.Language;

/** What becomes worse when a classifier is not shown something. */
final class Ablation {

    /** Where the features are at stake most; others would only take time. */
    static final String TASK = "spin";

    /** What is left out → whether a feature belongs to it. */
    private static final Map<String, Predicate<String>> LEFT_OUT = new LinkedHashMap<>();

    static {
        LEFT_OUT.put("what was said before", feature -> feature.startsWith("prev"));
        LEFT_OUT.put(
                "cue lists", feature -> feature.startsWith("l=") || feature.startsWith("prevl="));
        LEFT_OUT.put("question form", feature -> feature.startsWith("q="));
        LEFT_OUT.put(
                "pieces of words",
                feature ->
                        feature.startsWith("c=")
                                || feature.startsWith("p=")
                                || feature.startsWith("x="));
    }

    private Ablation() {}

    /** Macro-F1 in the spoken form on unseen industries, without each. */
    static List<Double> spokenF1s(Language language, String task, List<Example> examples) {
        return LEFT_OUT.entrySet().stream()
                .map(
                        one -> {
                            boolean previous = one.getKey().equals("what was said before");
                            return Evaluation.of(
                                            language,
                                            task,
                                            examples.stream()
                                                    .map(e -> without(e, one.getValue(), previous))
                                                    .toList())
                                    .spoken()
                                    .macroF1();
                        })
                .toList();
    }

    private static Example without(Example example, Predicate<String> leftOut, boolean previous) {
        return new Example(
                example.labels(),
                example.industry(),
                example.author(),
                example.text(),
                example.written().stream().filter(leftOut.negate()).toList(),
                example.spoken().stream().filter(leftOut.negate()).toList(),
                previous
                        ? new SentenceVectors.InContext(example.vectors().text(), Optional.empty())
                        : example.vectors());
    }
}
