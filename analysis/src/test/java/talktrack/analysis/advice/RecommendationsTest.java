package talktrack.analysis.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import talktrack.analysis.advice.Recommendation.Peers;
import talktrack.models.events.RecommendationDecision;
import talktrack.models.events.RecommendationDecision.Choice;
import talktrack.models.events.RecommendationDecision.Kind;
import talktrack.models.labels.DismissalReason;
import talktrack.models.labels.Skill;

class RecommendationsTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final int CALLS = 10;

    private final Map<Skill, List<Observed>> own = new EnumMap<>(Skill.class);
    private final Map<Skill, Peers> peers = new EnumMap<>(Skill.class);
    private final List<RecommendationDecision> decisions = new ArrayList<>();

    static List<Observed> calls(double... scores) {
        List<Observed> calls = new ArrayList<>();
        for (double score : scores) {
            int i = calls.size();
            calls.add(new Observed("call" + i, NOW.plus(Duration.ofDays(i - 100L)), score, 1));
        }
        return calls;
    }

    private void scored(Skill skill, double... scores) {
        own.put(skill, calls(scores));
    }

    private void decided(Skill skill, Kind kind, DismissalReason reason, int daysAgo) {
        decisions.add(
                new RecommendationDecision(
                        "ann",
                        skill,
                        kind,
                        Optional.ofNullable(reason),
                        "",
                        Choice.NONE,
                        NOW.minus(Duration.ofDays(daysAgo))));
    }

    private Recommendations recommended() {
        return Recommendations.of(own, CALLS, peers, new Lessons(decisions, NOW));
    }

    private List<Skill> skills() {
        return recommended().chosen().stream().map(Recommendation::skill).toList();
    }

    @Test
    void areTheTwoWeakestSkillsThatMatterMost() {
        scored(Skill.IMPLICATION_DEPTH, 40, 40, 40, 40);
        scored(Skill.LISTENING, 30, 30, 30, 30);
        scored(Skill.OPENING, 20, 20, 20, 20);
        // 100 − mean by weight: listening 70 × 0.9, implication 60 × 1.0, opening 80 × 0.5.
        assertThat(skills()).containsExactly(Skill.LISTENING, Skill.IMPLICATION_DEPTH);
    }

    @Test
    void aGoodSkillAndOneWithTooLittleEvidenceAreNoneToPractise() {
        scored(Skill.LISTENING, 80, 80, 80, 80, 80);
        scored(Skill.OPENING, 0, 0);
        own.put(
                Skill.NEED_PAYOFF,
                calls(50, 50, 50).stream()
                        .map(c -> new Observed(c.callId(), c.startedAt(), c.score(), 0.5))
                        .toList());
        assertThat(skills()).isEmpty();
    }

    @Test
    void ofTwoEquallyWeakSkillsTheOneThatComesUpMoreOftenIsFirst() {
        scored(Skill.PROBLEM_DISCOVERY, 0, 0, 0, 0);
        scored(Skill.NEED_PAYOFF, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(skills()).containsExactly(Skill.NEED_PAYOFF, Skill.PROBLEM_DISCOVERY);
    }

    @Test
    void peersMakeAWeaknessWorse() {
        scored(Skill.NEED_PAYOFF, 50, 50, 50, 50);
        scored(Skill.PROBLEM_DISCOVERY, 50, 50, 50, 50);
        peers.put(Skill.NEED_PAYOFF, new Peers(OptionalDouble.of(70), OptionalDouble.of(10)));
        Recommendation first = recommended().chosen().getFirst();
        assertThat(first.skill()).isEqualTo(Skill.NEED_PAYOFF);
        assertThat(first.reason()).isEqualTo(Recommendation.Reason.BELOW_TEAM);
        peers.put(Skill.NEED_PAYOFF, new Peers(OptionalDouble.of(54), OptionalDouble.of(10)));
        assertThat(recommended().chosen().getFirst().reason())
                .isEqualTo(Recommendation.Reason.BELOW_MOST);
    }

    @Test
    void theReasonIsTheFallWhenThereSurelyIsOne() {
        scored(Skill.LISTENING, 90, 90, 90, 90, 90, 10, 20, 10, 10, 10);
        Recommendation one = recommended().chosen().getFirst();
        assertThat(one.reason()).isEqualTo(Recommendation.Reason.FALLING);
        assertThat(one.fall()).hasValueSatisfying(f -> assertThat(f.points()).isEqualTo(-78));
        scored(Skill.LISTENING, 70, 70, 70, 70, 70, 50, 50, 50, 50, 50);
        assertThat(recommended().chosen().getFirst().reason())
                .isEqualTo(Recommendation.Reason.WEAKEST);
    }

    @Test
    void whoIsTheBestOfTheCompanyHasLessToPractise() {
        scored(Skill.NEED_PAYOFF, 50, 50, 50, 50);
        scored(Skill.PROBLEM_DISCOVERY, 60, 60, 60, 60);
        peers.put(Skill.NEED_PAYOFF, new Peers(OptionalDouble.of(50), OptionalDouble.of(100)));
        peers.put(Skill.PROBLEM_DISCOVERY, new Peers(OptionalDouble.of(60), OptionalDouble.of(0)));
        assertThat(skills()).containsExactly(Skill.PROBLEM_DISCOVERY, Skill.NEED_PAYOFF);
    }

    @Test
    void whatWasDismissedIsNotShownForAWhileAndSaysSo() {
        scored(Skill.LISTENING, 10, 10, 10, 10);
        scored(Skill.NEED_PAYOFF, 30, 30, 30, 30);
        decided(Skill.LISTENING, Kind.DISMISSED, DismissalReason.NOT_NOW, 3);
        assertThat(skills()).containsExactly(Skill.NEED_PAYOFF);
        assertThat(recommended().notShown())
                .singleElement()
                .satisfies(one -> assertThat(one.what().skill()).isEqualTo(Skill.LISTENING));
        decisions.clear();
        decided(Skill.LISTENING, Kind.DISMISSED, DismissalReason.NOT_NOW, 14);
        assertThat(skills()).containsExactly(Skill.LISTENING, Skill.NEED_PAYOFF);
    }

    @Test
    void afterAlreadyGoodTheWholeBandMustLieUnderGoodEnough() {
        scored(Skill.LISTENING, 60, 60, 60, 60);
        decided(Skill.LISTENING, Kind.DISMISSED, DismissalReason.ALREADY_GOOD, 60);
        assertThat(skills()).isEmpty();
        assertThat(recommended().notShown().getFirst().bandMustLieUnder()).hasValue(80.0);
        scored(Skill.LISTENING, 20, 20, 20, 20);
        assertThat(skills()).containsExactly(Skill.LISTENING);
    }

    @Test
    void aWrongClipSaysNothingAboutTheSkill() {
        scored(Skill.LISTENING, 10, 10, 10, 10);
        decided(Skill.LISTENING, Kind.DISMISSED, DismissalReason.WRONG_CLIP, 0);
        assertThat(skills()).containsExactly(Skill.LISTENING);
    }

    @Test
    void whatTheRepPractisesAlreadyStaysFirst() {
        scored(Skill.LISTENING, 0, 0, 0, 0);
        scored(Skill.NEED_PAYOFF, 10, 10, 10, 10);
        scored(Skill.OPENING, 70, 70, 70, 70);
        decided(Skill.OPENING, Kind.ACCEPTED, null, 5);
        assertThat(skills()).containsExactly(Skill.OPENING, Skill.LISTENING);
        decisions.clear();
        decided(Skill.OPENING, Kind.ACCEPTED, null, 43);
        assertThat(skills()).containsExactly(Skill.LISTENING, Skill.NEED_PAYOFF);
    }
}
