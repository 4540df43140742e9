package talktrack.analysis.call;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import talktrack.analysis.score.Classifiers;
import talktrack.analysis.score.Classifiers.HandlingReading;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.UtteranceLabels;
import talktrack.models.labels.Label;
import talktrack.models.labels.LabelTask;
import talktrack.models.labels.Language;

/**
 * What a rep's turn does about an objection: as people or a second opinion say, and where they say
 * nothing, as read.
 */
final class AnswerReading {

    private AnswerReading() {}

    static HandlingReading of(Language language, SpokenCall.Turn turn, String objection) {
        String unsaid =
                turn.utterances().stream()
                        .filter(one -> !said(one))
                        .map(one -> one.utterance().text())
                        .collect(Collectors.joining(" "));
        HandlingReading read =
                unsaid.isEmpty()
                        ? HandlingReading.NOTHING
                        : Classifiers.of(language).handling(unsaid, objection);
        return new HandlingReading(
                together(turn, UtteranceLabels::steps, read.steps()),
                together(turn, UtteranceLabels::faults, read.faults()),
                unsaid(turn, read.certainty()));
    }

    private static <L> List<L> together(
            SpokenCall.Turn turn, Function<UtteranceLabels, List<L>> labels, List<L> read) {
        Stream<L> said =
                turn.utterances().stream()
                        .filter(AnswerReading::said)
                        .flatMap(one -> labels.apply(one.labels()).stream());
        return Stream.concat(said, read.stream()).distinct().toList();
    }

    /** What people or a model say is there is there, however unsure the words leave it. */
    private static Map<String, Double> unsaid(SpokenCall.Turn turn, Map<String, Double> read) {
        Map<String, Double> certainty = new HashMap<>(read);
        turn.utterances().stream()
                .filter(AnswerReading::said)
                .map(ScoredUtterance::labels)
                .flatMap(
                        labels ->
                                Stream.<Label>concat(
                                        labels.steps().stream(), labels.faults().stream()))
                .forEach(label -> certainty.remove(label.id()));
        return certainty;
    }

    private static boolean said(ScoredUtterance one) {
        return one.labels().corrected(LabelTask.HANDLING)
                || one.labels().opined(LabelTask.HANDLING);
    }
}
