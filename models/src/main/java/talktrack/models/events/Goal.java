package talktrack.models.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import talktrack.models.labels.Label;
import talktrack.models.labels.Skill;

/**
 * A score that a rep wants to reach. Topic {@code goals}, key {@link #goalId()}; a tombstone takes
 * it back.
 *
 * @param target 1…100
 * @param until the last day that counts, in the configured zone
 */
public record Goal(
        String goalId,
        String repId,
        Skill skill,
        double target,
        LocalDate until,
        SetBy setBy,
        Instant setAt) {

    /** Whose idea it was. */
    public enum SetBy implements Label {
        COACH,
        REP
    }

    public Goal {
        Objects.requireNonNull(goalId, "goalId");
        Objects.requireNonNull(repId, "repId");
        Objects.requireNonNull(skill, "skill");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(setBy, "setBy");
        Objects.requireNonNull(setAt, "setAt");
        if (!(1 <= target && target <= 100)) {
            throw new IllegalArgumentException("a goal of " + target + " is not within 1 to 100");
        }
    }
}
