package talktrack.analysis.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import talktrack.models.corpora.Corpus;
import talktrack.models.labels.Language;

/** A model's quality is a test too: on held-out lines it is what docs/model-card.md says. */
class HeldOutTest {

    static Stream<Arguments> tasks() {
        return Stream.of(Language.values())
                .flatMap(
                        language ->
                                Training.TASKS.stream().map(task -> Arguments.of(language, task)));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void isAsGoodAsTheModelCardSays(Language language, String task) throws IOException {
        HeldOut measured = HeldOut.of(language, task, ModelCard.heldOutRows(language, task));
        ModelCard.Stated stated = ModelCard.stated(language, task);
        assertThat(measured.lines()).as("held-out lines").isEqualTo(stated.heldOutLines());
        assertThat(measured.written().macroF1())
                .as("macro-F1 written")
                .isGreaterThanOrEqualTo(stated.heldOutWritten() - ModelCard.TOLERANCE);
        assertThat(measured.spoken().macroF1())
                .as("macro-F1 spoken")
                .isGreaterThanOrEqualTo(stated.heldOutSpoken() - ModelCard.TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void noHeldOutLineIsTrainedOn(Language language, String task) {
        List<String> trained =
                Corpus.rows(language, task).stream().map(row -> row.get("text")).toList();
        assertThat(ModelCard.heldOutRows(language, task))
                .extracting(row -> row.get("text"))
                .doesNotContainAnyElementsOf(trained);
        assertThat(Strangers.rows(language, task))
                .extracting(row -> row.get("text"))
                .doesNotContainAnyElementsOf(trained);
    }

    static Stream<Arguments> noSaleTasks() {
        return Stream.of(Language.values())
                .flatMap(
                        language ->
                                NoSale.TASKS.stream().map(task -> Arguments.of(language, task)));
    }

    @ParameterizedTest
    @MethodSource("noSaleTasks")
    void whatBelongsToNoSaleIsLabelledNoMoreOftenThanTheModelCardSays(
            Language language, String task) {
        assertThat(NoSale.of(language, task).share())
                .isLessThanOrEqualTo(
                        ModelCard.statedNoSaleShare(language, task) + ModelCard.TOLERANCE);
        assertThat(NoSale.rows(language, task))
                .extracting(row -> row.get("text"))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(
                        Corpus.rows(language, task).stream().map(row -> row.get("text")).toList());
    }

    static Stream<Arguments> misheardTasks() {
        return tasks().filter(
                        of ->
                                !Misheard.rows((Language) of.get()[0], (String) of.get()[1])
                                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("misheardTasks")
    void misheardLinesAreReadAsWellAsTheModelCardSays(Language language, String task) {
        assertThat(Misheard.of(language, task).orElseThrow().heard().macroF1())
                .isGreaterThanOrEqualTo(
                        ModelCard.statedMisheard(language, task) - ModelCard.TOLERANCE);
        assertThat(Misheard.rows(language, task))
                .extracting(row -> row.get("said"))
                .doesNotContainAnyElementsOf(
                        Corpus.rows(language, task).stream().map(row -> row.get("text")).toList());
    }
}
