package talktrack.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.analysis.call.LabelledCall.call;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import talktrack.models.labels.Language;

/** The day of the agreed step, in calls of Wednesday, 4 November 2026. */
class AgreedDayTest {

    private static Optional<LocalDate> day(LabelledCall call) {
        return CallReader.read(call.details(), call.end(), call.scored(), ZoneId.of("UTC"))
                .commitmentDay();
    }

    @Test
    void isTheOneThatTheCustomerChooses() {
        assertThat(
                        day(
                                call().rep("Shall we do a demo on Tuesday or Thursday at ten?")
                                        .customer("Thursday works, I'll bring my boss.")))
                .hasValue(LocalDate.of(2026, 11, 5));
    }

    @Test
    void isTheOneProposedWhenTheCustomerJustAgrees() {
        assertThat(day(call().in(Language.ZH).rep("那我下周二上午九点过去给您量一下尺寸？").customer("行，没问题。")))
                .hasValue(LocalDate.of(2026, 11, 10));
    }

    @Test
    void nextWeekOfTheProposalHoldsForTheAnswer() {
        assertThat(
                        day(
                                call().rep("Could I come by for a visit next week?")
                                        .customer("Sure, Thursday is fine.")))
                .hasValue(LocalDate.of(2026, 11, 12));
    }

    @Test
    void mayBeNamedJustBeforeTheHour() {
        assertThat(
                        day(
                                call().rep("Would Friday be good?")
                                        .customer("it might be")
                                        .rep("I'd come for the trial at ten, yes?")
                                        .customer("okay")))
                .hasValue(LocalDate.of(2026, 11, 6));
    }

    @Test
    void isNotTheOneOnWhichSomethingIsSentBefore() {
        assertThat(
                        day(
                                call().rep(
                                                "I'll email the form tonight. Could we set the trial up on Tuesday?")
                                        .customer("Yes, that works.")
                                        .rep("And can you mail me the figures by Friday?")
                                        .customer("By Friday, okay.")))
                .hasValue(LocalDate.of(2026, 11, 10));
        assertThat(day(call().in(Language.ZH).rep("我今晚把方案发给您。下周二上午过去给您演示一下？").customer("行，没问题。")))
                .hasValue(LocalDate.of(2026, 11, 10));
    }

    @Test
    void isThatOfTheLetterWhenNothingElseIsAgreed() {
        assertThat(
                        day(
                                call().rep("Can I send you the offer and call you on Friday?")
                                        .customer("Yes, Friday is fine.")))
                .hasValue(LocalDate.of(2026, 11, 6));
    }

    @Test
    void isAbsentWhenTwoDaysWereAgreedToOrNone() {
        assertThat(
                        day(
                                call().rep("Shall we do a demo on Tuesday or Thursday?")
                                        .customer("yes sure")))
                .isEmpty();
        assertThat(day(call().rep("Shall I set up a trial?").customer("yes please"))).isEmpty();
        assertThat(
                        day(
                                call().rep("Shall we do a demo on Tuesday?")
                                        .customer("I'll think about it and get back to you.")))
                .isEmpty();
    }

    @Test
    void isCountedInTheZoneOfTheCall() {
        LabelledCall late = call().rep("So a demo tomorrow at ten?").customer("yes, fine");
        assertThat(
                        CallReader.read(
                                        late.details(),
                                        late.end(),
                                        late.scored(),
                                        ZoneId.of("Pacific/Auckland"))
                                .commitmentDay())
                // 10:00 UTC is 23:00 there, still the fourth
                .hasValue(LocalDate.of(2026, 11, 5));
        assertThat(
                        CallReader.read(
                                        late.details(),
                                        late.end(),
                                        late.scored(),
                                        ZoneId.of("Pacific/Kiritimati"))
                                .commitmentDay())
                .hasValue(LocalDate.of(2026, 11, 6));
    }
}
