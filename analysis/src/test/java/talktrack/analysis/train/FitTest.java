package talktrack.analysis.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import talktrack.analysis.score.SentenceVectors;
import talktrack.analysis.train.UnseenIndustries.Reading;

class FitTest {

    private static final Example NO_EXAMPLE =
            new Example(
                    Set.of(),
                    "",
                    "",
                    "",
                    List.of(),
                    List.of(),
                    new SentenceVectors.InContext(new float[0], Optional.empty()));

    private static UnseenIndustries.Prediction says(String truth, double yes) {
        double[] probabilities = {yes, 1 - yes};
        return new UnseenIndustries.Prediction(
                NO_EXAMPLE,
                truth,
                List.of("yes", "no"),
                probabilities,
                probabilities,
                probabilities);
    }

    private static List<UnseenIndustries.Prediction> of100(int right, double yes) {
        List<UnseenIndustries.Prediction> predictions =
                new ArrayList<>(Collections.nCopies(right, says("yes", yes)));
        predictions.addAll(Collections.nCopies(100 - right, says("no", yes)));
        return predictions;
    }

    @Test
    void aBoastingClassifierIsCooledAndAModestOneHeated() {
        assertThat(Fit.temperature(of100(70, 0.95), Reading.TOGETHER)).isGreaterThan(1.5);
        assertThat(Fit.temperature(of100(95, 0.7), Reading.TOGETHER)).isLessThan(0.7);
    }

    @Test
    void theThresholdLiesWhereYesAndNoPart() {
        List<UnseenIndustries.Prediction> predictions = new ArrayList<>();
        predictions.addAll(Collections.nCopies(10, says("yes", 0.32)));
        predictions.addAll(Collections.nCopies(50, says("no", 0.17)));
        assertThat(Fit.threshold(predictions, Reading.TOGETHER, Fit.Threshold.EVEN))
                .isBetween(0.171, 0.32);
    }
}
