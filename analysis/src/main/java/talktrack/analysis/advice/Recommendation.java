package talktrack.analysis.advice;

import java.util.Optional;
import java.util.OptionalDouble;
import talktrack.models.labels.Label;
import talktrack.models.labels.Skill;

/**
 * What a rep should practise next, and the numbers that say so.
 *
 * @param own the rep's mean over the weeks looked at
 * @param peers where that stands
 * @param fall that the skill fell, where it surely did
 * @param priority what it was ranked by; only its order means something
 */
public record Recommendation(
        Skill skill,
        SkillMean own,
        Peers peers,
        Optional<SkillChange> fall,
        Reason reason,
        double priority) {

    /**
     * The others in the same weeks.
     *
     * @param teamMean the team's mean, the rep included; absent when the team has too few calls
     * @param percentile of the rep's mean among the company's, 0…100; absent when too few reps have
     *     enough calls
     */
    public record Peers(OptionalDouble teamMean, OptionalDouble percentile) {

        /** Nobody to compare with. */
        public static final Peers NONE = new Peers(OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** Why this skill and no other; pages word it in their language. */
    public enum Reason implements Label {
        /** More than five points below the team's mean. */
        BELOW_TEAM,
        /** Among the lowest quarter of the company. */
        BELOW_MOST,
        /** Fell, as {@link FallingSkill} says. */
        FALLING,
        /** Among the rep's own lowest scores. */
        WEAKEST
    }
}
