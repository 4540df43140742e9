package talktrack.models.events;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
 * @param basis what it was written from; absent in records that lack it
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
        List<Other> others,
        Optional<Basis> basis) {

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
     * What a suggestion was written from, beside the utterance: once any of it has changed, it says
     * what nobody would suggest any more.
     *
     * @param trackVersions the versions of its talk tracks, by id
     * @param problemId where the customer named the problem; absent like the others where none can
     *     be told
     * @param consequenceId what it leads to
     * @param wishId what the customer wants
     */
    public record Basis(
            Map<String, Integer> trackVersions,
            Optional<String> problemId,
            Optional<String> consequenceId,
            Optional<String> wishId) {

        public Basis {
            trackVersions = Collections.unmodifiableSortedMap(new TreeMap<>(trackVersions));
        }
    }

    /** What came of a talk track after it was suggested. */
    public enum Since implements Label {
        /** It has a newer version. */
        CHANGED,
        RETIRED
    }

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
        basis = basis == null ? Optional.empty() : basis;
    }

    /** A suggestion of which is not told yet what it was written from. */
    public Suggestion(
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
        this(
                suggestionId,
                callId,
                revision,
                utteranceId,
                objection,
                language,
                talkTrackIds,
                text,
                nextQuestion,
                why,
                source,
                model,
                createdAt,
                kind,
                missed,
                title,
                general,
                citedIds,
                others,
                Optional.empty());
    }

    /** The same, telling what it was written from. */
    public Suggestion writtenFrom(Basis what) {
        return new Suggestion(
                suggestionId,
                callId,
                revision,
                utteranceId,
                objection,
                language,
                talkTrackIds,
                text,
                nextQuestion,
                why,
                source,
                model,
                createdAt,
                kind,
                missed,
                title,
                general,
                citedIds,
                others,
                Optional.of(what));
    }

    /**
     * What came of one of its talk tracks; of a suggestion without a version by when the talk track
     * was changed.
     *
     * @param newest version of the talk track
     */
    public Optional<Since> since(TalkTrack newest) {
        if (newest.status() == TalkTrack.Status.RETIRED) {
            return Optional.of(Since.RETIRED);
        }
        boolean changed =
                basis.map(from -> from.trackVersions().get(newest.id()))
                        .map(version -> version != newest.version())
                        .orElseGet(
                                () ->
                                        newest.changedAt()
                                                .filter(at -> at.isAfter(createdAt))
                                                .isPresent());
        return changed ? Optional.of(Since.CHANGED) : Optional.empty();
    }
}
