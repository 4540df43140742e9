package talktrack.analysis.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import talktrack.models.corpora.Corpus;
import talktrack.models.labels.Language;

/** How well lines are read whose authors wrote nothing that was trained on. */
final class Strangers {

    private Strangers() {}

    /** By author; none where nobody wrote lines of this task. */
    static SortedMap<String, HeldOut> measure(Language language, String task) {
        SortedMap<String, List<Map<String, String>>> byAuthor = new TreeMap<>();
        rows(language, task)
                .forEach(
                        row ->
                                byAuthor.computeIfAbsent(
                                                row.get("author"), name -> new ArrayList<>())
                                        .add(row));
        SortedMap<String, HeldOut> measured = new TreeMap<>();
        byAuthor.forEach((author, rows) -> measured.put(author, HeldOut.of(language, task, rows)));
        return measured;
    }

    /** The corpora's columns without the industry. */
    static List<Map<String, String>> rows(Language language, String task) {
        String resource = "/talktrack/heldout/%s/strangers/%s.tsv".formatted(language.id(), task);
        return Corpus.exists(resource) ? Corpus.read(resource) : List.of();
    }
}
