package talktrack.analysis.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScoresTest {

    @Test
    void macroF1IsTheMeanOverTheLabels() {
        Scores scores = new Scores();
        scores.add("a", "a");
        scores.add("a", "b");
        scores.add("b", "b");
        // a: precision 1, recall 1/2, F1 2/3; b: precision 1/2, recall 1, F1 2/3.
        assertThat(scores.f1("a")).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(scores.macroF1()).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void aLabelThatIsNeverAnsweredCountsAsNought() {
        Scores scores = new Scores();
        scores.add("a", "a");
        scores.add("b", "a");
        assertThat(scores.f1("b")).isZero();
        assertThat(scores.macroF1()).isCloseTo(1.0 / 3, within(1e-12));
    }

    @Test
    void ofYesAndNoOnlyTheYesIsScored() {
        Scores scores = new Scores();
        scores.add("argues", true, true);
        scores.add("argues", false, true);
        scores.add("argues", false, false);
        assertThat(scores.f1("argues")).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void whatIsFoundLeavesNothingOut() {
        Scores scores = new Scores();
        scores.add("a", "a");
        scores.add("a", "none");
        scores.add("b", "a");
        scores.add("none", "none");
        scores.add("none", "b");
        Scores.Found found = scores.found("none");
        assertThat(found).isEqualTo(new Scores.Found(3, 3, 1));
        assertThat(found.precision()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(found.recall()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(new Scores.Found(0, 0, 0).precision()).isZero();
    }
}
