package talktrack.api.talktracks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallAnalysis.UtteranceReading;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.TalkTrack;
import talktrack.models.labels.ObjectionOutcome;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;

/**
 * A moment at which a rep was in a talk track's situation.
 *
 * @param utteranceId the customer's objection, or the rep's question
 * @param replyIds what the rep said
 * @param outcome of an objection
 */
record Handled(
        CallAnalysis call,
        String utteranceId,
        List<String> replyIds,
        OptionalDouble valenceBefore,
        OptionalDouble valenceAfter,
        Optional<ObjectionOutcome> outcome) {

    /** A question of lower certainty may be none of its type. */
    private static final double SURE_QUESTION = 0.6;

    private static final int NEXT = 2;

    /** All of a call. */
    static List<Handled> of(CallAnalysis call, TalkTrack.Situation situation) {
        if (situation.objection().isPresent()) {
            return objections(call, situation.objection().get());
        }
        return situation.questionType().map(type -> questions(call, type)).orElse(List.of());
    }

    private static List<Handled> objections(CallAnalysis call, ObjectionType type) {
        return call.objections().stream()
                .filter(ObjectionHandling::sure)
                .filter(one -> one.type() == type && !one.replyIds().isEmpty())
                .map(
                        one ->
                                new Handled(
                                        call,
                                        one.utteranceId(),
                                        one.replyIds(),
                                        one.valenceBefore(),
                                        one.valenceAfter(),
                                        one.course().outcome()))
                .toList();
    }

    /** Sentiment around a question is that of the lines next to it; the rep's own are neutral. */
    private static List<Handled> questions(CallAnalysis call, QuestionType type) {
        List<UtteranceReading> lines = call.labels();
        List<Handled> questions = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            UtteranceReading line = lines.get(i);
            if (!line.labels().unclear()
                    && line.labels()
                            .questions()
                            .anyMatch(one -> one.label() == type && one.score() >= SURE_QUESTION)) {
                questions.add(
                        new Handled(
                                call,
                                line.utteranceId(),
                                List.of(line.utteranceId()),
                                valence(lines.subList(Math.max(0, i - NEXT), i)),
                                valence(lines.subList(i + 1, Math.min(lines.size(), i + 1 + NEXT))),
                                Optional.empty()));
            }
        }
        return questions;
    }

    private static OptionalDouble valence(List<UtteranceReading> lines) {
        return lines.stream().mapToDouble(line -> line.labels().valence()).average();
    }
}
