package talktrack.analysis.train;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import talktrack.analysis.score.Classifiers;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;
import talktrack.models.labels.Speaker;
import talktrack.models.text.TextNormaliser;

/**
 * How good classifiers are on lines that no training ever sees.
 *
 * @param written scores on the lines as they stand in the table
 * @param spoken scores on the same lines as a recogniser writes them
 */
record HeldOut(int lines, Scores written, Scores spoken) {

    /**
     * @param rows of a held-out table: column name → cell, with the columns of the corpora but the
     *     industry
     */
    static HeldOut of(Language language, String task, List<Map<String, String>> rows) {
        return of(Classifiers.of(language), task, rows);
    }

    /** The same on the turns of whole calls that no training ever sees. */
    static HeldOut inCalls(Language language, String task) {
        return of(language, task, ConversationRows.heldOut(language, task));
    }

    static HeldOut of(Classifiers classifiers, String task, List<Map<String, String>> rows) {
        Language language = classifiers.language();
        HeldOut heldOut = new HeldOut(rows.size(), new Scores(), new Scores());
        Reader reader = reader(classifiers, task);
        for (Map<String, String> row : rows) {
            String text = row.get("text");
            String previous = row.get("previous");
            add(heldOut.written, task, row, reader.labels(text, previous));
            add(
                    heldOut.spoken,
                    task,
                    row,
                    reader.labels(
                            TextNormaliser.normalise(language, text),
                            TextNormaliser.normalise(language, previous)));
        }
        return heldOut;
    }

    /** What classifiers say of a line. */
    interface Reader {
        Set<String> labels(String text, String previous);
    }

    static Reader reader(Classifiers classifiers, String task) {
        return switch (task) {
            case "spin" ->
                    (text, previous) ->
                            Set.of(classifiers.spin(text, previous, Speaker.UNKNOWN).label().id());
            case "objection" ->
                    (text, previous) ->
                            Set.of(
                                    classifiers
                                            .objection(text, previous, Speaker.UNKNOWN)
                                            .label()
                                            .id());
            case "needs" ->
                    (text, previous) ->
                            Set.of(classifiers.need(text, previous, Speaker.UNKNOWN).label().id());
            case "sentiment" ->
                    (text, previous) -> Set.of(classifiers.sentiment(text).label().label().id());
            case "handling" ->
                    (text, previous) -> {
                        var reading = classifiers.handling(text, previous);
                        Set<String> labels = new HashSet<>();
                        Stream.<Label>concat(reading.steps().stream(), reading.faults().stream())
                                .forEach(label -> labels.add(label.id()));
                        return labels;
                    };
            default -> throw new IllegalArgumentException("there is no task " + task);
        };
    }

    private static void add(
            Scores scores, String task, Map<String, String> row, Set<String> answer) {
        Set<String> truth = Example.labels(row, task);
        if (task.equals("handling")) {
            for (String label : Training.handlingLabels()) {
                scores.add(label, truth.contains(label), answer.contains(label));
            }
        } else {
            scores.add(truth.iterator().next(), answer.iterator().next());
        }
    }
}
