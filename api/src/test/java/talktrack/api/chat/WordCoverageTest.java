package talktrack.api.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import talktrack.models.labels.Language;

class WordCoverageTest {

    @Test
    void otherFormsOfAWordAreTheSameWord() {
        assertThat(english(List.of("inspections", "backup"), "One inspection; backups hourly."))
                .isEqualTo(1);
    }

    @Test
    void aWordInsideAnotherIsNotThatWord() {
        assertThat(english(List.of("art"), "The start is smart.")).isZero();
    }

    @Test
    void rareWordsCountMore() {
        double share =
                WordCoverage.of(
                        List.of("rare", "common"),
                        Language.EN,
                        "a common thing",
                        word -> word.equals("rare") ? 3 : 1);
        assertThat(share).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void chineseWordsAreFoundHoweverTheyAreCut() {
        assertThat(WordCoverage.of(List.of("保修期"), Language.ZH, "整机保修两年", word -> 1))
                .isBetween(0.3, 0.4);
        assertThat(WordCoverage.of(List.of("保修"), Language.ZH, "整机保修两年", word -> 1)).isEqualTo(1);
    }

    @Test
    void withoutWordsNothingIsMissing() {
        assertThat(english(List.of(), "anything")).isEqualTo(1);
    }

    private static double english(List<String> words, String text) {
        return WordCoverage.of(words, Language.EN, text, word -> 1);
    }
}
