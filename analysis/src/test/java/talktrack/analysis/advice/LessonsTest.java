package talktrack.analysis.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import talktrack.models.events.RecommendationDecision;
import talktrack.models.events.RecommendationDecision.Choice;
import talktrack.models.events.RecommendationDecision.Kind;
import talktrack.models.labels.DismissalReason;
import talktrack.models.labels.Skill;

class LessonsTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Skill SKILL = Skill.LISTENING;

    private static RecommendationDecision dismissed(
            DismissalReason reason, int daysAgo, Choice choice) {
        return new RecommendationDecision(
                "ann",
                SKILL,
                Kind.DISMISSED,
                Optional.of(reason),
                "",
                choice,
                NOW.minus(Duration.ofDays(daysAgo)));
    }

    private static Lessons after(DismissalReason reason, int... daysAgo) {
        return new Lessons(
                Arrays.stream(daysAgo)
                        .mapToObj(days -> dismissed(reason, days, Choice.NONE))
                        .toList(),
                NOW);
    }

    private static Choice clip(String id) {
        return new Choice(Optional.empty(), Optional.of(id), Optional.empty(), Optional.empty());
    }

    @Test
    void halfOfTheUrgeIsBackAfterAHalfLife() {
        assertThat(after(DismissalReason.NOT_NOW, 0).left(SKILL)).isZero();
        assertThat(after(DismissalReason.NOT_NOW, 14).left(SKILL)).isEqualTo(0.5);
        assertThat(after(DismissalReason.NOT_NOW, 28).left(SKILL)).isEqualTo(0.75);
        assertThat(after(DismissalReason.NOT_NOW, 14, 28).left(SKILL))
                .isEqualTo(0.375, Offset.offset(1e-9));
        assertThat(after(DismissalReason.NOT_RELEVANT, 28).left(SKILL)).isLessThan(0.2);
        assertThat(after(DismissalReason.NOT_NOW, 0).left(Skill.OPENING)).isEqualTo(1);
    }

    @Test
    void aHeldSkillComesBackOnTheDayThatIsSaid() {
        assertThat(after(DismissalReason.NOT_NOW, 4).heldUntil(SKILL))
                .hasValue(NOW.plus(Duration.ofDays(10)));
        assertThat(after(DismissalReason.NOT_NOW, 14).heldUntil(SKILL)).isEmpty();
    }

    @Test
    void everyAlreadyGoodAsksForMoreCertainty() {
        assertThat(Lessons.none(NOW).bandMustLieUnder(SKILL, 80)).isEmpty();
        assertThat(after(DismissalReason.ALREADY_GOOD, 9).bandMustLieUnder(SKILL, 80))
                .hasValue(80.0);
        assertThat(after(DismissalReason.ALREADY_GOOD, 9, 40).bandMustLieUnder(SKILL, 80))
                .hasValue(70.0);
        assertThat(after(DismissalReason.ALREADY_GOOD, 181).bandMustLieUnder(SKILL, 80)).isEmpty();
    }

    @Test
    void aWrongClipIsNeverShownAgainAndTwoOfACallTakeTheCall() {
        Lessons one =
                new Lessons(
                        List.of(dismissed(DismissalReason.WRONG_CLIP, 400, clip("c0ffee-1-3"))),
                        NOW);
        assertThat(one.mayShow("c0ffee-1-3")).isFalse();
        assertThat(one.mayShow("c0ffee-1-4")).isTrue();
        Lessons two =
                new Lessons(
                        List.of(
                                dismissed(DismissalReason.WRONG_CLIP, 9, clip("c0ffee-1-3")),
                                dismissed(DismissalReason.WRONG_CLIP, 3, clip("c0ffee-1-8"))),
                        NOW);
        assertThat(two.mayShow("c0ffee-1-4")).isFalse();
        assertThat(two.mayShow("decaf-1-4")).isTrue();
    }

    @Test
    void aWrongTalkTrackIsNotOfferedAgain() {
        Choice track =
                new Choice(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("t1"));
        Lessons lessons =
                new Lessons(List.of(dismissed(DismissalReason.WRONG_TALK_TRACK, 9, track)), NOW);
        assertThat(lessons.mayOffer("t1")).isFalse();
        assertThat(lessons.mayOffer("t2")).isTrue();
        assertThat(lessons.left(SKILL)).isEqualTo(1);
    }

    @Test
    void acceptingOverrulesWhatWasSaidBefore() {
        RecommendationDecision accepted =
                new RecommendationDecision(
                        "ann",
                        SKILL,
                        Kind.ACCEPTED,
                        Optional.empty(),
                        "",
                        Choice.NONE,
                        NOW.minus(Duration.ofDays(1)));
        Lessons lessons =
                new Lessons(
                        List.of(dismissed(DismissalReason.ALREADY_GOOD, 2, Choice.NONE), accepted),
                        NOW);
        assertThat(lessons.left(SKILL)).isEqualTo(1);
        assertThat(lessons.bandMustLieUnder(SKILL, 80)).isEmpty();
        assertThat(lessons.practising(SKILL)).isTrue();
        assertThat(lessons.accepted(SKILL)).hasValue(accepted);
    }

    @Property(tries = 200)
    void theUrgeOnlyEverComesBack(
            @ForAll DismissalReason reason,
            @ForAll @IntRange(max = 400) int first,
            @ForAll @IntRange(max = 400) int second,
            @ForAll @IntRange(max = 400) int later) {
        List<RecommendationDecision> both =
                List.of(
                        dismissed(reason, first, Choice.NONE),
                        dismissed(reason, second, Choice.NONE));
        double now = new Lessons(both, NOW).left(SKILL);
        double then = new Lessons(both, NOW.plus(Duration.ofDays(later))).left(SKILL);
        assertThat(now).isBetween(0.0, 1.0);
        assertThat(then).isBetween(now, 1.0);
    }
}
