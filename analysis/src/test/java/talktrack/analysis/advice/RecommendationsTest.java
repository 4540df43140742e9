package talktrack.analysis.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import talktrack.models.events.RepWeek;
import talktrack.models.labels.Skill;

class RecommendationsTest {

    private static RepWeek week(String rep, int week, RepWeek.SkillSum... skills) {
        return new RepWeek(rep, "team", "2026-W%02d".formatted(week), 3, List.of(skills));
    }

    private static RepWeek.SkillSum mean(Skill skill, double mean, int n) {
        return new RepWeek.SkillSum(skill, Math.round(mean * 100 * n), n);
    }

    private static List<Recommendation> of(RepWeek... weeks) {
        return Recommendations.of(List.of(weeks), List.of(weeks));
    }

    @Test
    void areTheTwoWeakestSkillsThatMatterMost() {
        List<Recommendation> both =
                of(
                        week(
                                "ann",
                                45,
                                mean(Skill.IMPLICATION_DEPTH, 40, 4),
                                mean(Skill.LISTENING, 30, 4),
                                mean(Skill.OPENING, 20, 4)));
        // (100 − mean) × weight: listening 70 × 0.9, implication 60 × 1.0, opening 80 × 0.5.
        assertThat(both)
                .extracting(Recommendation::skill)
                .containsExactly(Skill.LISTENING, Skill.IMPLICATION_DEPTH);
        assertThat(both.getFirst().mean()).isEqualTo(30);
        assertThat(both.getFirst().n()).isEqualTo(4);
    }

    @Test
    void aGoodSkillAndOneWithTooFewCallsAreNoneToPractise() {
        assertThat(
                        of(
                                week(
                                        "ann",
                                        45,
                                        mean(Skill.LISTENING, 80, 9),
                                        mean(Skill.OPENING, 0, Recommendations.CALLS_NEEDED - 1))))
                .isEmpty();
        assertThat(of()).isEmpty();
    }

    @Test
    void callsOfAllWeeksCountTogether() {
        assertThat(
                        of(
                                week("ann", 44, mean(Skill.LISTENING, 40, 2)),
                                week("ann", 45, mean(Skill.LISTENING, 70, 1))))
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.mean()).isEqualTo(50);
                            assertThat(one.n()).isEqualTo(3);
                        });
    }

    @Test
    void theReasonIsTheTeamWhenItIsBetter() {
        RepWeek ann = week("ann", 45, mean(Skill.LISTENING, 50, 3));
        RepWeek bob = week("bob", 45, mean(Skill.LISTENING, 80, 3));
        Recommendation one = Recommendations.of(List.of(ann), List.of(ann, bob)).getFirst();
        assertThat(one.reason()).isEqualTo(Recommendation.Reason.BELOW_TEAM);
        assertThat(one.teamMean()).hasValue(65);
    }

    @Test
    void theReasonIsTheFallWhenTheLaterHalfIsWorse() {
        Recommendation one =
                of(
                                week("ann", 42, mean(Skill.LISTENING, 70, 3)),
                                week("ann", 43, mean(Skill.LISTENING, 70, 3)),
                                week("ann", 44, mean(Skill.LISTENING, 50, 3)),
                                week("ann", 45, mean(Skill.LISTENING, 50, 3)))
                        .getFirst();
        assertThat(one.reason()).isEqualTo(Recommendation.Reason.FALLING);
        assertThat(one.change()).hasValue(-20);
    }

    @Test
    void aFallToASingleCallIsChance() {
        Recommendation one =
                of(
                                week("ann", 44, mean(Skill.LISTENING, 70, 3)),
                                week("ann", 45, mean(Skill.LISTENING, 50, 1)))
                        .getFirst();
        assertThat(one.change()).isEmpty();
        assertThat(one.reason()).isEqualTo(Recommendation.Reason.WEAKEST);
    }

    @Test
    void otherwiseItIsSimplyTheWeakest() {
        Recommendation one = of(week("ann", 45, mean(Skill.LISTENING, 50, 3))).getFirst();
        assertThat(one.reason()).isEqualTo(Recommendation.Reason.WEAKEST);
        assertThat(one.change()).isEmpty();
    }

    @Test
    void theWeeksMayComeInAnyOrderAlsoAcrossAYear() {
        List<RepWeek> weeks =
                new ArrayList<>(
                        List.of(
                                new RepWeek(
                                        "ann",
                                        "team",
                                        "2027-W01",
                                        3,
                                        List.of(mean(Skill.LISTENING, 40, 3))),
                                new RepWeek(
                                        "ann",
                                        "team",
                                        "2026-W53",
                                        3,
                                        List.of(mean(Skill.LISTENING, 60, 3)))));
        assertThat(Recommendations.of(weeks, weeks).getFirst().change()).hasValue(-20);
    }
}
