package talktrack.models.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import talktrack.models.labels.Behaviour;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.ObjectionType;

/** What is summed over calls can be taken out again, exactly. */
class RepWeekTest {

    private static CallAnalysis call(CallCourse course, List<ObjectionHandling> objections) {
        CallAnalysis like = EventSamples.callAnalysis();
        return new CallAnalysis(
                like.callId(),
                like.revision(),
                like.repId(),
                like.teamId(),
                like.customer(),
                like.language(),
                like.startedAt(),
                like.week(),
                like.model(),
                like.rulesVersion(),
                like.metrics(),
                like.labels(),
                objections,
                like.needs(),
                like.skills(),
                like.commitment(),
                like.commitmentIds(),
                like.cautions(),
                like.demonstration(),
                like.phases(),
                like.commitmentDay(),
                like.kind(),
                like.sale(),
                course,
                like.metricEvidence());
    }

    private static CallCourse course(Behaviour behaviour, OptionalInt... thousandths) {
        return new CallCourse(
                List.of(
                        new CallCourse.Row(
                                behaviour,
                                Arrays.stream(thousandths)
                                        .map(value -> new CallCourse.Tenth(value, List.of()))
                                        .toList())));
    }

    private static ObjectionHandling objection(
            ObjectionType type, double certainty, boolean answered, HandlingStep... steps) {
        return objection(type, certainty, answered, OptionalDouble.of(1), steps);
    }

    private static ObjectionHandling objection(
            ObjectionType type,
            double certainty,
            boolean answered,
            OptionalDouble pauseSeconds,
            HandlingStep... steps) {
        return new ObjectionHandling(
                "u1",
                type,
                certainty,
                List.of(),
                List.of(steps),
                List.of(),
                answered ? OptionalDouble.of(50) : OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                false,
                new ObjectionCourse(
                        List.of("u1"),
                        1,
                        pauseSeconds,
                        OptionalDouble.empty(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()));
    }

    @Provide
    Arbitrary<CallAnalysis> calls() {
        Arbitrary<CallCourse> courses =
                Combinators.combine(
                                Arbitraries.of(Behaviour.class),
                                Arbitraries.integers().between(-1, 3000).list().ofSize(10))
                        .as(
                                (behaviour, values) ->
                                        course(
                                                behaviour,
                                                values.stream()
                                                        .map(
                                                                value ->
                                                                        value < 0
                                                                                ? OptionalInt
                                                                                        .empty()
                                                                                : OptionalInt.of(
                                                                                        value))
                                                        .toArray(OptionalInt[]::new)));
        Arbitrary<List<ObjectionHandling>> objections =
                Combinators.combine(
                                Arbitraries.of(ObjectionType.class),
                                Arbitraries.of(HandlingStep.class),
                                Arbitraries.doubles().between(0, 1))
                        .as((type, step, sure) -> objection(type, sure, true, step))
                        .list()
                        .ofMaxSize(4);
        return Combinators.combine(courses, objections).as(RepWeekTest::call);
    }

    @Property(tries = 200)
    void anOrderlessHeapOfCallsLeavesNothingBehindWhenItIsTakenAway(
            @ForAll("calls") CallAnalysis kept,
            @ForAll @Size(max = 6) List<@From("calls") CallAnalysis> others) {
        RepWeek before = RepWeek.empty().plus(kept);
        RepWeek week = before;
        List<CallAnalysis> inOrder = new ArrayList<>(others);
        for (CallAnalysis one : inOrder) {
            week = week.plus(one);
        }
        for (CallAnalysis one : inOrder.reversed()) {
            week = week.minus(one);
        }
        assertThat(week).isEqualTo(before);
    }

    @Test
    void aTenthIsSummedOverTheCallsThatHaveIt() {
        RepWeek week =
                RepWeek.empty()
                        .plus(
                                call(
                                        course(
                                                Behaviour.NEGATIVE,
                                                OptionalInt.of(250),
                                                OptionalInt.empty()),
                                        List.of()))
                        .plus(
                                call(
                                        course(
                                                Behaviour.NEGATIVE,
                                                OptionalInt.of(500),
                                                OptionalInt.of(0)),
                                        List.of()));
        assertThat(week.course())
                .containsExactly(
                        new CourseSum(Behaviour.NEGATIVE, 0, 750, 2),
                        new CourseSum(Behaviour.NEGATIVE, 1, 0, 1));
    }

    @Test
    void onlySureAndAnsweredObjectionsShowHowTheyAreHandled() {
        RepWeek week =
                RepWeek.empty()
                        .plus(
                                call(
                                        CallCourse.NONE,
                                        List.of(
                                                objection(
                                                        ObjectionType.PRICE,
                                                        0.9,
                                                        true,
                                                        HandlingStep.CLARIFY),
                                                objection(
                                                        ObjectionType.PRICE,
                                                        0.8,
                                                        true,
                                                        OptionalDouble.empty()),
                                                objection(ObjectionType.PRICE, 0.6, true),
                                                objection(ObjectionType.TRUST, 0.9, false))));
        assertThat(week.handling())
                .hasSize(HandlingStep.values().length)
                .contains(
                        new HandlingSum(ObjectionType.PRICE, HandlingStep.CLARIFY, 1, 2),
                        new HandlingSum(ObjectionType.PRICE, HandlingStep.PAUSE, 0, 1));
    }

    @Test
    void anObjectionReadBeforeArcsWereIsInNoSum() {
        ObjectionHandling unread =
                new ObjectionHandling(
                        "u1",
                        ObjectionType.PRICE,
                        0.9,
                        List.of(),
                        List.of(HandlingStep.CLARIFY),
                        List.of(),
                        OptionalDouble.of(50),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        false);
        RepWeek week = RepWeek.empty().plus(call(CallCourse.NONE, List.of(unread)));
        assertThat(week.handling()).isEmpty();
        assertThat(week.minus(call(CallCourse.NONE, List.of(unread))).handling()).isEmpty();
    }

    @Test
    void aWeekKeptBeforeCoursesWereSummedIsStillAdded() {
        RepWeek old = new RepWeek("ann", "north", "2026-W45", 2, List.of());
        assertThat(old.course()).isEmpty();
        assertThat(
                        old.plus(call(course(Behaviour.OBJECTION, OptionalInt.of(1000)), List.of()))
                                .course())
                .hasSize(1);
    }
}
