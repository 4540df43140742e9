package talktrack.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class CalibrationTest {

    @Property
    void calibratedProbabilitiesAddUpAndKeepTheirOrder(
            @ForAll @DoubleRange(min = 0.3, max = 4) double temperature,
            @ForAll @DoubleRange(min = 0.01, max = 0.49) double less) {
        double[] calibrated =
                new Calibration(temperature, 0).calibrated(new double[] {less, 1 - less});
        assertThat(calibrated[0] + calibrated[1])
                .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(calibrated[0]).isLessThan(calibrated[1]);
    }

    @Property
    void aTemperatureOverOneMakesScoresModest(
            @ForAll @DoubleRange(min = 1.1, max = 4) double temperature) {
        assertThat(new Calibration(temperature, 0).calibrated(new double[] {0.9, 0.1})[0])
                .isBetween(0.5, 0.9);
    }
}
