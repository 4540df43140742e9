package talktrack.analysis.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.analysis.advice.RecommendationsTest.calls;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import talktrack.analysis.advice.SkillChange.Verdict;

class SkillChangeTest {

    private static final int COACHES = 4_000;

    @Test
    void movedWhenTheBandsDoNotTouch() {
        SkillChange rise = SkillChange.between(calls(10, 20, 10, 20), calls(70, 80, 90, 80));
        assertThat(rise.verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(rise.points()).isEqualTo(65);
        assertThat(SkillChange.between(calls(70, 80, 90, 80), calls(10, 20, 10, 20)).verdict())
                .isEqualTo(Verdict.FELL);
    }

    @Test
    void withFewCallsItIsTooEarlyToSay() {
        assertThat(SkillChange.between(calls(0, 0, 0, 0), calls(100, 100)).verdict())
                .isEqualTo(Verdict.TOO_EARLY);
        assertThat(SkillChange.between(calls(), calls(100, 100, 100)).verdict())
                .isEqualTo(Verdict.TOO_EARLY);
        assertThat(SkillChange.between(calls(50, 50, 50, 50), calls(50, 50, 60, 50)).verdict())
                .isEqualTo(Verdict.TOO_EARLY);
    }

    @Test
    void withEnoughCallsNoChangeSeenIsSaid() {
        SkillChange change =
                SkillChange.between(calls(50, 50, 50, 50), calls(50, 60, 50, 60, 50, 60));
        assertThat(change.verdict()).isEqualTo(Verdict.NOT_MOVED);
        // Half bands of 4 and 6 calls near the middle: 50 / √5 and nearly 50 / √7.
        assertThat(change.smallestVisible()).isBetween(41.0, 41.3);
    }

    @Property(tries = 300)
    void turnedRoundTheVerdictIsTurnedRound(
            @ForAll @Size(min = 6, max = 12) List<@DoubleRange(max = 100) Double> one,
            @ForAll @Size(min = 6, max = 12) List<@DoubleRange(max = 100) Double> other) {
        Verdict there = SkillChange.between(calls(array(one)), calls(array(other))).verdict();
        Verdict back = SkillChange.between(calls(array(other)), calls(array(one))).verdict();
        assertThat(back)
                .isEqualTo(
                        switch (there) {
                            case IMPROVED -> Verdict.FELL;
                            case FELL -> Verdict.IMPROVED;
                            case NOT_MOVED, TOO_EARLY -> there;
                        });
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
        assertThat(100.0 * seen / COACHES).as("percent moved").isLessThan(15);
        assertThat(100.0 * warned / COACHES).as("percent warned").isLessThan(5);
    }

    @Test
    void aFallNeedsEightCallsAndMoreThanOneBadDay() {
        assertThat(FallingSkill.in(calls(90, 90, 90, 90, 10, 10, 10))).isEmpty();
        assertThat(FallingSkill.in(calls(90, 90, 90, 90, 10, 20, 10, 10)))
                .hasValueSatisfying(
                        fall -> {
                            assertThat(fall.change().points()).isEqualTo(-77.5);
                            assertThat(fall.evidence().getFirst().score()).isEqualTo(10);
                            assertThat(fall.evidence()).hasSize(4);
                        });
        assertThat(FallingSkill.in(calls(90, 90, 90, 90, 90, 90, 90, 0))).isEmpty();
    }

    @Test
    void aFallOnThinGroundsIsNone() {
        List<Observed> thin =
                calls(90, 90, 90, 90, 10, 20, 10, 10).stream()
                        .map(c -> new Observed(c.callId(), c.startedAt(), c.score(), 0.2))
                        .toList();
        assertThat(FallingSkill.in(thin)).isEmpty();
    }

    @Property(tries = 200)
    void theOrderInWhichCallsAreGivenDoesNotMatter(
            @ForAll @Size(min = 8, max = 24) List<@DoubleRange(max = 100) Double> scores,
            @ForAll Random random) {
        List<Observed> shuffled = new ArrayList<>(calls(array(scores)));
        Collections.shuffle(shuffled, random);
        assertThat(FallingSkill.in(shuffled)).isEqualTo(FallingSkill.in(calls(array(scores))));
    }

    @Property(tries = 200)
    void whoNeverGetsWorseIsNeverWarnedOf(
            @ForAll @Size(min = 8, max = 24) List<@DoubleRange(max = 100) Double> scores) {
        assertThat(FallingSkill.in(calls(scores.stream().mapToDouble(s -> s).sorted().toArray())))
                .isEmpty();
    }

    private static double[] array(List<Double> scores) {
        return scores.stream().mapToDouble(s -> s).toArray();
    }
}
