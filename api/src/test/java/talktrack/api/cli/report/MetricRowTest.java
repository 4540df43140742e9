package talktrack.api.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the reader sees beside each other must not contradict itself. */
class MetricRowTest {

    @ParameterizedTest
    @CsvSource({
        "0.57, 10, 0.6, 1.0, false", // shown as 0.6 s
        "0.54, 10, 0.6, 1.0, true", // 0.5 s
        "1.04, 10, 0.6, 1.0, false",
        "0.396, 100, 0.40, 0.60, false", // 40 %
        "0.607, 100, 0.40, 0.60, true", // 61 %
        "3600, 1, 50, 1e300, false",
    })
    void aValueIsJudgedAsItIsShown(
            double value, double steps, double low, double high, boolean outside) {
        assertThat(MetricRow.outside(value, steps, low, high)).isEqualTo(outside);
    }
}
