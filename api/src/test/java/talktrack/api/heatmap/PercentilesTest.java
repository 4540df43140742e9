package talktrack.api.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import talktrack.models.events.RepWeek;
import talktrack.models.labels.Skill;

class PercentilesTest {

    private static final List<IsoWeek> WEEKS = IsoWeek.parse("2026-W45").orElseThrow().last(4);
    private static final List<String> TEAM = List.of("a", "b", "c");

    private static RepWeek week(String rep, String week, int n, int mean) {
        return new RepWeek(
                rep,
                "north",
                week,
                n,
                List.of(new RepWeek.SkillSum(Skill.LISTENING, 100L * mean * n, n)));
    }

    /** Means 50, 40, 50, 60 and 30, with three calls each. */
    private static List<RepWeek> five() {
        return new ArrayList<>(
                List.of(
                        week("a", "2026-W45", 3, 50),
                        week("b", "2026-W44", 3, 40),
                        week("c", "2026-W45", 1, 80),
                        week("c", "2026-W43", 2, 35),
                        week("d", "2026-W45", 3, 60),
                        week("e", "2026-W45", 3, 30)));
    }

    private static Percentiles.Place listening(String rep, List<RepWeek> sums) {
        return Percentiles.of(rep, TEAM, WEEKS, sums).skills().getFirst();
    }

    @Test
    void isTheShareOfTheOthersWithALowerMeanEqualOnesCountingHalf() {
        // Of four others b and e are lower, c has the same: (2 + ½) / 4.
        assertThat(listening("a", five()).company())
                .isEqualTo(new Percentiles.Standing(OptionalDouble.of(62.5), 5));
        assertThat(listening("d", five()).company().percentile()).hasValue(100);
        assertThat(listening("e", five()).company().percentile()).hasValue(0);
    }

    @Test
    void aTeamOfThreeIsTooSmall() {
        assertThat(listening("a", five()).team())
                .isEqualTo(new Percentiles.Standing(OptionalDouble.empty(), 3));
    }

    @Test
    void repsWithFewCallsDoNotCount() {
        List<RepWeek> four = five();
        four.set(5, week("e", "2026-W45", 2, 30));
        assertThat(listening("a", four).company())
                .isEqualTo(new Percentiles.Standing(OptionalDouble.empty(), 4));
        List<RepWeek> six = five();
        six.add(week("f", "2026-W45", 2, 10));
        assertThat(listening("f", six).company())
                .as("nobody is ranked by two calls")
                .isEqualTo(new Percentiles.Standing(OptionalDouble.empty(), 5));
        assertThat(listening("a", six).company().reps()).isEqualTo(5);
    }

    @Test
    void otherWeeksDoNotCount() {
        List<RepWeek> old = five();
        old.set(5, week("e", "2026-W20", 3, 30));
        assertThat(listening("a", old).company().reps()).isEqualTo(4);
        assertThat(Percentiles.of("nobody", TEAM, WEEKS, five()).skills()).isEmpty();
    }
}
