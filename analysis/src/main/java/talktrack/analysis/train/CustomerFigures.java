package talktrack.analysis.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import talktrack.analysis.score.CustomerTalk;
import talktrack.models.corpora.Conversation;
import talktrack.models.labels.Language;

/**
 * How well talks with customers are told from others, beside what training measures: on calls that
 * nothing learns from, and on the lines that belong to no sale, by other hands, so many of a kind
 * together.
 *
 * @param kept of the calls, taken for talks with a customer
 * @param found of the stretches of other talk, taken for that
 */
record CustomerFigures(int calls, int kept, int stretches, int found) {

    /** Lines of one kind that are judged together. */
    private static final int STRETCH = 12;

    static CustomerFigures of(Language language) {
        List<Conversation> calls = ConversationRows.callsHeldOut(language);
        List<List<String>> stretches = stretches(language);
        return new CustomerFigures(
                calls.size(),
                (int)
                        calls.stream()
                                .filter(call -> !CustomerTalk.isOther(language, texts(call)))
                                .count(),
                stretches.size(),
                (int)
                        stretches.stream()
                                .filter(lines -> CustomerTalk.isOther(language, lines))
                                .count());
    }

    private static List<String> texts(Conversation call) {
        return call.turns().stream().map(turn -> turn.get("text")).toList();
    }

    private static List<List<String>> stretches(Language language) {
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        for (String task : NoSale.TASKS) {
            for (Map<String, String> row : NoSale.rows(language, task)) {
                kinds.computeIfAbsent(row.get("kind"), kind -> new ArrayList<>())
                        .add(row.get("text"));
            }
        }
        return kinds.values().stream()
                .flatMap(
                        lines ->
                                IntStream.range(0, lines.size() / STRETCH)
                                        .mapToObj(
                                                i -> lines.subList(i * STRETCH, (i + 1) * STRETCH)))
                .toList();
    }
}
