package talktrack.analysis.train;

import java.util.List;
import java.util.Map;
import java.util.Set;
import talktrack.analysis.score.Classifiers;
import talktrack.models.corpora.Corpus;
import talktrack.models.labels.Language;

/**
 * How often classifiers find something in what belongs to no sale: the news, a sermon, a teacher's
 * question, the children at the door. Recordings have such stretches, and some are nothing else.
 *
 * @param lines of which labels are not learnt, nor of any of their kind
 * @param labelled how many of them are read as something other than none
 */
record NoSale(int lines, int labelled) {

    /** The tasks that such lines were written for. */
    static final List<String> TASKS = List.of("spin", "objection");

    static NoSale of(Language language, String task) {
        HeldOut.Reader reader = HeldOut.reader(Classifiers.of(language), task);
        List<Map<String, String>> rows = rows(language, task);
        long labelled =
                rows.stream()
                        .map(row -> reader.labels(row.get("text"), row.get("previous")))
                        .filter(labels -> !labels.equals(Set.of(Example.NOTHING)))
                        .count();
        return new NoSale(rows.size(), (int) labelled);
    }

    static List<Map<String, String>> rows(Language language, String task) {
        return Corpus.read("/talktrack/heldout/%s/no-sale.tsv".formatted(language.id())).stream()
                .filter(row -> row.get("task").equals(task))
                .toList();
    }

    double share() {
        return (double) labelled / lines;
    }
}
