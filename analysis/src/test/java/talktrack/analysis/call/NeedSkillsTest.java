package talktrack.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.analysis.call.LabelledCall.call;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import talktrack.models.events.SkillScore;
import talktrack.models.labels.Need;
import talktrack.models.labels.QuestionType;

/** The skills that rest on needs, worked by hand on the calls of docs/metrics.md. */
class NeedSkillsTest {

    private static final Offset<Double> A_LITTLE = Offset.offset(1e-9);

    private record Scores(
            OptionalDouble discovery,
            OptionalDouble implication,
            OptionalDouble payoff,
            OptionalDouble match) {

        static Scores of(LabelledCall call) {
            SpokenCall spoken = call.build();
            Needs needs = Needs.of(spoken);
            return new Scores(
                    score(NeedSkills.problemDiscovery(spoken, needs)),
                    score(NeedSkills.implicationDepth(needs)),
                    score(NeedSkills.needPayoff(needs)),
                    score(SolutionMatchSkill.of(needs)));
        }

        static Scores of(Double discovery, Double implication, Double payoff, Double match) {
            return new Scores(
                    optional(discovery), optional(implication), optional(payoff), optional(match));
        }

        private static OptionalDouble score(Optional<SkillScore> skill) {
            return optional(skill.map(SkillScore::score).orElse(null));
        }

        private static OptionalDouble optional(Double value) {
            return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
        }

        Stream<OptionalDouble> ofQuestions() {
            return Stream.of(discovery, implication, payoff);
        }
    }

    @Test
    void oneMatterBroughtToItsValue() {
        // one problem → 50; its consequence and its value drawn out → 100; nothing presented
        assertThat(Scores.of(NeedCalls.funnel())).isEqualTo(Scores.of(50.0, 100.0, 100.0, null));
    }

    @Test
    void twoProblemsOfWhichOneIsDropped() {
        // two problems → 75; one of two to a consequence → 50; no value → 0;
        // one of two capabilities fits, one of two needs answered → ½ → 75
        assertThat(Scores.of(NeedCalls.oneDropped())).isEqualTo(Scores.of(75.0, 50.0, 0.0, 75.0));
    }

    @Test
    void aCustomerWhoSaysItAllUnasked() {
        // nothing brought out → 0; the problem never followed → 0; a want unasked is no occasion;
        // one of two capabilities fits, the need is answered → 2 · ½ · 1 / 1½ = ⅔ → 100
        Scores scores = Scores.of(NeedCalls.unasked());
        assertThat(scores.discovery()).hasValue(0);
        assertThat(scores.implication()).hasValue(0);
        assertThat(scores.payoff()).isEmpty();
        assertThat(scores.match().orElseThrow()).isCloseTo(100, A_LITTLE);
    }

    @Test
    void theEvidenceIsQuestionAndAnswer() {
        LabelledCall call = NeedCalls.funnel();
        Needs needs = Needs.of(call.build());
        assertThat(NeedSkills.problemDiscovery(call.build(), needs).orElseThrow().evidence())
                .containsExactly(call.id(2), call.id(3));
        assertThat(NeedSkills.implicationDepth(needs).orElseThrow().evidence())
                .containsExactly(call.id(4), call.id(5));
        assertThat(NeedSkills.needPayoff(needs).orElseThrow().evidence())
                .containsExactly(call.id(6), call.id(7));
    }

    @ParameterizedTest
    @EnumSource(
            value = QuestionType.class,
            names = {"SITUATION", "PROBLEM", "IMPLICATION", "NEED_PAYOFF"})
    void noNumberOfQuestionsEarnsAPoint(QuestionType type) {
        LabelledCall call =
                call().rep("Hello.")
                        .customer("The tills freeze every Saturday.")
                        .needing(Need.IMPLIED, 0.9);
        for (int i = 0; i < 20; i++) {
            call.rep("And what about that one, then?").asking(type).customer("No.");
        }
        Scores scores = Scores.of(call);
        assertThat(scores.discovery()).hasValue(0);
        assertThat(scores.implication()).hasValue(0);
        assertThat(scores.payoff()).hasValue(0);
    }

    @RepeatedTest(30)
    void unansweredQuestionsAtTheEndRaiseNoScore(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        LabelledCall call = NeedsTest.randomCall(random);
        for (int i = 0; i < 6; i++) {
            call.rep("So we sell tills.").customer("Mhm okay then.");
        }
        List<OptionalDouble> before = Scores.of(call).ofQuestions().toList();
        for (int i = 0; i < 5; i++) {
            call.rep("What would that lead to?")
                    .asking(QuestionType.values()[random.nextInt(QuestionType.values().length)])
                    .customer("No.");
        }
        List<OptionalDouble> after = Scores.of(call).ofQuestions().toList();
        assertThat(after).isEqualTo(before);
        assertThat(after).allSatisfy(score -> assertThat(score.orElse(0)).isBetween(0.0, 100.0));
    }

    @Test
    void withoutAProblemThereIsNoOccasionForDepthPayoffAndMatch() {
        LabelledCall call = call();
        for (int i = 0; i < 4; i++) {
            call.rep("How many vans do you have?")
                    .asking(QuestionType.SITUATION)
                    .customer("We have twelve of them.")
                    .rep("Our vans come with a full service for five years.")
                    .customer("Okay.");
        }
        assertThat(Scores.of(call)).isEqualTo(Scores.of(0.0, null, null, null));
    }

    @Test
    void problemDiscoveryIsAbsentWhenTheTalkIsShortOrNobodyKnowsTheRep() {
        assertThat(Scores.of(call().rep("Hello there.").customer("Hi.")).discovery()).isEmpty();
        assertThat(Scores.of(NeedCalls.funnel().bySpeakersUnknown()).discovery()).isEmpty();
    }

    @Test
    void whatWasPresentedBeforeTheNeedWasKnownAnswersNothing() {
        LabelledCall call =
                call().rep("Our tills keep selling when the network is down.")
                        .customer("Okay then.")
                        .rep("Anything else?")
                        .customer("The tills freeze on Saturdays and the network is down.")
                        .needing(Need.IMPLIED, 0.9);
        assertThat(Scores.of(call).match()).hasValue(0);
        call.rep("Our tills keep selling when the network is down.");
        // one of two capabilities fits, the only need is answered
        assertThat(Scores.of(call).match().orElseThrow()).isCloseTo(100, A_LITTLE);
    }
}
