package talktrack.analysis.advice;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import talktrack.models.events.Goal;
import talktrack.models.labels.Label;

/**
 * How far a goal has come.
 *
 * @param now mean of the newest {@value #NEWEST} calls between the goal's setting and its last day
 * @param before the same of the calls before it was set
 * @param share of the way from before to the target, 0…1; absent until three calls are there on
 *     either side, and where the target was reached before
 */
public record GoalProgress(State state, SkillMean before, SkillMean now, OptionalDouble share) {

    /** How many calls a goal is measured by: the newest, since old ones say how it was. */
    public static final int NEWEST = 5;

    /** Where a goal stands. */
    public enum State implements Label {
        OPEN,
        REACHED,
        MISSED
    }

    /**
     * Reached when the mean now is at the target with a band that judges: it says that the rep did
     * it, not that the true value lies above. Missed when the last day is over without that.
     *
     * @param calls of the rep that scored the skill, in any order
     */
    public static GoalProgress of(Goal goal, List<Observed> calls, LocalDate today, ZoneId zone) {
        SkillMean before =
                newest(calls.stream().filter(c -> c.startedAt().isBefore(goal.setAt())).toList());
        SkillMean now =
                newest(
                        calls.stream()
                                .filter(c -> !c.startedAt().isBefore(goal.setAt()))
                                .filter(
                                        c ->
                                                !c.startedAt()
                                                        .atZone(zone)
                                                        .toLocalDate()
                                                        .isAfter(goal.until()))
                                .toList());
        State state = State.OPEN;
        if (now.judges() && now.mean() >= goal.target()) {
            state = State.REACHED;
        } else if (today.isAfter(goal.until())) {
            state = State.MISSED;
        }
        return new GoalProgress(state, before, now, share(goal.target(), before, now));
    }

    private static SkillMean newest(List<Observed> calls) {
        return SkillMean.of(
                calls.stream()
                        .sorted(Comparator.comparing(Observed::startedAt).reversed())
                        .limit(NEWEST)
                        .toList());
    }

    private static OptionalDouble share(double target, SkillMean before, SkillMean now) {
        boolean said =
                Math.min(before.n(), now.n()) >= Recommendations.CALLS_NEEDED
                        && before.mean() < target;
        return said
                ? OptionalDouble.of(
                        Math.clamp((now.mean() - before.mean()) / (target - before.mean()), 0, 1))
                : OptionalDouble.empty();
    }
}
