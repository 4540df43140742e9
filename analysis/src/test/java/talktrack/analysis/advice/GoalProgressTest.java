package talktrack.analysis.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import talktrack.models.events.Goal;
import talktrack.models.labels.Skill;

class GoalProgressTest {

    private static final Instant SET = Instant.parse("2026-11-01T12:00:00Z");
    private static final LocalDate UNTIL = LocalDate.parse("2026-11-20");
    private static final Goal GOAL =
            new Goal("g", "ann", Skill.LISTENING, 70, UNTIL, Goal.SetBy.COACH, SET);

    private final List<Observed> calls = new ArrayList<>();

    private void call(int daysAfter, double score) {
        calls.add(new Observed("c" + calls.size(), SET.plus(Duration.ofDays(daysAfter)), score, 1));
    }

    private GoalProgress on(String day) {
        return GoalProgress.of(GOAL, calls, LocalDate.parse(day), ZoneOffset.UTC);
    }

    @Test
    void isTheShareOfTheWayFromBefore() {
        for (int i = 1; i <= 3; i++) {
            call(-i, 30);
            call(i, 50);
        }
        assertThat(on("2026-11-10").state()).isEqualTo(GoalProgress.State.OPEN);
        assertThat(on("2026-11-10").share()).hasValue(0.5);
        assertThat(on("2026-11-20").state()).isEqualTo(GoalProgress.State.OPEN);
        assertThat(on("2026-11-21").state()).isEqualTo(GoalProgress.State.MISSED);
    }

    @Test
    void isReachedByThreeCallsAndStaysSoAfterTheLastDay() {
        call(1, 90);
        call(2, 90);
        assertThat(on("2026-11-10").state()).isEqualTo(GoalProgress.State.OPEN);
        assertThat(on("2026-11-10").share()).isEmpty();
        call(3, 90);
        assertThat(on("2026-11-10").state()).isEqualTo(GoalProgress.State.REACHED);
        assertThat(on("2026-12-10").state()).isEqualTo(GoalProgress.State.REACHED);
    }

    @Test
    void onlyTheNewestCallsUpToTheLastDayCount() {
        for (int i = 1; i <= 5; i++) {
            call(i, 0);
        }
        for (int i = 6; i <= 10; i++) {
            call(i, 80);
        }
        call(30, 0);
        assertThat(on("2026-12-10").now().mean()).isEqualTo(80);
        assertThat(on("2026-12-10").state()).isEqualTo(GoalProgress.State.REACHED);
    }
}
