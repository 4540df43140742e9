package talktrack.api.chat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import talktrack.api.chat.QuestionSet.Asked;
import talktrack.api.chat.Retrieval.Found;
import talktrack.api.documents.FolderIndex;
import talktrack.api.documents.Passage;
import talktrack.api.standalone.ScratchElasticsearch;
import talktrack.models.labels.Language;

/**
 * Fits the weights of {@link Certainty} to all companies' questions, and says what such weights are
 * worth: fitted to all companies but one and measured on that one, for each. Takes ten minutes; of
 * one language, named as the argument, half of that.
 */
final class ChatCalibration {

    /**
     * So many of the questions on the subject that have no answer are to be refused: the aim is
     * 0.7, and companies left out have somewhat less.
     */
    private static final double REFUSED = 0.71;

    /** Every so manieth question of another company is asked. */
    private static final int OFF_SUBJECT_EVERY = 3;

    private ChatCalibration() {}

    /** Why a question has an answer or none. */
    enum Kind {
        ANSWERED(1),
        /** On the subject, but the documents do not say. */
        ABSENT(1),
        /**
         * Answered, but asked without the passages that answer. As the same questions are asked
         * with them too, nothing can be learnt from a question's wording alone.
         */
        TAKEN_AWAY(0.5),
        /** A question to another company, which is easy, and now and then has an answer here. */
        OFF_SUBJECT(0.1);

        private final double weight;

        Kind(double weight) {
            this.weight = weight;
        }
    }

    /**
     * A question, what was found for it, and the answer that would be given.
     *
     * @param company whose documents were asked
     */
    record Example(AskedCompany company, Asked asked, Kind kind, Evidence evidence, Answer answer) {

        Logistic.Example forFit() {
            return new Logistic.Example(
                    Certainty.features(evidence), kind == Kind.ANSWERED, kind.weight);
        }

        /** By other weights than those that ship. */
        double certainty(double[] weights) {
            return evidence.knowsProducts()
                    ? Logistic.probability(weights, Certainty.features(evidence))
                    : 0;
        }
    }

    public static void main(String[] arguments) throws Exception {
        for (Language language : Language.values()) {
            if (arguments.length == 0 || arguments[0].equals(language.id())) {
                List<Example> own = examples(language);
                System.out.printf("%s weights: %s%n", language.id(), print(shifted(own)));
                LeftOut.of(own).print(language.id());
            }
        }
    }

    private static List<Example> examples(Language language) throws Exception {
        List<Example> examples = new ArrayList<>();
        try (ScratchElasticsearch elasticsearch = ScratchElasticsearch.start()) {
            List<AskedCompany> companies =
                    AskedCompany.all().stream().filter(one -> one.language() == language).toList();
            for (AskedCompany company : companies) {
                System.err.println(company.name());
                try (FolderIndex read =
                        FolderIndex.of(
                                company.documents(), elasticsearch.url(), (name, why) -> {})) {
                    examples.addAll(examples(company, companies, new Retrieval(read.passages())));
                }
            }
        }
        return examples;
    }

    private static List<Example> examples(
            AskedCompany company, List<AskedCompany> companies, Retrieval retrieval) {
        List<Example> examples = new ArrayList<>();
        for (Asked asked : company.questions()) {
            if (asked.answerable()) {
                examples.add(example(company, asked, Kind.ANSWERED, retrieval, passage -> true));
                examples.add(
                        example(
                                company,
                                asked,
                                Kind.TAKEN_AWAY,
                                retrieval,
                                passage ->
                                        !asked.answeredByPassage(
                                                passage.document(),
                                                passage.heading(),
                                                passage.text())));
            } else {
                examples.add(example(company, asked, Kind.ABSENT, retrieval, passage -> true));
            }
        }
        List<Asked> others = before(company, companies).questions();
        for (int i = 0; i < others.size(); i += OFF_SUBJECT_EVERY) {
            examples.add(example(company, others.get(i), Kind.OFF_SUBJECT, retrieval, one -> true));
        }
        return examples;
    }

    private static AskedCompany before(AskedCompany company, List<AskedCompany> all) {
        return all.get((all.indexOf(company) + all.size() - 1) % all.size());
    }

    private static Example example(
            AskedCompany company,
            Asked asked,
            Kind kind,
            Retrieval retrieval,
            Predicate<Passage> considered) {
        Found found = retrieval.find(Question.of(asked.question(), company.language()), considered);
        return new Example(
                company,
                asked,
                kind,
                Evidence.of(found),
                Chat.answer(found, 1, Optional.empty(), soFar -> {}));
    }

    /** Weights with the line between answer and refusal where {@link #REFUSED} says. */
    static double[] shifted(List<Example> examples) {
        double[] weights =
                Logistic.fit(
                        examples.stream()
                                .filter(one -> one.evidence().knowsProducts())
                                .map(Example::forFit)
                                .toList());
        double low = -20;
        double high = 20;
        while (high - low > 0.001) {
            double line = (low + high) / 2;
            if (share(examples, Kind.ABSENT, weights, line) < REFUSED) {
                low = line;
            } else {
                high = line;
            }
        }
        weights[0] -= high;
        return weights;
    }

    private static double share(List<Example> examples, Kind kind, double[] weights, double line) {
        return examples.stream()
                .filter(one -> one.kind() == kind)
                .mapToDouble(
                        one ->
                                !one.evidence().knowsProducts()
                                                || Logistic.dot(
                                                                weights,
                                                                Certainty.features(one.evidence()))
                                                        < line
                                        ? 1
                                        : 0)
                .average()
                .orElseThrow();
    }

    private static String print(double[] weights) {
        return String.join(
                ", ",
                Arrays.stream(weights)
                        .mapToObj(w -> String.format(Locale.ROOT, "%.2f", w))
                        .toList());
    }
}
