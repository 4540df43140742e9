package talktrack.analysis.advice;

import java.util.List;
import talktrack.models.labels.Label;

/**
 * Whether a skill moved from some calls to later ones: when the bands of the two means do not
 * touch, and all later calls but one lie on the new side of the mean before. How often chance alone
 * does that stands in docs/metrics.md.
 *
 * @param smallestVisible points that a change would have to have, more or less, to be told from
 *     chance with so many calls: the sum of the half bands
 */
public record SkillChange(
        SkillMean before, SkillMean after, Verdict verdict, double smallestVisible) {

    /** With fewer calls on either side nothing is said. */
    static final int CALLS_NEEDED = 5;

    /** With fewer later calls, no change seen is no finding. */
    static final int CALLS_TO_SAY_NO = 6;

    /** What may honestly be said. */
    public enum Verdict implements Label {
        TOO_EARLY,
        IMPROVED,
        FELL,
        NOT_MOVED
    }

    /** In any order; the scores alone count. */
    public static SkillChange between(List<Observed> before, List<Observed> after) {
        SkillMean early = SkillMean.of(before);
        SkillMean late = SkillMean.of(after);
        return new SkillChange(
                early,
                late,
                verdict(before, after),
                (early.band().width() + late.band().width()) / 2);
    }

    /** Mean after minus mean before. */
    public double points() {
        return after.mean() - before.mean();
    }

    private static Verdict verdict(List<Observed> before, List<Observed> after) {
        if (Math.min(before.size(), after.size()) < CALLS_NEEDED
                || !SkillMean.of(before).judges()
                || !SkillMean.of(after).judges()) {
            return Verdict.TOO_EARLY;
        }
        if (apart(before, after, 1)) {
            return Verdict.IMPROVED;
        }
        if (apart(before, after, -1)) {
            return Verdict.FELL;
        }
        return after.size() >= CALLS_TO_SAY_NO ? Verdict.NOT_MOVED : Verdict.TOO_EARLY;
    }

    /**
     * Whether the later calls surely lie on one side of the earlier ones.
     *
     * @param side 1: above, -1: below
     */
    static boolean apart(List<Observed> before, List<Observed> after, int side) {
        SkillMean early = SkillMean.of(before);
        SkillMean late = SkillMean.of(after);
        double gap =
                side > 0
                        ? late.band().low() - early.band().high()
                        : early.band().low() - late.band().high();
        long there = after.stream().filter(one -> side * (one.score() - early.mean()) > 0).count();
        return early.judges() && late.judges() && gap > 0 && there >= after.size() - 1;
    }
}
