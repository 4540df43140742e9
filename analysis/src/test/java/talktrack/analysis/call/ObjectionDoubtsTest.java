package talktrack.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static talktrack.analysis.call.LabelledCall.call;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import talktrack.models.events.Scored;
import talktrack.models.labels.Language;
import talktrack.models.labels.Need;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;

/** What the call says against an objection that the words alone suggest. */
class ObjectionDoubtsTest {

    private static final Offset<Double> A_LITTLE = within(1e-9);

    /** The certainty of the call's last turn, whose words alone are certain to 0.9. */
    private static double certainty(LabelledCall call) {
        Scored<ObjectionType> weighed =
                ObjectionDoubts.weighed(call.build()).utterances().getLast().labels().objection();
        return weighed.label() == ObjectionType.PRICE ? weighed.score() : 1 - weighed.score();
    }

    private static LabelledCall objects(LabelledCall call, String text) {
        return call.customer(text).objecting(ObjectionType.PRICE, 0.9);
    }

    /** A talk that has got past its opening. */
    private static LabelledCall later() {
        return call().customer("hello there")
                .rep("hello")
                .customer("go on then please")
                .rep("well");
    }

    @Test
    void whatFollowsAStatementIsAsCertainAsItsWords() {
        assertThat(certainty(objects(later().rep("that is forty a seat"), "that is too much")))
                .isCloseTo(0.9, A_LITTLE);
        assertThat(certainty(objects(later().in(Language.ZH).rep("一个坐席四十"), "这个太贵了")))
                .isCloseTo(0.9, A_LITTLE);
    }

    @Test
    void theAnswerToAQuestionAboutFactsOrTroubleIsDoubtful() {
        for (QuestionType type : QuestionType.values()) {
            double certainty =
                    certainty(
                            objects(
                                    later().rep("what did that cost you last year").asking(type),
                                    "about nine thousand"));
            assertThat(certainty).isCloseTo(type.isSpin() ? 0.9 * 0.6 : 0.9, A_LITTLE);
        }
    }

    @Test
    void aQuestionExplainsOneSideOfAnAnswerWithABut() {
        assertThat(
                        certainty(
                                objects(
                                        later().rep("what does that cost you")
                                                .asking(QuestionType.IMPLICATION),
                                        "a customer a month but you are too dear for us")))
                .isCloseTo(0.9 * 0.8, A_LITTLE);
    }

    @Test
    void whoPutsOffAnswersNoQuestion() {
        assertThat(
                        certainty(
                                objects(
                                        later().in(Language.ZH)
                                                .rep("您目前用的是什么系统")
                                                .asking(QuestionType.SITUATION),
                                        "太贵了，我再考虑一下")))
                .isCloseTo(0.9, A_LITTLE);
    }

    @Test
    void whatSomebodySaidNoRuleDoubts() {
        LabelledCall call = later().rep("what did it cost").asking(QuestionType.SITUATION);
        assertThat(certainty(call.customer("nine thousand").objecting(ObjectionType.PRICE, 1)))
                .isEqualTo(1);
    }

    @Test
    void belowTheBorderItIsNoObjectionAnyMore() {
        LabelledCall call = later().rep("what did it cost").asking(QuestionType.SITUATION);
        call.customer("nine thousand").objecting(ObjectionType.PRICE, 0.6);
        SpokenCall weighed = ObjectionDoubts.weighed(call.build());
        assertThat(weighed.utterances().getLast().labels().objection().label())
                .isEqualTo(ObjectionType.NONE);
        assertThat(weighed.turns()).hasSameSizeAs(call.build().turns());
    }

    @Test
    void whoAsksForDoubtsGetsThem() {
        assertThat(
                        certainty(
                                objects(
                                        later().rep("what is still holding you back")
                                                .asking(QuestionType.PROBLEM),
                                        "it costs too much")))
                .isCloseTo(0.9, A_LITTLE);
        assertThat(
                        certainty(
                                objects(
                                        later().in(Language.ZH)
                                                .rep("那还有什么在您心里打鼓的")
                                                .asking(QuestionType.PROBLEM),
                                        "租金贵了一块钱")))
                .isCloseTo(0.9, A_LITTLE);
    }

    @Test
    void whoAgreesObjectsLessUnlessItIsTakenBack() {
        assertThat(certainty(objects(later(), "yes let's do it then"))).isCloseTo(0.45, A_LITTLE);
        assertThat(certainty(objects(later(), "yes but that is a lot of money")))
                .isCloseTo(0.9, A_LITTLE);
        assertThat(certainty(objects(later(), "okay send me something"))).isCloseTo(0.9, A_LITTLE);
        LabelledCall chinese = later().in(Language.ZH);
        assertThat(certainty(objects(chinese, "可以 不贵"))).isCloseTo(0.45, A_LITTLE);
    }

    @Test
    void theOpeningOfWhoCallsInWithANeedIsNoObjection() {
        LabelledCall callsIn = objects(call().rep("how can i help"), "my car makes a noise");
        assertThat(certainty(callsIn.needing(Need.IMPLIED, 0.95))).isCloseTo(0.45, A_LITTLE);
        LabelledCall coldCall = objects(call().rep("good morning"), "we are not interested");
        assertThat(certainty(coldCall)).isCloseTo(0.9, A_LITTLE);
    }

    @Test
    void aGoodbyeIsHardlyAnObjection() {
        assertThat(certainty(objects(later(), "Goodbye!"))).isCloseTo(0.27, A_LITTLE);
        assertThat(certainty(objects(later().in(Language.ZH), "没事，再见。"))).isCloseTo(0.27, A_LITTLE);
        assertThat(certainty(objects(later().in(Language.ZH), "再说吧，好，拜拜。")))
                .isCloseTo(0.9, A_LITTLE);
    }
}
