package talktrack.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.analysis.call.LabelledCall.call;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import talktrack.models.labels.Language;

class InterruptionsTest {

    private static int interruptions(LabelledCall call) {
        return TurnTaking.interruptions(call.build()).orElseThrow();
    }

    @Test
    void whoStartsBeforeTheCustomerEndsAndGoesOnInterrupts() {
        assertThat(
                        interruptions(
                                call().customer(0, 10, "what worries me about it is")
                                        .rep(9.7, 12, "no need to worry about that")))
                .isEqualTo(1);
    }

    @Test
    void aSlightOverlapIsNone() {
        assertThat(
                        interruptions(
                                call().customer(0, 10, "what worries me about it is")
                                        .rep(9.75, 12, "no need to worry about that")))
                .isZero();
    }

    /** 9.7 s and 10 s are 0.3 s apart; as doubles, 609.7 s and 610 s are less. */
    @Test
    void whatIsAnInterruptionIsOneWheneverTheCallBegins() {
        assertThat(IntStream.range(0, 1000).mapToDouble(i -> i / 1.25))
                .allSatisfy(
                        begins ->
                                assertThat(
                                                interruptions(
                                                        call().customer(
                                                                        begins,
                                                                        begins + 10,
                                                                        "what worries me about it is")
                                                                .rep(
                                                                        begins + 9.7,
                                                                        begins + 10.7,
                                                                        "no need to worry")))
                                        .isEqualTo(1));
    }

    @Test
    void whoStopsAgainWithinASecondHasNotInterrupted() {
        assertThat(
                        interruptions(
                                call().customer(0, 10, "what worries me about it is")
                                        .rep(5, 5.9, "but the price")))
                .isZero();
    }

    @Test
    void aBackchannelIsNoneInEitherLanguage() {
        assertThat(
                        interruptions(
                                call().customer(0, 10, "what worries me about it is")
                                        .rep(5, 6.5, "uh huh right")))
                .isZero();
        assertThat(
                        interruptions(
                                call().in(Language.ZH)
                                        .customer(0, 10, "我担心的主要是售后")
                                        .rep(5, 6.5, "嗯嗯，对对")))
                .isZero();
    }

    @Test
    void aRepWhoIsCutOffAndGoesOnDoesNotInterrupt() {
        assertThat(
                        interruptions(
                                call().rep(0, 10, "as you can see on this page")
                                        .customer(9, 14, "wait a moment please")
                                        .rep(10.4, 16, "the numbers are up")))
                .isZero();
    }

    @Test
    void whoLetTheCustomerSpeakAndThenCutsInInterrupts() {
        assertThat(
                        interruptions(
                                call().rep(0, 10, "what do you think of it")
                                        .customer(9.8, 30, "well it is like this")
                                        .rep(25, 33, "let me stop you there")))
                .isEqualTo(1);
    }

    @Test
    void aCustomerWhoCutsTheRepOffIsNotCounted() {
        assertThat(
                        interruptions(
                                call().rep(0, 20, "as you can see on this page")
                                        .customer(15, 22, "wait a moment please")))
                .isZero();
    }
}
