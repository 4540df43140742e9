package talktrack.analysis.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import talktrack.analysis.score.Features;
import talktrack.models.corpora.Corpus;
import talktrack.models.labels.Language;
import talktrack.models.text.TextNormaliser;

/**
 * A labelled utterance as a classifier sees it.
 *
 * @param labels one, or for handling any number
 * @param written features of the text as it stands in the corpus
 * @param spoken features of the same text as a recogniser writes it
 */
record Example(
        Set<String> labels,
        String industry,
        String previous,
        String text,
        List<String> written,
        List<String> spoken) {

    /** The examples of one corpus table. */
    static List<Example> of(Language language, String task) {
        List<Example> examples = new ArrayList<>();
        for (Map<String, String> row : Corpus.rows(language, task)) {
            String text = row.get("text");
            String previous = row.get("previous");
            examples.add(
                    new Example(
                            labels(row, task),
                            row.get("industry"),
                            previous,
                            text,
                            Features.of(language, text, previous),
                            Features.of(
                                    language,
                                    TextNormaliser.normalise(language, text),
                                    TextNormaliser.normalise(language, previous))));
        }
        return examples;
    }

    private static Set<String> labels(Map<String, String> row, String task) {
        if (!task.equals("handling")) {
            return Set.of(row.get("label"));
        }
        List<String> labels = new ArrayList<>(List.of(row.get("steps").split("\\+", -1)));
        labels.addAll(List.of(row.get("faults").split("\\+", -1)));
        labels.removeIf(label -> label.equals("-"));
        return Set.copyOf(labels);
    }
}
