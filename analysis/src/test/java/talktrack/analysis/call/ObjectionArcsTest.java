package talktrack.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.analysis.call.LabelledCall.call;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.labels.HandlingFault;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionType;

/** docs/conversation-model.md §3: an objection and what the rep makes of it. */
class ObjectionArcsTest {

    private static LabelledCall tooExpensive(double start, double end) {
        return call().rep(0, start - 1, "so that is the offer")
                .customer(start, end, "That's far too expensive for us.")
                .objecting(ObjectionType.PRICE, 0.9);
    }

    private static ObjectionHandling only(LabelledCall call) {
        List<ObjectionHandling> arcs = ObjectionArcs.of(call.build());
        assertThat(arcs).hasSize(1);
        return arcs.getFirst();
    }

    @Test
    void waitingHalfASecondIsAPause() {
        assertThat(only(tooExpensive(5, 8).rep(8.5, 11, "Expensive compared to what?")).steps())
                .contains(HandlingStep.PAUSE);
        assertThat(only(tooExpensive(5, 8).rep(8.4, 11, "Expensive compared to what?")).steps())
                .doesNotContain(HandlingStep.PAUSE);
    }

    @Test
    void answeringBeforeTheCustomerEndsInterrupts() {
        ObjectionHandling arc = only(tooExpensive(5, 8).rep(7, 10, "Expensive compared to what?"));
        assertThat(arc.faults()).contains(HandlingFault.INTERRUPTS);
        assertThat(arc.steps()).doesNotContain(HandlingStep.PAUSE);
    }

    @Test
    void aBackchannelMeanwhileIsNoInterruption() {
        ObjectionHandling arc =
                only(
                        tooExpensive(5, 8)
                                .rep(7, 8.2, "uh huh")
                                .rep(9, 11, "Expensive compared to what?"));
        assertThat(arc.faults()).doesNotContain(HandlingFault.INTERRUPTS);
        assertThat(arc.steps()).contains(HandlingStep.PAUSE, HandlingStep.CLARIFY);
    }

    @Test
    void whoContradictsArgues() {
        assertThat(
                        only(tooExpensive(5, 8)
                                        .rep(8.2, 11, "That's simply not true, you're wrong."))
                                .faults())
                .contains(HandlingFault.ARGUES);
    }

    @Test
    void aPriceCutIsAFaultInTheFirstAnswerOnly() {
        assertThat(
                        only(tooExpensive(5, 8)
                                        .rep(8.2, 11, "Then I'll give you twenty percent off."))
                                .faults())
                .contains(HandlingFault.DISCOUNTS_AT_ONCE);
        assertThat(
                        only(tooExpensive(5, 8)
                                        .rep(9, 11, "Expensive compared to what?")
                                        .customer(12, 15, "compared to what we pay now")
                                        .rep(16, 19, "Then I'll give you twenty percent off."))
                                .faults())
                .doesNotContain(HandlingFault.DISCOUNTS_AT_ONCE);
    }

    @Test
    void anAnswerOfMoreThanAMinuteIsAMonologue() {
        assertThat(only(tooExpensive(5, 8).rep(9, 69.5, "well you see it is like this")).faults())
                .contains(HandlingFault.MONOLOGUE);
        assertThat(only(tooExpensive(5, 8).rep(9, 69, "well you see it is like this")).faults())
                .doesNotContain(HandlingFault.MONOLOGUE);
    }

    @Test
    void theAnswerEndsWhereTheCustomerRaisesSomethingNew() {
        LabelledCall call =
                tooExpensive(5, 8)
                        .rep(9, 11, "What were you expecting?")
                        .customer(12, 14, "And your support has a bad name.")
                        .objecting(ObjectionType.TRUST, 0.8)
                        .rep(15, 18, "What did you hear about it?");
        List<ObjectionHandling> arcs = ObjectionArcs.of(call.build());
        assertThat(arcs)
                .extracting(ObjectionHandling::type)
                .containsExactly(ObjectionType.PRICE, ObjectionType.TRUST);
        assertThat(arcs.get(0).replyIds()).containsExactly(call.id(2));
        assertThat(arcs.get(1).replyIds()).containsExactly(call.id(4));
    }

    @Test
    void theSameTypeRaisedAgainLaterCameBack() {
        LabelledCall call =
                tooExpensive(5, 8)
                        .rep(9, 11, "What were you expecting?")
                        .customer(12, 14, "I still find it too dear.")
                        .objecting(ObjectionType.PRICE, 0.8);
        assertThat(ObjectionArcs.of(call.build()))
                .extracting(ObjectionHandling::cameBack)
                .containsExactly(true, false);
    }

    @Test
    void theCustomersFeelingBeforeAndAfterIsKept() {
        LabelledCall call =
                call().customer(0, 2, "we like what we saw")
                        .feeling(0.6)
                        .rep(3, 5, "so that is the offer")
                        .customer(6, 8, "That's far too expensive for us.")
                        .objecting(ObjectionType.PRICE, 0.9)
                        .feeling(-0.5)
                        .rep(9, 11, "What were you expecting?")
                        .customer(12, 14, "well maybe it is fine")
                        .feeling(0.1);
        ObjectionHandling arc = only(call);
        assertThat(arc.valenceBefore()).hasValue(0.6);
        assertThat(arc.valenceAfter()).hasValue(0.1);
    }

    @Test
    void anObjectionThatNobodyAnswersHasNoScore() {
        ObjectionHandling arc = only(tooExpensive(5, 8));
        assertThat(arc.score()).isEmpty();
        assertThat(arc.replyIds()).isEmpty();
        assertThat(arc.valenceAfter()).isEmpty();
    }

    @Test
    void anUncertainOrUnclearObjectionStartsNothing() {
        assertThat(
                        ObjectionArcs.of(
                                call().customer("hm expensive")
                                        .objecting(ObjectionType.PRICE, 0.39)
                                        .build()))
                .isEmpty();
        assertThat(
                        ObjectionArcs.of(
                                call().customer("hm expensive")
                                        .objecting(ObjectionType.PRICE, 0.9)
                                        .unclear()
                                        .build()))
                .isEmpty();
    }

    @Test
    void oneTurnRaisesEachTypeOnce() {
        LabelledCall call =
                call().customer(0, 2, "It's expensive.")
                        .objecting(ObjectionType.PRICE, 0.9)
                        .customer(3, 5, "Really expensive.")
                        .objecting(ObjectionType.PRICE, 0.9);
        assertThat(only(call).utteranceId()).isEqualTo(call.id(0));
    }

    @Test
    void withoutTimesNobodyHearsAPauseAndItCostsNothing() {
        ObjectionHandling arc =
                only(
                        call().untimed()
                                .in(Language.ZH)
                                .customer("这对我们来说太贵了。")
                                .objecting(ObjectionType.PRICE, 0.9)
                                .rep("您觉得主要是贵在哪里呢？"));
        assertThat(arc.steps()).containsExactly(HandlingStep.CLARIFY);
        assertThat(arc.score()).hasValueCloseTo(25 * 100 / 90.0, Assertions.within(1e-9));
    }

    @Test
    void allStepsScoreAHundredAndFaultsTakeAway() {
        Set<HandlingStep> all = EnumSet.allOf(HandlingStep.class);
        Set<HandlingStep> words = EnumSet.complementOf(EnumSet.of(HandlingStep.PAUSE));
        assertThat(HandlingScore.of(all, Set.of(), true)).isEqualTo(100);
        assertThat(HandlingScore.of(words, Set.of(), true)).isEqualTo(90);
        assertThat(HandlingScore.of(words, Set.of(), false)).isEqualTo(100);
        assertThat(
                        HandlingScore.of(
                                EnumSet.of(HandlingStep.ACKNOWLEDGE, HandlingStep.CLARIFY),
                                Set.of(),
                                true))
                .isEqualTo(50);
        assertThat(HandlingScore.of(all, Set.of(HandlingFault.DISCOUNTS_AT_ONCE), true))
                .isEqualTo(60);
        assertThat(HandlingScore.of(Set.of(), Set.of(HandlingFault.ARGUES), true)).isZero();
    }
}
