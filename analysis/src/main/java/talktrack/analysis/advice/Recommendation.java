package talktrack.analysis.advice;

import java.util.OptionalDouble;
import talktrack.models.labels.Label;
import talktrack.models.labels.Skill;

/**
 * What a rep should practise next, and the numbers that say so.
 *
 * @param mean the rep's mean score over the weeks looked at, 0…100
 * @param n calls behind the mean, at least {@link Recommendations#CALLS_NEEDED}
 * @param teamMean the team's mean in the same weeks, the rep included; absent when the team has too
 *     few calls with this skill
 * @param change mean of the later half of the weeks minus that of the earlier half; absent when one
 *     half has fewer than two calls
 */
public record Recommendation(
        Skill skill,
        double mean,
        int n,
        OptionalDouble teamMean,
        OptionalDouble change,
        Reason reason) {

    /** Why this skill and no other; pages word it in their language. */
    public enum Reason implements Label {
        /** More than five points below the team's mean. */
        BELOW_TEAM,
        /** Fell by more than ten points from the earlier to the later half of the weeks. */
        FALLING,
        /** Among the rep's own lowest scores. */
        WEAKEST
    }
}
