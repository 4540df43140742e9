package talktrack.api.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import talktrack.api.chat.Retrieval.Candidate;
import talktrack.api.chat.Retrieval.Found;
import talktrack.api.documents.FolderIndex;
import talktrack.api.standalone.EmbeddedElasticsearch;
import talktrack.models.labels.Language;

/**
 * Fits the weights of {@link Certainty} to all companies' questions, and says what such weights are
 * worth: fitted to all companies but one and measured on that one, for each.
 */
final class ChatCalibration {

    private static final int ROUNDS = 5_000;
    private static final double STEP = 0.5;

    /**
     * What a question to another company counts. Such questions are many and easy, and now and then
     * the documents do answer one.
     */
    private static final double OFF_SUBJECT = 0.1;

    /** From which certainty on to answer: what other choices would give. */
    private static final double[] ENOUGH = {0.4, 0.5, 0.55, 0.6, 0.7};

    /** Keeps weights small that few questions speak for. */
    private static final double PENALTY = 1.0;

    private ChatCalibration() {}

    /**
     * A question, what was found for it, and the answer that would be given.
     *
     * @param company whose documents were asked
     * @param offSubject whether it is a question to another company, and so has no answer here
     */
    private record Example(
            AskedCompany company,
            AskedCompany.Asked asked,
            boolean offSubject,
            double[] features,
            Answer answer) {

        double weight() {
            return offSubject ? OFF_SUBJECT : 1;
        }
    }

    public static void main(String[] arguments) throws Exception {
        List<Example> examples = new ArrayList<>();
        Path folder = Files.createTempDirectory("talktrack-calibration");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        try (EmbeddedElasticsearch elasticsearch =
                EmbeddedElasticsearch.start(folder.resolve("data").resolve("elasticsearch"))) {
            List<AskedCompany> companies = AskedCompany.all();
            for (AskedCompany company : companies) {
                try (FolderIndex read =
                        FolderIndex.of(
                                company.documents(), elasticsearch.url(), (name, why) -> {})) {
                    Retrieval retrieval = new Retrieval(read.passages());
                    for (AskedCompany.Asked asked : company.questions()) {
                        examples.add(example(company, asked, false, retrieval));
                    }
                    for (AskedCompany.Asked asked : before(company, companies).questions()) {
                        AskedCompany.Asked elsewhere =
                                new AskedCompany.Asked("off-subject", asked.text(), "-", "-");
                        examples.add(example(company, elsewhere, true, retrieval));
                    }
                }
            }
        }
        System.out.println("weights: " + print(fit(examples)));
        for (Language language : Language.values()) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: area under the curve: cosine %.2f, gap %.2f, all (left out) %.2f%n",
                    language.id(),
                    area(examples, language, one -> one.features()[1]),
                    area(examples, language, one -> -one.features()[8]),
                    area(examples, language, leftOutScores(examples)));
        }
        System.out.println(ChatFigures.HEADER);
        for (double enough : ENOUGH) {
            for (Language language : Language.values()) {
                System.out.println(
                        leftOut(examples, language, false, enough)
                                .row("%s, from %s on".formatted(language.id(), enough)));
                System.out.printf(
                        Locale.ROOT,
                        "%s, from %s on: answered of the questions to another company: %.2f%n",
                        language.id(),
                        enough,
                        leftOut(examples, language, true, enough).falseAnswers());
            }
        }
    }

    /** Another of the same language. */
    private static AskedCompany before(AskedCompany company, List<AskedCompany> all) {
        List<AskedCompany> own =
                all.stream().filter(one -> one.language() == company.language()).toList();
        return own.get((own.indexOf(company) + own.size() - 1) % own.size());
    }

    /** Each company measured with the weights that the others give. */
    private static ChatFigures leftOut(
            List<Example> examples, Language language, boolean offSubject, double enough)
            throws IOException {
        ChatFigures figures = ChatFigures.NONE;
        for (AskedCompany company : AskedCompany.all()) {
            if (company.language() != language) {
                continue;
            }
            Predicate<Example> held = one -> one.company().name().equals(company.name());
            double[] weights = fit(examples.stream().filter(held.negate()).toList());
            Predicate<Example> meant = one -> one.offSubject() == offSubject;
            for (Example one : examples.stream().filter(held.and(meant)).toList()) {
                boolean answered = 1 / (1 + Math.exp(-dot(weights, one.features()))) >= enough;
                figures =
                        figures.plus(
                                one.asked(),
                                answered
                                        ? one.answer()
                                        : Chat.refusal(one.asked().text(), language));
            }
        }
        return figures;
    }

    /** How often an answerable question scores higher than one that is not. */
    private static double area(
            List<Example> examples, Language language, ToDoubleFunction<Example> score) {
        List<Example> own =
                examples.stream()
                        .filter(one -> one.company().language() == language && !one.offSubject())
                        .toList();
        double higher = 0;
        int pairs = 0;
        for (Example yes : own.stream().filter(one -> one.asked().answerable()).toList()) {
            for (Example no : own.stream().filter(one -> !one.asked().answerable()).toList()) {
                pairs++;
                int order = Double.compare(score.applyAsDouble(yes), score.applyAsDouble(no));
                higher += order > 0 ? 1 : order == 0 ? 0.5 : 0;
            }
        }
        return higher / pairs;
    }

    private static ToDoubleFunction<Example> leftOutScores(List<Example> examples) {
        Map<String, double[]> weights = new HashMap<>();
        for (Example one : examples) {
            String company = one.company().name();
            weights.computeIfAbsent(
                    company,
                    name ->
                            fit(
                                    examples.stream()
                                            .filter(e -> !e.company().name().equals(name))
                                            .toList()));
        }
        return one -> dot(weights.get(one.company().name()), one.features());
    }

    private static Example example(
            AskedCompany company,
            AskedCompany.Asked asked,
            boolean offSubject,
            Retrieval retrieval) {
        Found found = retrieval.find(Question.of(asked.text(), company.language()));
        List<Answer.Citation> citations =
                found.candidates().stream()
                        .limit(3)
                        .map(Candidate::passage)
                        .map(p -> new Answer.Citation(p.document(), p.heading(), p.text(), 1))
                        .toList();
        return new Example(
                company,
                asked,
                offSubject,
                Certainty.features(Evidence.of(found)),
                new Answer(
                        asked.text(),
                        true,
                        Extract.of(found.candidates().getFirst()),
                        citations,
                        Answer.Source.PASSAGES,
                        Optional.empty()));
    }

    /** Logistic regression by gradient descent over standardised features. */
    private static double[] fit(List<Example> examples) {
        int size = examples.getFirst().features().length;
        double[] mean = new double[size];
        double[] deviation = new double[size];
        for (int i = 1; i < size; i++) {
            int feature = i;
            mean[i] = examples.stream().mapToDouble(e -> e.features()[feature]).average().orElse(0);
            deviation[i] =
                    Math.sqrt(
                            examples.stream()
                                    .mapToDouble(e -> e.features()[feature] - mean[feature])
                                    .map(x -> x * x)
                                    .average()
                                    .orElse(1));
        }
        double[] weights = new double[size];
        for (int round = 0; round < ROUNDS; round++) {
            double[] gradient = new double[size];
            for (Example example : examples) {
                double[] x = standard(example.features(), mean, deviation);
                double error =
                        (example.asked().answerable() ? 1 : 0)
                                - 1 / (1 + Math.exp(-dot(weights, x)));
                error *= example.weight();
                for (int i = 0; i < size; i++) {
                    gradient[i] += error * x[i];
                }
            }
            for (int i = 0; i < size; i++) {
                double penalty = i == 0 ? 0 : PENALTY * weights[i];
                weights[i] += STEP * (gradient[i] - penalty) / examples.size();
            }
        }
        double[] plain = new double[size];
        plain[0] = weights[0];
        for (int i = 1; i < size; i++) {
            plain[i] = deviation[i] == 0 ? 0 : weights[i] / deviation[i];
            plain[0] -= plain[i] * mean[i];
        }
        return plain;
    }

    private static double[] standard(double[] features, double[] mean, double[] deviation) {
        double[] x = features.clone();
        for (int i = 1; i < x.length; i++) {
            x[i] = deviation[i] == 0 ? 0 : (x[i] - mean[i]) / deviation[i];
        }
        return x;
    }

    private static double dot(double[] weights, double[] features) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * features[i];
        }
        return sum;
    }

    private static String print(double[] weights) {
        return String.join(
                ", ",
                Arrays.stream(weights)
                        .mapToObj(w -> String.format(Locale.ROOT, "%.2f", w))
                        .toList());
    }
}
