package talktrack.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static talktrack.analysis.call.LabelledCall.call;

import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import talktrack.models.events.CallMetrics;
import talktrack.models.labels.Language;
import talktrack.models.labels.QuestionType;

/** Each metric of docs/metrics.md on calls whose numbers are computed by hand. */
class MetricsTest {

    private static final Offset<Double> A_LITTLE = within(1e-9);

    /** 60 s of call: the rep speaks 0–10 and 20–40, the customer 12–18 and 41–60. */
    private static LabelledCall plain() {
        return call().rep(0, 10, "so how do you plan your routes today")
                .asking(QuestionType.SITUATION)
                .customer(12, 18, "we plan them on paper")
                .rep(20, 40, "and what does it cost you when a van is late")
                .asking(QuestionType.IMPLICATION)
                .customer(41, 60, "it costs us a customer now and then");
    }

    private static CallMetrics of(LabelledCall call) {
        SpokenCall spoken = call.build();
        return Metrics.of(spoken, Phases.of(spoken));
    }

    @Test
    void talkRatioIsTheRepsShareOfAllSpeech() {
        CallMetrics metrics = of(plain());
        assertThat(metrics.talkRatio()).hasValueCloseTo(30.0 / 55, A_LITTLE);
        assertThat(metrics.talkRatioBasis()).isEqualTo(CallMetrics.TalkRatioBasis.TIME);
    }

    @Test
    void whereBothSpeakTheTimeCountsForBoth() {
        LabelledCall call = call().rep(0, 10, "let me explain").customer(5, 15, "but we have");
        assertThat(of(call).talkRatio()).hasValueCloseTo(0.5, A_LITTLE);
        assertThat(of(call).overlapSeconds()).hasValueCloseTo(5.0, A_LITTLE);
        assertThat(of(call).nonTalkSeconds()).hasValueCloseTo(0.0, A_LITTLE);
    }

    @Test
    void withoutTimesTalkRatioIsByWordsAndTimeMetricsAreAbsent() {
        CallMetrics metrics =
                of(call().untimed().rep("one two three").customer("one two three four five six"));
        assertThat(metrics.talkRatio()).hasValueCloseTo(3.0 / 9, A_LITTLE);
        assertThat(metrics.talkRatioBasis()).isEqualTo(CallMetrics.TalkRatioBasis.WORDS);
        assertThat(metrics.longestMonologueSeconds()).isEmpty();
        assertThat(metrics.longestCustomerStorySeconds()).isEmpty();
        assertThat(metrics.switchesPerMinute()).isEmpty();
        assertThat(metrics.patienceSeconds()).isEmpty();
        assertThat(metrics.interruptions()).isEmpty();
        assertThat(metrics.questionsPerHour()).isEmpty();
        assertThat(metrics.repPacePerMinute()).isEmpty();
        assertThat(metrics.customerPacePerMinute()).isEmpty();
        assertThat(metrics.nonTalkSeconds()).isEmpty();
        assertThat(metrics.overlapSeconds()).isEmpty();
    }

    @Test
    void inChineseTalkRatioWithoutTimesIsByCharacters() {
        LabelledCall call = call().in(Language.ZH).untimed().rep("您好，我是小王。").customer("你们 用 PPT 吗");
        // Six characters of the rep; four characters and one Latin word of the customer.
        assertThat(of(call).talkRatio()).hasValueCloseTo(6.0 / 11, A_LITTLE);
    }

    @Test
    void ofUnknownSpeakersOnlyTheSilenceIsKnown() {
        CallMetrics metrics = of(plain().bySpeakersUnknown());
        assertThat(metrics.nonTalkSeconds()).hasValueCloseTo(5.0, A_LITTLE);
        assertThat(metrics.talkRatio()).isEmpty();
        assertThat(metrics.longestMonologueSeconds()).isEmpty();
        assertThat(metrics.switchesPerMinute()).isEmpty();
        assertThat(metrics.patienceSeconds()).isEmpty();
        assertThat(metrics.interruptions()).isEmpty();
        assertThat(metrics.questionsPerHour()).isEmpty();
        assertThat(metrics.questionsByType()).isEmpty();
        assertThat(metrics.repPacePerMinute()).isEmpty();
        assertThat(metrics.fillerRatio()).isEmpty();
        assertThat(metrics.overlapSeconds()).isEmpty();
    }

    @Test
    void ofACallInWhichNobodySpeaksNothingIsKnown() {
        CallMetrics metrics = of(call());
        assertThat(metrics.talkRatio()).isEmpty();
        assertThat(metrics.nonTalkSeconds()).isEmpty();
        assertThat(metrics.questionsByType()).isEmpty();
    }

    @Test
    void whereOnlyTheRepIsHeardNobodyCanBeInterrupted() {
        CallMetrics metrics = of(call().rep(0, 10, "is anybody there"));
        assertThat(metrics.talkRatio()).hasValue(1);
        assertThat(metrics.interruptions()).isEmpty();
        assertThat(metrics.patienceSeconds()).isEmpty();
        assertThat(metrics.longestCustomerStorySeconds()).isEmpty();
        assertThat(metrics.customerPacePerMinute()).isEmpty();
    }

    @Test
    void nonTalkTimeIsWhatIsLeftOfTheCall() {
        assertThat(of(plain()).nonTalkSeconds()).hasValueCloseTo(5.0, A_LITTLE);
        assertThat(of(plain()).overlapSeconds()).hasValueCloseTo(0.0, A_LITTLE);
    }

    @Test
    void switchesAreCountedAMinute() {
        assertThat(of(plain()).switchesPerMinute()).hasValueCloseTo(3.0, A_LITTLE);
    }

    @Test
    void aBackchannelIsNoTurnAndNoSwitch() {
        LabelledCall call =
                call().rep(0, 20, "let me show you the first page")
                        .customer(20, 20.5, "mm hm")
                        .rep(21, 58, "and here is the second page")
                        .customer(58, 60, "that looks good");
        assertThat(of(call).switchesPerMinute()).hasValueCloseTo(1.0, A_LITTLE);
    }

    @Test
    void patienceIsTheMedianSilenceBeforeTheRepAnswers() {
        LabelledCall call =
                call().customer(0, 10, "the first thing is this")
                        .rep(11, 12, "i can tell you why")
                        .customer(13, 20, "the second thing is that")
                        .rep(19, 25, "well let me answer that")
                        .customer(26, 30, "and then there is another one")
                        .rep(30.4, 33, "we have that too");
        // Silences: 1.0 s, an overlap that counts 0, 0.4 s.
        assertThat(of(call).patienceSeconds()).hasValueCloseTo(0.4, A_LITTLE);
    }

    @Test
    void paceIsWordsOrCharactersAMinuteOfSpeech() {
        assertThat(of(plain()).repPacePerMinute()).hasValueCloseTo(19 * 60 / 30.0, A_LITTLE);
        LabelledCall chinese = call().in(Language.ZH).rep(0, 3, "我们 今天 聊 三 件 事");
        assertThat(of(chinese).repPacePerMinute()).hasValueCloseTo(8 * 60 / 3.0, A_LITTLE);
    }

    @Test
    void theLongestMonologueBearsShortInterruptionsAndNoPauses() {
        LabelledCall call =
                call().rep(0, 30, "first part of a long story")
                        .customer(30, 31.5, "and so then")
                        .rep(33, 53, "second part of the long story")
                        .customer(53, 56, "now let me say something as well")
                        .rep(56, 100, "third part");
        // 30 + 20 s with 1.5 s of others in between; then 3 s end it, and 44 s are less than 50.
        assertThat(of(call).longestMonologueSeconds()).hasValueCloseTo(50.0, A_LITTLE);
        assertThat(of(call).longestCustomerStorySeconds()).hasValueCloseTo(3.0, A_LITTLE);
    }

    @Test
    void questionsAreCountedByTypeAndTheSpinTypesAnHour() {
        LabelledCall call =
                plain().rep(60, 70, "shall we sign today")
                        .asking(QuestionType.CLOSING)
                        .customer(70, 120, "i would have to think about that");
        assertThat(of(call).questionsPerHour()).hasValueCloseTo(2 / (120.0 / 3600), A_LITTLE);
        assertThat(of(call).questionsByType())
                .isEqualTo(
                        Map.of(
                                "situation", 1,
                                "problem", 0,
                                "implication", 1,
                                "need-payoff", 0,
                                "check", 0,
                                "closing", 1,
                                "rapport", 0));
    }

    @Test
    void aQuestionOfUncertainTypeIsNotCounted() {
        LabelledCall call =
                plain().rep(60, 70, "what does that cost")
                        .asking(QuestionType.IMPLICATION, 0.49)
                        .rep(70, 80, "and what does that lead to")
                        .asking(QuestionType.IMPLICATION, 0.5)
                        .customer(80, 120, "i would have to think about that");
        assertThat(of(call).questionsPerHour()).hasValueCloseTo(3 / (120.0 / 3600), A_LITTLE);
        assertThat(of(call).questionsByType()).containsEntry("implication", 2);
    }

    @Test
    void everyQuestionOfAnUtteranceIsCounted() {
        LabelledCall call =
                plain().rep(60, 80, "what do you use today and what does it cost when it fails")
                        .asking(QuestionType.IMPLICATION)
                        .askingToo(QuestionType.SITUATION, 0.5)
                        .askingToo(QuestionType.PROBLEM, 0.49)
                        .customer(80, 120, "i would have to think about that");
        assertThat(of(call).questionsPerHour()).hasValueCloseTo(4 / (120.0 / 3600), A_LITTLE);
        assertThat(of(call).questionsByType())
                .containsEntry("implication", 2)
                .containsEntry("situation", 2)
                .containsEntry("problem", 0);
    }

    @Test
    void anUnclearQuestionCountsNowhere() {
        assertThat(
                        of(call().rep(0, 60, "x").asking(QuestionType.PROBLEM).unclear())
                                .questionsPerHour())
                .hasValueCloseTo(0.0, A_LITTLE);
    }

    @Test
    void fillersAreCountedPerWordOfTheRep() {
        LabelledCall english =
                call().rep("um we could uh start in may").customer("uh").rep("mm hm");
        assertThat(of(english).fillerRatio()).hasValueCloseTo(2.0 / 7, A_LITTLE);
        LabelledCall chinese = call().in(Language.ZH).rep("呃 我们 那个 那个 五月 开始");
        assertThat(of(chinese).fillerRatio()).hasValueCloseTo(2.0 / 6, A_LITTLE);
    }

    @Test
    void anOrdinaryDemonstrativeIsNoFiller() {
        assertThat(of(call().in(Language.ZH).rep("那个系统下周上线")).fillerRatio()).hasValue(0);
    }
}
