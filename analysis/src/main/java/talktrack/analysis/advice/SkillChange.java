package talktrack.analysis.advice;

import java.util.List;
import talktrack.models.labels.Label;

/**
 * Whether a skill moved from some calls to later ones. Two means differ when their bands do not
 * touch: with bands of one standard error each, chance alone does that in about one of thirteen
 * comparisons at most (docs/metrics.md has what was simulated).
 *
 * @param smallestVisible points that a change would have to have, more or less, to be told from
 *     chance with so many calls: the sum of the half bands
 */
public record SkillChange(
        SkillMean before, SkillMean after, Verdict verdict, double smallestVisible) {

    /** With fewer later calls, no change seen is no finding. */
    public static final int CALLS_TO_SAY_NO = 6;

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
                verdict(early, late),
                (early.band().width() + late.band().width()) / 2);
    }

    /** Mean after minus mean before. */
    public double points() {
        return after.mean() - before.mean();
    }

    private static Verdict verdict(SkillMean before, SkillMean after) {
        if (!before.judges() || !after.judges()) {
            return Verdict.TOO_EARLY;
        }
        if (after.band().low() > before.band().high()) {
            return Verdict.IMPROVED;
        }
        if (after.band().high() < before.band().low()) {
            return Verdict.FELL;
        }
        return after.n() >= CALLS_TO_SAY_NO ? Verdict.NOT_MOVED : Verdict.TOO_EARLY;
    }
}
