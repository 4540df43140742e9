package talktrack.analysis.advice;

import java.util.List;
import java.util.Optional;
import talktrack.models.events.Suggestion;
import talktrack.models.events.TalkTrack;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;

/**
 * A moment of a call that deserves a suggestion.
 *
 * @param utteranceId the customer's utterance that makes it
 * @param objection {@code none} for a missed chance
 * @param missed the type of question that was never asked; absent for an objection
 * @param saidIds the customer's words to search talk tracks by, at least one
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
        List<String> saidIds,
        Optional<String> problemId,
        Optional<String> consequenceId,
        Optional<String> wishId) {

    public AdviceMoment {
        saidIds = List.copyOf(saidIds);
    }

    /** What talk tracks for it are filed under. */
    public TalkTrack.Situation situation() {
        return new TalkTrack.Situation(
                Optional.of(objection).filter(type -> type != ObjectionType.NONE), missed);
    }
}
