package talktrack.models.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;

/**
 * A talk track for one moment of one call. Topic {@code suggestions}, key {@link #suggestionId()}.
 *
 * @param utteranceId the customer's utterance that makes the moment
 * @param objection {@code none} where the moment is a missed chance
 * @param talkTrackIds the approved talk tracks it rests on, best first
 * @param source what was done to the words of the first of them
 * @param model name of the language model, or empty
 * @param kind why the moment deserves a suggestion; an objection in records that lack it
 * @param missed the type of question that the rep never asked; absent for an objection
 * @param title of the first talk track, or empty in records that lack it
 * @param general whether no talk track comes near the customer's words, so that this is advice for
 *     any moment of its kind
 * @param citedIds the utterances whose words it takes up, in the call's order
 * @param others what else could be said
 */
public record Suggestion(
        String suggestionId,
        String callId,
        int revision,
        String utteranceId,
        ObjectionType objection,
        Language language,
        List<String> talkTrackIds,
        String text,
        String nextQuestion,
        String why,
        Source source,
        String model,
        Instant createdAt,
        Kind kind,
        Optional<QuestionType> missed,
        String title,
        boolean general,
        List<String> citedIds,
        List<Other> others) {

    /** Where the words come from; pages label it. */
    public enum Source implements Label {
        /** An approved talk track as it stands. */
        TALK_TRACK,
        /** The same, with blanks filled from the call; what is not certain stays a blank. */
        BLANKS_FILLED,
        LANGUAGE_MODEL
    }

    /** What the rep could have done better here. */
    public enum Kind implements Label {
        /** An objection that was fumbled. */
        OBJECTION,
        /** The customer admitted a problem, and no implication question followed. */
        PROBLEM_DROPPED,
        /** The customer stated a want, and no need-payoff question followed. */
        NEED_UNVALUED,
        /** The call ended without a step that both agreed on. */
        NO_NEXT_STEP
    }

    /** Another approved talk track that fits about as well, with its blanks. */
    public record Other(String talkTrackId, String title, String text, String nextQuestion) {}

    /**
     * One suggestion for each objection: a retry overwrites. Starts with the call id, like all keys
     * of a call.
     */
    public static String id(String utteranceId) {
        return id(utteranceId, Kind.OBJECTION);
    }

    /** The same for any moment: an utterance may be more than one. */
    public static String id(String utteranceId, Kind kind) {
        return utteranceId + (kind == Kind.OBJECTION ? "-s" : "-s-" + kind.id());
    }

    public Suggestion {
        objection = objection == null ? ObjectionType.NONE : objection;
        talkTrackIds = List.copyOf(talkTrackIds);
        model = model == null ? "" : model;
        kind = kind == null ? Kind.OBJECTION : kind;
        missed = missed == null ? Optional.empty() : missed;
        title = title == null ? "" : title;
        citedIds = citedIds == null ? List.of(utteranceId) : List.copyOf(citedIds);
        others = others == null ? List.of() : List.copyOf(others);
    }
}
