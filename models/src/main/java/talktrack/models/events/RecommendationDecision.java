package talktrack.models.events;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import talktrack.models.labels.DismissalReason;
import talktrack.models.labels.Label;
import talktrack.models.labels.Skill;

/**
 * What a coach decided about the recommendation to practise a skill. Topic {@code
 * recommendation-decisions}, key {@link #key()}; a tombstone takes it back. Holds ids of clips and
 * talk tracks, never what was said: those of a deleted call lead nowhere.
 *
 * @param reason of a dismissal; absent otherwise
 * @param note in the coach's own words, or empty
 * @param choice what was recommended, with what the coach changed
 */
public record RecommendationDecision(
        String repId,
        Skill skill,
        Kind kind,
        Optional<DismissalReason> reason,
        String note,
        Choice choice,
        Instant decidedAt) {

    /** What is done with a recommendation. */
    public enum Kind implements Label {
        ACCEPTED,
        EDITED,
        DISMISSED
    }

    /**
     * @param task in the coach's own words; absent where the usual task stays
     * @param clipId utterance of an own call, or of the moment that a dismissal is about
     * @param exampleId utterance of a colleague's call
     */
    public record Choice(
            Optional<String> task,
            Optional<String> clipId,
            Optional<String> exampleId,
            Optional<String> talkTrackId) {

        /** Everything as recommended. */
        public static final Choice NONE =
                new Choice(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        public Choice {
            task = task == null ? Optional.empty() : task;
            clipId = clipId == null ? Optional.empty() : clipId;
            exampleId = exampleId == null ? Optional.empty() : exampleId;
            talkTrackId = talkTrackId == null ? Optional.empty() : talkTrackId;
        }
    }

    public RecommendationDecision {
        Objects.requireNonNull(repId, "repId");
        Objects.requireNonNull(skill, "skill");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(decidedAt, "decidedAt");
        reason = reason == null ? Optional.empty() : reason;
        note = note == null ? "" : note;
        choice = choice == null ? Choice.NONE : choice;
        if (reason.isPresent() != (kind == Kind.DISMISSED)) {
            throw new IllegalArgumentException("a reason belongs to a dismissal, and only to one");
        }
    }

    /** Every decision is kept: the ranking learns from all of them. */
    public String key() {
        return repId + "/" + skill.id() + "/" + decidedAt;
    }
}
