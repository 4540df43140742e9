package talktrack.analysis.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A skill that got worse: the last <i>k</i> calls against the <i>k</i> before.
 *
 * @param evidence the later calls, the weakest first
 */
public record FallingSkill(SkillChange change, List<Observed> evidence) {

    private static final int FEWEST = 4;
    private static final int MOST = 10;

    public FallingSkill {
        evidence = List.copyOf(evidence);
    }

    /**
     * Falls only when the two bands do not touch, and do not without the weakest of the later calls
     * either: one bad day is no fall. <i>k</i> is half of the calls, {@value #FEWEST} to {@value
     * #MOST}; with fewer than eight calls nothing is said.
     *
     * @param calls all that scored the skill, in any order
     */
    public static Optional<FallingSkill> in(List<Observed> calls) {
        int k = Math.min(MOST, calls.size() / 2);
        if (k < FEWEST) {
            return Optional.empty();
        }
        List<Observed> inOrder =
                calls.stream()
                        .sorted(
                                Comparator.comparing(Observed::startedAt)
                                        .thenComparing(Observed::callId))
                        .toList();
        int end = inOrder.size();
        List<Observed> before = inOrder.subList(end - 2 * k, end - k);
        List<Observed> weakestFirst = new ArrayList<>(inOrder.subList(end - k, end));
        weakestFirst.sort(
                Comparator.comparingDouble(Observed::score)
                        .thenComparing(Observed::startedAt, Comparator.reverseOrder()));
        boolean falls = fell(before, weakestFirst) && fell(before, weakestFirst.subList(1, k));
        return falls
                ? Optional.of(
                        new FallingSkill(SkillChange.between(before, weakestFirst), weakestFirst))
                : Optional.empty();
    }

    private static boolean fell(List<Observed> before, List<Observed> after) {
        return SkillChange.between(before, after).verdict() == SkillChange.Verdict.FELL;
    }
}
