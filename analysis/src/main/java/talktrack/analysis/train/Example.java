package talktrack.analysis.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import talktrack.analysis.score.Features;
import talktrack.analysis.score.SentenceVectors;
import talktrack.models.corpora.Corpus;
import talktrack.models.labels.Language;
import talktrack.models.text.TextNormaliser;

/**
 * A labelled utterance as a classifier sees it.
 *
 * @param labels one, or for handling any number
 * @param industry empty in the held-out tables
 * @param author empty in the held-out tables
 * @param written features of the text as it stands in the table
 * @param spoken features of the same text as a recogniser writes it
 * @param vectors of the text and of what it follows, the same in both forms
 */
record Example(
        Set<String> labels,
        String industry,
        String author,
        String text,
        List<String> written,
        List<String> spoken,
        SentenceVectors.InContext vectors) {

    /** The label of most lines. */
    static final String NOTHING = "none";

    /** What stands in the column industry of lines that belong to no sale. */
    static final Set<String> NO_SALE = Set.of("story", "garbled", "menu", "noise");

    /** All that classifiers ship trained on. */
    static List<Example> of(Language language, String task) {
        return of(language, task, rows(language, task));
    }

    /** The rows of one corpus table and of the calls that are trained on. */
    static List<Map<String, String>> rows(Language language, String task) {
        List<Map<String, String>> rows = new ArrayList<>(Corpus.rows(language, task));
        rows.addAll(ConversationRows.trainedOn(language, task));
        return rows;
    }

    /** The examples of a table's rows, column name → cell. */
    static List<Example> of(Language language, String task, List<Map<String, String>> rows) {
        // Sentiment is read without what was said before, since any utterance has some.
        List<String> previous =
                rows.stream()
                        .map(row -> task.equals("sentiment") ? "" : row.get("previous"))
                        .toList();
        List<SentenceVectors.InContext> vectors =
                SentenceVectors.ofAll(
                        language, rows.stream().map(row -> row.get("text")).toList(), previous);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> row = rows.get(i);
            String text = row.get("text");
            examples.add(
                    new Example(
                            labels(row, task),
                            row.getOrDefault("industry", ""),
                            row.getOrDefault("author", ""),
                            text,
                            Features.of(language, text, previous.get(i)),
                            Features.of(
                                    language,
                                    TextNormaliser.normalise(language, text),
                                    TextNormaliser.normalise(language, previous.get(i))),
                            vectors.get(i)));
        }
        return examples;
    }

    /** Whether somebody sells or buys, not reads aloud or announces. */
    boolean belongsToSale() {
        return !NO_SALE.contains(industry);
    }

    /** What a row says is true. */
    static Set<String> labels(Map<String, String> row, String task) {
        if (!task.equals("handling")) {
            return Set.of(row.get("label"));
        }
        List<String> labels = new ArrayList<>(List.of(row.get("steps").split("\\+", -1)));
        labels.addAll(List.of(row.get("faults").split("\\+", -1)));
        labels.removeIf(label -> label.equals("-"));
        return Set.copyOf(labels);
    }
}
