package talktrack.models.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.models.labels.Skill;

/** The band of docs/metrics.md: always around the score, wider with every cause of doubt. */
class BandTest {

    private static final double A_LITTLE = 1e-9;

    @ParameterizedTest
    @CsvSource({
        // At 50 the width is 100 / √(n + 1), at the ends 100 / (n + 1).
        "50, 3, 25, 75",
        "50, 8, 33.3333, 66.6667",
        "0, 1, 0, 50",
        "100, 4, 80, 100",
        // 0.25 and four: ((0.25 + 0.125) ± √(0.25 × (0.1875 + 0.0625))) / 1.25 = (0.375 ± 0.25) /
        // 1.25
        "25, 4, 10, 50",
        "75, 0, 0, 100"
    })
    void isWilsonsInterval(double score, double occasions, double low, double high) {
        Band band = Band.of(score, occasions);
        assertThat(band.low()).isCloseTo(low, Offset.offset(1e-4));
        assertThat(band.high()).isCloseTo(high, Offset.offset(1e-4));
    }

    @Property
    void holdsItsScoreAndStaysInRange(
            @ForAll @DoubleRange(max = 100) double score,
            @ForAll @DoubleRange(max = 1000) double occasions) {
        Band band = Band.of(score, occasions);
        assertThat(band.low()).isBetween(0.0, score);
        assertThat(band.high()).isBetween(score, 100.0);
    }

    @Property
    void ofFewerOccasionsHoldsThatOfMore(
            @ForAll @DoubleRange(max = 100) double score,
            @ForAll @DoubleRange(max = 100) double few,
            @ForAll @DoubleRange(max = 100) double more) {
        Band narrow = Band.of(score, few + more);
        Band wide = Band.of(score, few);
        assertThat(wide.low()).isLessThanOrEqualTo(narrow.low() + A_LITTLE);
        assertThat(wide.high()).isGreaterThanOrEqualTo(narrow.high() - A_LITTLE);
    }

    @Property
    void widensWithEachCauseOfDoubt(
            @ForAll @DoubleRange(max = 100) double score,
            @ForAll @DoubleRange(min = 1, max = 50) double occasions,
            @ForAll @DoubleRange(max = 1) double left) {
        double sure = width(score, new Grounds(occasions, 0.9, 0.9, 0.9, 0.9));
        for (Grounds doubtful :
                List.of(
                        new Grounds(occasions * left, 0.9, 0.9, 0.9, 0.9),
                        new Grounds(occasions, 0.9 * left, 0.9, 0.9, 0.9),
                        new Grounds(occasions, 0.9, 0.9 * left, 0.9, 0.9),
                        new Grounds(occasions, 0.9, 0.9, 0.9 * left, 0.9),
                        new Grounds(occasions, 0.9, 0.9, 0.9, 0.9 * left))) {
            assertThat(width(score, doubtful)).isGreaterThanOrEqualTo(sure - A_LITTLE);
        }
    }

    @ParameterizedTest
    @CsvSource({"50, 3, true", "50, 2.9, false", "0, 1, true", "0, 0.9, false", "75, 0, false"})
    void threeOccasionsJudgeAMiddlingScoreAndOneAClearOne(
            double score, double occasions, boolean judged) {
        SkillScore skill = new SkillScore(Skill.LISTENING, score, 1, List.of());
        assertThat(skill.on(new Grounds(occasions, 1, 1, 1, 1)).judged()).isEqualTo(judged);
        assertThat(skill.judged()).as("a score that was kept without grounds").isTrue();
    }

    private static double width(double score, Grounds grounds) {
        return new SkillScore(Skill.LISTENING, score, 1, List.of())
                .on(grounds)
                .band()
                .orElseThrow()
                .width();
    }
}
