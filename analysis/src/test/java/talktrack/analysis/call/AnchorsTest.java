package talktrack.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnchorsTest {

    @ParameterizedTest
    @CsvSource({"-1,0", "0,0", "0.5,25", "1,50", "2,75", "3,100", "9,100"})
    void moreIsBetterWhereTheFullValueIsTheGreatest(double value, double score) {
        assertThat(Anchors.score(value, 0, 1, 3)).isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource({"0.9,0", "0.8,0", "0.7,25", "0.6,50", "0.5,75", "0.4,100", "0,100"})
    void lessIsBetterWhereTheFullValueIsTheSmallest(double value, double score) {
        assertThat(Anchors.score(value, 0.8, 0.6, 0.4))
                .isCloseTo(score, org.assertj.core.api.Assertions.within(1e-9));
    }
}
