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

    private static final int FEWEST = SkillChange.CALLS_NEEDED;
    private static final int MOST = 10;

    public FallingSkill {
        evidence = List.copyOf(evidence);
    }

    /**
     * Falls only when {@link SkillChange} says so, and the bands do not touch without the weakest
     * of the later calls either: one bad day is no fall. <i>k</i> is half of the calls, five to
     * ten; with fewer than ten calls nothing is said.
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
        SkillChange change = SkillChange.between(before, weakestFirst);
        boolean falls =
                change.verdict() == SkillChange.Verdict.FELL
                        && SkillChange.apart(before, weakestFirst.subList(1, k), -1);
        return falls ? Optional.of(new FallingSkill(change, weakestFirst)) : Optional.empty();
    }
}
