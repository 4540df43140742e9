package talktrack.ingest.transcribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeBudgetTest {

    private final TimeBudget budget = new TimeBudget(0.1);

    @Test
    void speechMayTakeManyTimesAsLongAsSilence() {
        assertThat(budget.overspent(40, 10)).isFalse();
        assertThat(budget.overspent(51, 10)).isTrue();
    }

    @Test
    void aSlowMachineHasMoreTime() {
        assertThat(new TimeBudget(0.2).overspent(51, 10)).isFalse();
    }

    @Test
    void aShortStretchIsJudgedWithPatience() {
        assertThat(budget.overspent(19, 0.5)).isFalse();
        assertThat(budget.overspent(21, 0.5)).isTrue();
    }

    @Test
    void aClockThatDidNotTickTakesNobodysTime() {
        TimeBudget budget = TimeBudget.ofSilence(0, 4);

        assertThat(budget.overspent(3.9, 0.5)).isFalse();
        assertThat(TimeBudget.ofSilence(0.4, 4)).isEqualTo(new TimeBudget(0.1));
    }

    @Test
    void aPauseIsReadInSeconds() {
        assertThat(Transcriber.pauseSeconds("0.5")).isEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "6", "-1", "NaN", "soon"})
    void aPauseThatEndsNoUtteranceIsRefused(String text) {
        assertThatThrownBy(() -> Transcriber.pauseSeconds(text))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
