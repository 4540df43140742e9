package talktrack.analysis.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import talktrack.models.labels.LabelTask;
import talktrack.models.labels.Language;

class SecondOpinionFiguresTest {

    private static final Optional<Set<String>> NOT_ASKED = Optional.empty();

    @Test
    void changesAreCountedByWhatBecameOfThem() {
        SecondOpinionFigures figures =
                SecondOpinionFigures.of(
                        List.of(
                                sure("price"),
                                near("price", "none"),
                                near("none", "none"),
                                near("trust", "price"),
                                near("none", "price")),
                        List.of(NOT_ASKED, says("price"), says("price"), says("none"), NOT_ASKED));
        assertThat(figures.lines()).isEqualTo(5);
        assertThat(figures.near()).isEqualTo(4);
        assertThat(figures.answered()).isEqualTo(3);
        assertThat(figures.changed()).isEqualTo(3);
        assertThat(figures.wrongToRight()).isEqualTo(1);
        assertThat(figures.rightToWrong()).isEqualTo(1);
        assertThat(figures.rightBefore()).isEqualTo(1);
        assertThat(figures.rightAfter()).isEqualTo(1);
        assertThat(figures.certainty()).isEqualTo(0.4);
        assertThat(figures.better()).isFalse();
    }

    @Test
    void macroF1IsThatOfAllLines() {
        SecondOpinionFigures figures =
                SecondOpinionFigures.of(
                        List.of(sure("price"), near("price", "none"), sure("none")),
                        List.of(NOT_ASKED, says("price"), NOT_ASKED));
        // Before: price P 1 R ½, F1 ⅔; none P ½ R 1, F1 ⅔.
        assertThat(figures.macroF1Before()).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(figures.macroF1After()).isEqualTo(1);
    }

    @Test
    void betterIsMoreThanALuckyCoin() {
        assertThat(improved(4, 0).better()).as("one time in sixteen by chance").isFalse();
        assertThat(improved(5, 0).better()).isTrue();
        assertThat(improved(7, 2).better()).isFalse();
        assertThat(improved(9, 2).better()).isTrue();
        assertThat(improved(0, 5).better()).isFalse();
        assertThat(improved(0, 0).better()).isFalse();
    }

    @Test
    void theChanceOfHeadsIsExact() {
        assertThat(SecondOpinionFigures.headsByChance(5, 5)).isEqualTo(1.0 / 32);
        assertThat(SecondOpinionFigures.headsByChance(4, 2)).isEqualTo(11.0 / 16);
        assertThat(SecondOpinionFigures.headsByChance(0, 0)).isEqualTo(1);
        assertThat(SecondOpinionFigures.headsByChance(200, 101)).isLessThan(0.5);
    }

    @Test
    void fewLinesMakeNoCertainty() {
        assertThat(improved(5, 0).certainty()).isEqualTo(6.0 / 7);
        assertThat(improved(0, 0).certainty()).isEqualTo(0.5);
    }

    @Test
    void linesOfBothLanguagesAndAllTasksHaveSomeThatClassifiersAreUnsureOf() {
        for (Language language : Language.values()) {
            for (LabelTask task : List.of(LabelTask.OBJECTION, LabelTask.HANDLING)) {
                List<BorderLine> lines = BorderLine.heldOut(language, task);
                assertThat(lines.stream().filter(BorderLine::near))
                        .as("%s %s", language, task)
                        .hasSizeBetween(1, lines.size() / 2);
            }
        }
    }

    private static SecondOpinionFigures improved(int wrongToRight, int rightToWrong) {
        List<BorderLine> lines = new ArrayList<>();
        List<Optional<Set<String>>> opinions = new ArrayList<>();
        Stream.generate(() -> near("price", "none")).limit(wrongToRight).forEach(lines::add);
        Stream.generate(() -> near("none", "none")).limit(rightToWrong).forEach(lines::add);
        lines.forEach(line -> opinions.add(says("price")));
        return SecondOpinionFigures.of(lines, opinions);
    }

    private static Optional<Set<String>> says(String label) {
        return Optional.of(Set.of(label));
    }

    private static BorderLine near(String truth, String read) {
        return new BorderLine(LabelTask.OBJECTION, "", "well", Set.of(truth), Set.of(read), true);
    }

    private static BorderLine sure(String label) {
        return new BorderLine(LabelTask.OBJECTION, "", "well", Set.of(label), Set.of(label), false);
    }
}
