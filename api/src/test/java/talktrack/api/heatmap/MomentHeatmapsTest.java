package talktrack.api.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import talktrack.models.events.CallCourse;
import talktrack.models.events.CourseSum;
import talktrack.models.events.HandlingSum;
import talktrack.models.events.ObjectionCourse;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.RepWeek;
import talktrack.models.labels.Behaviour;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.ObjectionType;

class MomentHeatmapsTest {

    private static final List<IsoWeek> WEEKS = IsoWeek.parse("2026-W45").orElseThrow().last(2);
    private static final MomentHeatmaps.Whose ANN =
            new MomentHeatmaps.Whose("rep", "王-ann", "王 Ann", false);

    private static RepWeek week(String rep, String week, CourseSum course, HandlingSum handling) {
        return new RepWeek(rep, "north", week, 1, List.of(), List.of(course), List.of(handling));
    }

    private static RepWeek asking(String rep, String week, long thousandths, int n) {
        return week(
                rep,
                week,
                new CourseSum(Behaviour.PROBLEM, 2, thousandths, n),
                new HandlingSum(ObjectionType.PRICE, HandlingStep.CLARIFY, 1, n));
    }

    private static ObjectionHandling objection(String id, HandlingStep... steps) {
        return new ObjectionHandling(
                id,
                ObjectionType.PRICE,
                0.9,
                List.of(id + "-reply"),
                List.of(steps),
                List.of(),
                OptionalDouble.of(50),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                false,
                new ObjectionCourse(
                        List.of(id),
                        1,
                        OptionalDouble.of(1),
                        OptionalDouble.empty(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()));
    }

    private static EvidenceOfCall call(CallCourse course, ObjectionHandling... objections) {
        return new EvidenceOfCall(
                "c1",
                1,
                "王-ann",
                "",
                Instant.EPOCH,
                "2026-W45",
                "starter-en",
                "rules-3",
                List.of(),
                List.of(objections),
                course);
    }

    private static Heatmap.Cell cell(Heatmap heatmap, String row, String column) {
        return heatmap.cells().stream()
                .filter(cell -> cell.row().equals(row) && cell.column().equals(column))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTenthIsTheMeanOverCallsBesideTheOthers() {
        List<RepWeek> own =
                List.of(
                        asking("王-ann", "2026-W45", 3000, 2),
                        asking("王-ann", "2026-W44", 0, 1),
                        asking("王-ann", "2026-W20", 9000, 1));
        List<RepWeek> team =
                List.of(own.get(0), own.get(1), own.get(2), asking("ben", "2026-W45", 1000, 5));
        Heatmap heatmap = new MomentHeatmaps(ANN, WEEKS, own, team, List.of()).course();
        Heatmap.Cell cell = cell(heatmap, "problem", "3");
        assertThat(cell.value()).hasValue(1);
        assertThat(cell.n()).isEqualTo(3);
        assertThat(cell.reference()).hasValue(0.5);
        assertThat(cell.evidenceLink())
                .isEqualTo(
                        "/api/evidence?rep=%E7%8E%8B-ann&behaviour=problem&tenth=3&weeks=2&until=2026-W45");
        assertThat(cell(heatmap, "problem", "4").n()).isZero();
        assertThat(heatmap.columns()).hasSize(CallCourse.TENTHS);
        assertThat(heatmap.rows())
                .as("nobody read voices for emotion")
                .noneMatch(row -> row.id().equals("tense"))
                .contains(
                        new Heatmap.Axis("rep-talk", "Rep talk", Optional.of(Heatmap.Unit.SHARE)));
    }

    @Test
    void tenseVoicesHaveARowWhereTheyAreRead() {
        RepWeek tense =
                week(
                        "王-ann",
                        "2026-W45",
                        new CourseSum(Behaviour.TENSE, 0, 500, 1),
                        new HandlingSum(ObjectionType.PRICE, HandlingStep.PAUSE, 0, 1));
        Heatmap heatmap =
                new MomentHeatmaps(ANN, WEEKS, List.of(tense), List.of(), List.of()).course();
        assertThat(cell(heatmap, "tense", "1").value()).hasValue(0.5);
        assertThat(cell(heatmap, "tense", "1").reference()).isEmpty();
    }

    @Test
    void aStepIsTheShareOfObjectionsThatGotIt() {
        Heatmap heatmap =
                new MomentHeatmaps(
                                ANN,
                                WEEKS,
                                List.of(
                                        asking("王-ann", "2026-W45", 0, 3),
                                        asking("王-ann", "2026-W44", 0, 1)),
                                List.of(),
                                List.of())
                        .objections();
        assertThat(cell(heatmap, "price", "clarify").value()).hasValue(0.5);
        assertThat(cell(heatmap, "price", "clarify").n()).isEqualTo(4);
        assertThat(cell(heatmap, "trust", "clarify").value()).isEmpty();
    }

    @Test
    void objectionsWithoutTheStepAreHeardFirst() {
        EvidenceOfCall call =
                call(
                        CallCourse.NONE,
                        objection("u1", HandlingStep.CLARIFY),
                        objection("u5", HandlingStep.RESPOND));
        assertThat(new Wanted.OfStep(ObjectionType.PRICE, HandlingStep.CLARIFY).in(call))
                .containsExactly("u5", "u5-reply", "u1", "u1-reply");
        assertThat(new Wanted.OfStep(ObjectionType.TRUST, HandlingStep.CLARIFY).in(call)).isEmpty();
    }

    @Test
    void aTenthOpensItsOwnUtterances() {
        CallCourse course =
                new CallCourse(
                        List.of(
                                new CallCourse.Row(
                                        Behaviour.PROBLEM,
                                        List.of(
                                                new CallCourse.Tenth(
                                                        OptionalInt.of(1000), List.of("first")),
                                                new CallCourse.Tenth(
                                                        OptionalInt.of(1000),
                                                        List.of("second"))))));
        assertThat(new Wanted.OfTenth(Behaviour.PROBLEM, 1).in(call(course)))
                .containsExactly("second");
        assertThat(new Wanted.OfTenth(Behaviour.NEGATIVE, 1).in(call(course))).isEmpty();
    }
}
