package talktrack.analysis.train;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import talktrack.analysis.score.Border;
import talktrack.analysis.score.Classifiers;
import talktrack.models.events.Scored;
import talktrack.models.labels.Label;
import talktrack.models.labels.LabelTask;
import talktrack.models.labels.Language;
import talktrack.models.labels.Speaker;
import talktrack.models.text.TextNormaliser;

/**
 * A line that no training ever sees, as a recogniser writes it, with what classifiers read in it.
 *
 * @param previous what the other side said before; of handling, the objection; empty for sentiment,
 *     which is read without it
 * @param truth the ids of its labels: one, or for handling any number
 * @param read those that classifiers read
 * @param near whether they are unsure of them
 */
public record BorderLine(
        LabelTask task,
        String previous,
        String text,
        Set<String> truth,
        Set<String> read,
        boolean near) {

    public BorderLine {
        truth = Set.copyOf(truth);
        read = Set.copyOf(read);
    }

    /** The held-out lines of a task and the turns of the held-out calls. */
    public static List<BorderLine> heldOut(Language language, LabelTask task) {
        List<Map<String, String>> rows =
                new ArrayList<>(ModelCard.heldOutRows(language, task.corpus()));
        rows.addAll(ConversationRows.heldOut(language, task.corpus()));
        return rows.stream().map(row -> of(language, task, row)).toList();
    }

    private static BorderLine of(Language language, LabelTask task, Map<String, String> row) {
        String text = TextNormaliser.normalise(language, row.get("text"));
        String previous =
                task == LabelTask.SENTIMENT
                        ? ""
                        : TextNormaliser.normalise(language, row.get("previous"));
        Set<String> truth = Example.labels(row, task.corpus());
        Classifiers classifiers = Classifiers.of(language);
        return switch (task) {
            case QUESTION ->
                    of(task, previous, text, truth, classifiers.spin(text, previous, Speaker.REP));
            case OBJECTION ->
                    of(
                            task,
                            previous,
                            text,
                            truth,
                            classifiers.objection(text, previous, Speaker.CUSTOMER));
            case NEED ->
                    of(
                            task,
                            previous,
                            text,
                            truth,
                            classifiers.need(text, previous, Speaker.CUSTOMER));
            case SENTIMENT -> of(task, previous, text, truth, classifiers.sentiment(text).label());
            case HANDLING ->
                    new BorderLine(
                            task,
                            previous,
                            text,
                            truth,
                            handling(classifiers.handling(text, previous)),
                            Border.handlingDoubt(language, text, previous) > 0);
        };
    }

    private static BorderLine of(
            LabelTask task,
            String previous,
            String text,
            Set<String> truth,
            Scored<? extends Label> read) {
        return new BorderLine(
                task,
                previous,
                text,
                truth,
                Set.of(read.label().id()),
                Border.doubt(read.score()) > 0);
    }

    private static Set<String> handling(Classifiers.HandlingReading reading) {
        return Stream.<Label>concat(reading.steps().stream(), reading.faults().stream())
                .map(Label::id)
                .collect(Collectors.toSet());
    }

    /**
     * Macro-F1 when the labels of each line are these.
     *
     * @param lines of one task
     * @param labels of each line, in the lines' order
     */
    static double macroF1(Collection<BorderLine> lines, List<Set<String>> labels) {
        Scores scores = new Scores();
        int at = 0;
        for (BorderLine line : lines) {
            Set<String> said = labels.get(at++);
            if (line.task() == LabelTask.HANDLING) {
                for (String label : Training.handlingLabels()) {
                    scores.add(label, line.truth().contains(label), said.contains(label));
                }
            } else {
                scores.add(line.truth().iterator().next(), said.iterator().next());
            }
        }
        return scores.macroF1();
    }
}
