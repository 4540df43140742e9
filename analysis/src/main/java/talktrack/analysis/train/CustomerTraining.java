package talktrack.analysis.train;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import talktrack.analysis.score.CustomerTalk;
import talktrack.analysis.score.SentenceVectors;
import talktrack.analysis.score.VectorModel;
import talktrack.models.corpora.Conversation;
import talktrack.models.corpora.Corpus;
import talktrack.models.labels.Language;

/**
 * Trains what tells a talk with a customer from other talk, on the beginnings of talks of both
 * kinds ({@code customer.tsv}), the calls that are trained on, and lines that belong to no sale.
 */
final class CustomerTraining {

    static final String TASK = "customer";

    /** Each talk is judged by what was trained without it and a fifth of the others. */
    private static final int FOLDS = 5;

    /** Utterances that are judged together, about as many as such a beginning has. */
    private static final int STRETCH = 15;

    /**
     * So many of the stretches with a customer must be taken for that: a call that is not read
     * costs more than a story that is.
     */
    private static final double KEPT = 0.99;

    private CustomerTraining() {}

    /** Utterances of one recording. */
    private record Talk(boolean customer, List<Example> lines) {

        Stream<List<SentenceVectors.InContext>> stretches() {
            return IntStream.rangeClosed(0, Math.max(0, lines.size() / STRETCH - 1))
                    .map(i -> i * STRETCH)
                    .mapToObj(from -> lines.subList(from, Math.min(from + STRETCH, lines.size())))
                    .map(some -> some.stream().map(Example::vectors).toList());
        }
    }

    static CustomerTalk train(Language language) {
        List<Talk> talks = talks(language);
        List<Example> besides = noSale(language);
        List<Double> customer = new ArrayList<>();
        List<Double> other = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            VectorModel without = model(every(talks, fold, false), besides);
            for (Talk talk : every(talks, fold, true)) {
                talk.stretches()
                        .map(stretch -> CustomerTalk.logOdds(without, stretch))
                        .forEach((talk.customer() ? customer : other)::add);
            }
        }
        customer.sort(null);
        double least = customer.get((int) ((1 - KEPT) * customer.size()));
        return new CustomerTalk(
                model(talks, besides),
                least,
                new CustomerTalk.Measured(
                        customer.size(),
                        1 - below(customer, least),
                        other.size(),
                        below(other, least)));
    }

    private static double below(List<Double> odds, double least) {
        return (double) odds.stream().filter(one -> one < least).count() / odds.size();
    }

    private static List<Talk> every(List<Talk> talks, int fold, boolean ofIt) {
        return IntStream.range(0, talks.size())
                .filter(i -> (i % FOLDS == fold) == ofIt)
                .mapToObj(talks::get)
                .toList();
    }

    private static VectorModel model(List<Talk> talks, List<Example> besides) {
        List<Example> lines =
                Stream.concat(
                                talks.stream().map(Talk::lines).flatMap(Collection::stream),
                                besides.stream())
                        .toList();
        return VectorTraining.train(
                lines, Training::only, List.of(CustomerTalk.CUSTOMER, CustomerTalk.OTHER));
    }

    private static List<Talk> talks(Language language) {
        Map<String, List<Map<String, String>>> pieces = new LinkedHashMap<>();
        for (Map<String, String> row : Corpus.rows(language, TASK)) {
            pieces.computeIfAbsent(row.get("piece"), piece -> new ArrayList<>()).add(row);
        }
        List<Talk> talks = new ArrayList<>();
        pieces.values()
                .forEach(
                        rows ->
                                talks.add(
                                        talk(
                                                language,
                                                rows.getFirst().get("customer").equals("yes"),
                                                rows)));
        for (Conversation call : ConversationRows.callsTrainedOn(language)) {
            talks.add(
                    talk(
                            language,
                            true,
                            call.turns().stream()
                                    .filter(
                                            turn ->
                                                    ConversationRows.hasWords(
                                                            language, turn.get("text")))
                                    .toList()));
        }
        return talks;
    }

    private static Talk talk(Language language, boolean customer, List<Map<String, String>> rows) {
        return new Talk(customer, examples(language, customer, rows));
    }

    /** Lines told, misheard or announced, which the other tasks learn as nothing. */
    private static List<Example> noSale(Language language) {
        List<Map<String, String>> rows =
                Stream.of("spin", "objection")
                        .flatMap(task -> Corpus.rows(language, task).stream())
                        .filter(row -> Example.NO_SALE.contains(row.get("industry")))
                        .toList();
        return examples(language, false, rows);
    }

    private static List<Example> examples(
            Language language, boolean customer, List<Map<String, String>> rows) {
        String label = customer ? CustomerTalk.CUSTOMER : CustomerTalk.OTHER;
        return Example.of(
                language,
                TASK,
                rows.stream()
                        .map(row -> Map.of("label", label, "previous", "", "text", row.get("text")))
                        .toList());
    }
}
