package talktrack.analysis.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.analysis.advice.RecommendationsTest.calls;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import talktrack.analysis.advice.SkillChange.Verdict;

class SkillChangeTest {

    private static final int COACHES = 4_000;

    @Test
    void movedWhenTheBandsDoNotTouch() {
        double[] low = {10, 20, 10, 20, 15};
        double[] high = {70, 80, 90, 80, 80};
        SkillChange rise = SkillChange.between(calls(low), calls(high));
        assertThat(rise.verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(rise.points()).isEqualTo(65);
        assertThat(SkillChange.between(calls(high), calls(low)).verdict()).isEqualTo(Verdict.FELL);
    }

    @Test
    void withFewCallsItIsTooEarlyToSay() {
        assertThat(SkillChange.between(calls(0, 0, 0, 0, 0), calls(100, 100, 100, 100)).verdict())
                .isEqualTo(Verdict.TOO_EARLY);
        assertThat(SkillChange.between(calls(), calls(100, 100, 100, 100, 100)).verdict())
                .isEqualTo(Verdict.TOO_EARLY);
        assertThat(
                        SkillChange.between(calls(50, 50, 50, 50, 50), calls(50, 50, 60, 50, 50))
                                .verdict())
                .isEqualTo(Verdict.TOO_EARLY);
    }

    @Test
    void withEnoughCallsNoChangeSeenIsSaid() {
        SkillChange change =
                SkillChange.between(calls(50, 50, 50, 50, 50), calls(50, 60, 50, 60, 50, 60));
        assertThat(change.verdict()).isEqualTo(Verdict.NOT_MOVED);
        // Half bands of 5 and 6 calls near the middle: 50 / √6 and nearly 50 / √7.
        assertThat(change.smallestVisible()).isBetween(39.0, 39.4);
    }

    @Test
    void twoCallsAsBeforeAreNoMove() {
        assertThat(
                        SkillChange.between(
                                        calls(0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
                                        calls(100, 100, 100, 100, 100, 100, 0, 0))
                                .verdict())
                .isEqualTo(Verdict.NOT_MOVED);
    }

    @Property(tries = 300)
    void mirroredScoresGiveTheMirroredVerdict(
            @ForAll @Size(min = 5, max = 12) List<@IntRange(max = 100) Integer> one,
            @ForAll @Size(min = 5, max = 12) List<@IntRange(max = 100) Integer> other) {
        Verdict there = verdict(one, other, score -> score);
        Verdict mirrored = verdict(one, other, score -> 100 - score);
        assertThat(mirrored)
                .isEqualTo(
                        switch (there) {
                            case IMPROVED -> Verdict.FELL;
                            case FELL -> Verdict.IMPROVED;
                            case NOT_MOVED, TOO_EARLY -> there;
                        });
    }

    private static Verdict verdict(
            List<Integer> before, List<Integer> after, IntToDoubleFunction seen) {
        return SkillChange.between(
                        calls(before.stream().mapToInt(i -> i).mapToDouble(seen).toArray()),
                        calls(after.stream().mapToInt(i -> i).mapToDouble(seen).toArray()))
                .verdict();
    }

    /** The worst that scores can do: nothing but 0 and 100, each half of the time. */
    @Test
    void whereNothingMovedAMoveIsRarelySeen() {
        Random random = new Random(11);
        int seen = 0;
        int warned = 0;
        for (int coach = 0; coach < COACHES; coach++) {
            double[] all = random.ints(20, 0, 2).mapToDouble(i -> 100.0 * i).toArray();
            List<Observed> calls = calls(all);
            Verdict verdict =
                    SkillChange.between(calls.subList(0, 10), calls.subList(10, 20)).verdict();
            seen += verdict == Verdict.NOT_MOVED ? 0 : 1;
            warned += FallingSkill.in(calls).isPresent() ? 1 : 0;
        }
        assertThat(100.0 * seen / COACHES).as("percent moved").isLessThan(4);
        assertThat(100.0 * warned / COACHES).as("percent warned").isLessThan(2);
    }

    @Test
    void aFallNeedsTenCallsAndMoreThanOneBadDay() {
        assertThat(FallingSkill.in(calls(90, 90, 90, 90, 90, 10, 10, 10, 10))).isEmpty();
        assertThat(FallingSkill.in(calls(90, 90, 90, 90, 90, 10, 20, 10, 10, 10)))
                .hasValueSatisfying(
                        fall -> {
                            assertThat(fall.change().points()).isEqualTo(-78);
                            assertThat(fall.evidence().getFirst().score()).isEqualTo(10);
                            assertThat(fall.evidence()).hasSize(5);
                        });
        assertThat(FallingSkill.in(calls(90, 90, 90, 90, 90, 90, 90, 90, 90, 0))).isEmpty();
    }

    @Test
    void aFallOnThinGroundsIsNone() {
        List<Observed> thin =
                calls(90, 90, 90, 90, 90, 10, 20, 10, 10, 10).stream()
                        .map(c -> new Observed(c.callId(), c.startedAt(), c.score(), 0.2))
                        .toList();
        assertThat(FallingSkill.in(thin)).isEmpty();
    }

    @Property(tries = 200)
    void theOrderInWhichCallsAreGivenDoesNotMatter(
            @ForAll @Size(min = 10, max = 24) List<@DoubleRange(max = 100) Double> scores,
            @ForAll Random random) {
        List<Observed> shuffled = new ArrayList<>(calls(array(scores)));
        Collections.shuffle(shuffled, random);
        assertThat(FallingSkill.in(shuffled)).isEqualTo(FallingSkill.in(calls(array(scores))));
    }

    @Property(tries = 200)
    void whoNeverGetsWorseIsNeverWarnedOf(
            @ForAll @Size(min = 10, max = 24) List<@DoubleRange(max = 100) Double> scores) {
        assertThat(FallingSkill.in(calls(scores.stream().mapToDouble(s -> s).sorted().toArray())))
                .isEmpty();
    }

    private static double[] array(List<Double> scores) {
        return scores.stream().mapToDouble(s -> s).toArray();
    }
}
