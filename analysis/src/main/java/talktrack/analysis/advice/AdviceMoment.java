package talktrack.analysis.advice;

import java.util.Optional;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.Suggestion;
import talktrack.models.events.TalkTrack;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;

/**
 * A moment of a call that deserves a suggestion.
 *
 * @param utteranceId the customer's utterance that makes it; talk tracks are searched by it
 * @param objection {@code none} for a missed chance
 * @param missed the type of question that was never asked; absent for an objection
 * @param problemId where the customer named the problem that a script may speak of; absent when
 *     there is none, or more than one and nobody can tell which is meant
 * @param consequenceId the same of what the problem leads to
 * @param wishId the same of what the customer wants
 */
public record AdviceMoment(
        Suggestion.Kind kind,
        String utteranceId,
        ObjectionType objection,
        Optional<QuestionType> missed,
        Optional<String> problemId,
        Optional<String> consequenceId,
        Optional<String> wishId) {

    /** What talk tracks for it are filed under, in this call. */
    public TalkTrack.Situation situation(CallAnalysis call) {
        return new TalkTrack.Situation(
                Optional.of(objection).filter(type -> type != ObjectionType.NONE),
                missed,
                call.phaseAt(utteranceId),
                "",
                "",
                false);
    }
}
