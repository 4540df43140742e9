package talktrack.analysis.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import opennlp.tools.ml.model.MaxentModel;
import talktrack.analysis.score.Experts;
import talktrack.analysis.score.SentenceVectors;
import talktrack.analysis.train.UnseenIndustries.Prediction;
import talktrack.models.labels.Language;

/** What becomes worse when a classifier is not shown something. */
final class Ablation {

    /** What was said before; the expert on meaning is shown it, too. */
    static final String BEFORE = "what was said before";

    /** What only the expert on words is shown → how such features begin. */
    private static final Map<String, List<String>> OF_WORDS = new LinkedHashMap<>();

    static {
        OF_WORDS.put(
                "words",
                List.of("w=", "2=", "3=", "s=", "b0=", "b1=", "b2=", "e0=", "e1=", "not="));
        OF_WORDS.put("pieces of words", List.of("c=", "p=", "x="));
        OF_WORDS.put("cue lists", List.of("l=", "prevl="));
        OF_WORDS.put("question form", List.of("q="));
    }

    private Ablation() {}

    /** What is left out, in the order of {@link #spokenF1s}. */
    static List<String> groups() {
        return Stream.concat(Stream.of(BEFORE), OF_WORDS.keySet().stream()).toList();
    }

    /**
     * Macro-F1 in the spoken form on unseen industries, without each; absent where the task is not
     * shown such a thing.
     *
     * @param all what is predicted with everything
     */
    static List<Optional<Double>> spokenF1s(
            Language language,
            String task,
            List<Example> examples,
            Map<String, List<Prediction>> all) {
        List<Optional<Double>> figures = new ArrayList<>();
        figures.add(
                examples.stream().anyMatch(one -> one.vectors().previous().isPresent())
                        ? Optional.of(
                                spokenF1(
                                        task,
                                        Evaluation.predictions(
                                                language, task, withoutBefore(examples))))
                        : Optional.empty());
        OF_WORDS.values().stream()
                .map(starts -> without(language, task, examples, all, starts))
                .map(predictions -> Optional.of(spokenF1(task, predictions)))
                .forEach(figures::add);
        return figures;
    }

    private static double spokenF1(String task, Map<String, List<Prediction>> predictions) {
        return Evaluation.of(task, predictions).spoken().macroF1();
    }

    private static List<Example> withoutBefore(List<Example> examples) {
        return examples.stream()
                .map(
                        one ->
                                with(
                                        one,
                                        feature -> !feature.startsWith("prev"),
                                        new SentenceVectors.InContext(
                                                one.vectors().text(), Optional.empty())))
                .toList();
    }

    /** The expert on words learns anew; what the other one says stays. */
    private static Map<String, List<Prediction>> without(
            Language language,
            String task,
            List<Example> examples,
            Map<String, List<Prediction>> all,
            List<String> starts) {
        Predicate<String> shown = feature -> starts.stream().noneMatch(feature::startsWith);
        Set<String> unseen = UnseenIndustries.of(language);
        List<Example> learnt =
                examples.stream()
                        .filter(one -> one.belongsToSale() && !unseen.contains(one.industry()))
                        .map(one -> with(one, shown, one.vectors()))
                        .toList();
        Map<String, List<Prediction>> predictions = new LinkedHashMap<>();
        all.forEach(
                (name, before) -> {
                    Function<Example, String> label = Evaluation.label(task, name);
                    MaxentModel words = MaxentTraining.train(learnt, label);
                    predictions.put(
                            name, before.stream().map(one -> by(words, one, shown)).toList());
                });
        return predictions;
    }

    private static Prediction by(MaxentModel words, Prediction one, Predicate<String> shown) {
        return new Prediction(
                one.example(),
                one.truth(),
                one.labels(),
                by(words, one.labels(), one.example().written().stream().filter(shown)),
                by(words, one.labels(), one.example().spoken().stream().filter(shown)),
                one.meaning());
    }

    /** In the order of these labels; a model that learnt from other features may have its own. */
    private static double[] by(MaxentModel words, List<String> labels, Stream<String> features) {
        double[] probabilities = words.eval(features.toArray(String[]::new));
        List<String> own = Experts.labels(words);
        return labels.stream().mapToDouble(label -> probabilities[own.indexOf(label)]).toArray();
    }

    private static Example with(
            Example example, Predicate<String> shown, SentenceVectors.InContext vectors) {
        return new Example(
                example.labels(),
                example.industry(),
                example.author(),
                example.text(),
                example.written().stream().filter(shown).toList(),
                example.spoken().stream().filter(shown).toList(),
                vectors);
    }
}
