package talktrack.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static talktrack.analysis.call.LabelledCall.call;

import org.junit.jupiter.api.Test;
import talktrack.models.labels.Language;
import talktrack.models.labels.Need;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;

/** What the call says against an objection that the words alone suggest. */
class ObjectionDoubtsTest {

    /** The certainty of the call's last turn, whose words alone are certain to 0.9. */
    private static double certainty(LabelledCall call) {
        SpokenCall built = call.build();
        var turns = built.turns();
        return new ObjectionDoubts(turns)
                .certainty(turns.getLast().utterances().getLast(), turns.size() - 1);
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
                .isEqualTo(0.9);
        assertThat(certainty(objects(later().in(Language.ZH).rep("一个坐席四十"), "这个太贵了")))
                .isEqualTo(0.9);
    }

    @Test
    void theAnswerToAQuestionAboutFactsOrTroubleIsDoubtful() {
        for (QuestionType type : QuestionType.values()) {
            double certainty =
                    certainty(
                            objects(
                                    later().rep("what did that cost you last year").asking(type),
                                    "about nine thousand"));
            assertThat(certainty).isCloseTo(type.isSpin() ? 0.9 * 0.3 : 0.9, within(1e-9));
        }
    }

    @Test
    void whoAsksForDoubtsGetsThem() {
        assertThat(
                        certainty(
                                objects(
                                        later().rep("what is still holding you back")
                                                .asking(QuestionType.PROBLEM),
                                        "it costs too much")))
                .isEqualTo(0.9);
        assertThat(
                        certainty(
                                objects(
                                        later().in(Language.ZH)
                                                .rep("那还有什么在您心里打鼓的")
                                                .asking(QuestionType.PROBLEM),
                                        "租金贵了一块钱")))
                .isEqualTo(0.9);
    }

    @Test
    void whoAgreesObjectsLessUnlessItIsTakenBack() {
        assertThat(certainty(objects(later(), "yes let's do it then"))).isEqualTo(0.45);
        assertThat(certainty(objects(later(), "yes but that is a lot of money"))).isEqualTo(0.9);
        assertThat(certainty(objects(later(), "okay send me something"))).isEqualTo(0.9);
        LabelledCall chinese = later().in(Language.ZH);
        assertThat(certainty(objects(chinese, "可以 不贵"))).isEqualTo(0.45);
    }

    @Test
    void theOpeningOfWhoCallsInWithANeedIsNoObjection() {
        LabelledCall callsIn = objects(call().rep("how can i help"), "my car makes a noise");
        assertThat(certainty(callsIn.needing(Need.IMPLIED, 0.95))).isEqualTo(0.45);
        LabelledCall coldCall = objects(call().rep("good morning"), "we are not interested");
        assertThat(certainty(coldCall)).isEqualTo(0.9);
    }

    @Test
    void aGoodbyeIsHardlyAnObjection() {
        assertThat(certainty(objects(later(), "Goodbye!"))).isCloseTo(0.27, within(1e-9));
        assertThat(certainty(objects(later().in(Language.ZH), "没事，再见。")))
                .isCloseTo(0.27, within(1e-9));
        assertThat(certainty(objects(later().in(Language.ZH), "再说吧，好，拜拜。"))).isEqualTo(0.9);
    }
}
