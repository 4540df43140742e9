package talktrack.api.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import talktrack.models.events.CallCourse;
import talktrack.models.events.Person;
import talktrack.models.events.RepWeek;
import talktrack.models.events.SkillScore;
import talktrack.models.labels.Skill;

class HeatmapBuilderTest {

    private static final Person ANN = new Person("王-ann", "王 Ann", "north", "North", false);
    private static final Person BEN = new Person("ben", "Ben", "north", "North", true);
    private static final List<IsoWeek> WEEKS = IsoWeek.parse("2026-W45").orElseThrow().last(4);

    private static RepWeek week(Person rep, String week, long hundredths, int n) {
        return new RepWeek(
                rep.repId(),
                "north",
                week,
                n,
                List.of(new RepWeek.SkillSum(Skill.LISTENING, hundredths, n)));
    }

    private static EvidenceOfCall call(Person rep, String week, String... evidence) {
        return call(rep, week, 50, evidence);
    }

    private static EvidenceOfCall call(Person rep, String week, double score, String... evidence) {
        return new EvidenceOfCall(
                "c-" + week,
                1,
                rep.repId(),
                "",
                Instant.EPOCH,
                week,
                "starter-en",
                "rules-3",
                List.of(new SkillScore(Skill.LISTENING, score, 1, List.of(evidence))),
                List.of(),
                CallCourse.NONE);
    }

    private static Heatmap.Cell cell(Heatmap heatmap, String row, String column) {
        return heatmap.cells().stream()
                .filter(cell -> cell.row().equals(row) && cell.column().equals(column))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyCellOfATeamIsThereWithOrWithoutData() {
        Heatmap heatmap =
                new HeatmapBuilder(WEEKS, List.of(week(ANN, "2026-W45", 7_125, 1)), List.of())
                        .ofTeam("north", "North", List.of(ANN, BEN));
        assertThat(heatmap.cells()).hasSize(2 * Skill.values().length);
        assertThat(cell(heatmap, "王-ann", "listening").value()).hasValue(71.25);
        assertThat(cell(heatmap, "ben", "listening"))
                .extracting(Heatmap.Cell::value, Heatmap.Cell::n)
                .containsExactly(OptionalDouble.empty(), 0);
        assertThat(cell(heatmap, "王-ann", "listening").evidenceLink())
                .isEqualTo(
                        "/api/evidence?rep=%E7%8E%8B-ann&skill=listening&weeks=4&until=2026-W45");
    }

    @Test
    void aMeanCountsCallsNotWeeks() {
        Heatmap heatmap =
                new HeatmapBuilder(
                                WEEKS,
                                List.of(
                                        week(ANN, "2026-W44", 30_000, 3),
                                        week(ANN, "2026-W45", 2_000, 1),
                                        week(ANN, "2026-W30", 9_000, 1)),
                                List.of())
                        .ofTeam("north", "North", List.of(ANN));
        assertThat(cell(heatmap, "王-ann", "listening").value()).hasValue(80);
        assertThat(cell(heatmap, "王-ann", "listening").n()).isEqualTo(4);
    }

    @Test
    void aTrendNeedsThreeCallsInBothHalves() {
        List<RepWeek> rising =
                List.of(week(ANN, "2026-W42", 12_000, 3), week(ANN, "2026-W45", 18_000, 3));
        List<RepWeek> thin =
                List.of(week(ANN, "2026-W42", 8_000, 2), week(ANN, "2026-W45", 18_000, 3));
        assertThat(
                        cell(
                                        new HeatmapBuilder(WEEKS, rising, List.of())
                                                .ofTeam("north", "North", List.of(ANN)),
                                        "王-ann",
                                        "listening")
                                .trend())
                .contains(Heatmap.Trend.UP);
        assertThat(
                        cell(
                                        new HeatmapBuilder(WEEKS, thin, List.of())
                                                .ofTeam("north", "North", List.of(ANN)),
                                        "王-ann",
                                        "listening")
                                .trend())
                .isEqualTo(Optional.empty());
    }

    @Test
    void aRepsCellShowsTheEvidenceOfItsWeekTwentyAtMost() {
        String[] many = IntStream.range(0, 30).mapToObj(i -> "u" + i).toArray(String[]::new);
        Heatmap heatmap =
                new HeatmapBuilder(
                                WEEKS,
                                List.of(),
                                List.of(call(ANN, "2026-W45", many), call(ANN, "2026-W44", "old")))
                        .ofRep(ANN);
        assertThat(cell(heatmap, "listening", "2026-W45").evidence()).hasSize(20);
        assertThat(cell(heatmap, "listening", "2026-W44").evidence()).containsExactly("old");
        assertThat(heatmap.columns())
                .extracting(Heatmap.Axis::id)
                .containsExactly("2026-W42", "2026-W43", "2026-W44", "2026-W45");
        assertThat(heatmap.rows().getFirst().label()).isEqualTo("Opening");
    }

    @Test
    void theWeakestCallsEvidenceComesFirstThenTheNewest() {
        Heatmap heatmap =
                new HeatmapBuilder(
                                WEEKS,
                                List.of(),
                                List.of(
                                        call(ANN, "2026-W45", 80, "good"),
                                        call(ANN, "2026-W44", 20, "weak, new"),
                                        call(ANN, "2026-W43", 20, "weak, old")))
                        .ofTeam("north", "North", List.of(ANN));
        assertThat(cell(heatmap, ANN.repId(), "listening").evidence())
                .containsExactly("weak, new", "weak, old", "good");
    }
}
