package talktrack.analysis.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import talktrack.models.labels.Language;

/**
 * A model's quality is a test too: on industries that it has not seen it is what docs/model-card.md
 * says. Trains for minutes, so it runs with {@code -Pquality} only.
 */
@Tag("quality")
class UnseenIndustriesTest {

    static Stream<Arguments> tasks() {
        return HeldOutTest.tasks();
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void areReadAsWellAsTheModelCardSays(Language language, String task) {
        Evaluation measured = Evaluation.of(language, task, Example.of(language, task));
        ModelCard.Stated stated = ModelCard.stated(language, task);
        assertThat(measured.written().macroF1())
                .as("macro-F1 written")
                .isGreaterThanOrEqualTo(stated.writtenF1() - ModelCard.TOLERANCE);
        assertThat(measured.spoken().macroF1())
                .as("macro-F1 spoken")
                .isGreaterThanOrEqualTo(stated.spokenF1() - ModelCard.TOLERANCE);
    }
}
