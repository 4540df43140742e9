package talktrack.analysis.train;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import opennlp.tools.ml.model.AbstractModel;
import talktrack.analysis.score.Experts;
import talktrack.models.labels.Language;

/**
 * Predicts the examples of the industries that the encoder's layers were not tuned to
 * (models/src/main/encoder/README.md) with experts that have seen none of them either, so that the
 * figures say what to expect of a stranger's calls.
 */
final class UnseenIndustries {

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

    private UnseenIndustries() {}

    /** What no tuning saw. */
    static Set<String> of(Language language) {
        String resource = "/talktrack/encoder/%s.unseen-industries.txt".formatted(language.id());
        try (InputStream in = UnseenIndustries.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("the list %s cannot be read".formatted(resource), e);
        }
    }

    /** Each example of an unseen industry, predicted by experts trained on the others. */
    static List<Prediction> predict(
            Language language, List<Example> examples, Function<Example, String> label) {
        Set<String> unseen = of(language);
        Map<Boolean, List<Example>> isUnseen =
                examples.stream()
                        .collect(Collectors.partitioningBy(e -> unseen.contains(e.industry())));
        Experts experts = train(isUnseen.get(false), label);
        return isUnseen.get(true).stream().map(e -> predict(experts, e, label)).toList();
    }

    /**
     * Only meaning tells what belongs to no sale: its words are those of objections and questions,
     * and an expert on words that is shown them learns to overlook real ones.
     */
    static Experts train(List<Example> examples, Function<Example, String> label) {
        AbstractModel words =
                MaxentTraining.train(
                        examples.stream().filter(Example::belongsToSale).toList(), label);
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
}
