package talktrack.api.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void englishIsCutAtTheEndOfSentences() {
        assertThat(Sentences.of("It costs 1.5 EUR. Is that all? Yes!"))
                .containsExactly("It costs 1.5 EUR.", "Is that all?", "Yes!");
    }

    @Test
    void chineseIsCutAtItsOwnMarks() {
        assertThat(Sentences.of("每月一次。贵吗？不贵！")).containsExactly("每月一次。", "贵吗？", "不贵！");
    }

    @Test
    void whatNeverEndsIsCutBetweenItsWords() {
        List<String> words = Sentences.of("and so on ".repeat(1_000));
        assertThat(words).allMatch(part -> part.length() <= 1_000 && part.startsWith("and"));
        assertThat(String.join(" ", words)).isEqualTo("and so on ".repeat(1_000).strip());
        assertThat(Sentences.of("中".repeat(1_000))).hasSize(4);
        assertThat(String.join("", Sentences.of("a".repeat(999) + "😀".repeat(800))))
                .isEqualTo("a".repeat(999) + "😀".repeat(800));
    }

    @Test
    void emptyTextHasNone() {
        assertThat(Sentences.of(" \n ")).isEmpty();
    }

    @Test
    void sentencesAreJoinedAsTheLanguageDoes() {
        assertThat(Sentences.paragraph("One. Two.").text()).isEqualTo("One. Two.");
        assertThat(Sentences.paragraph("一。二。").text()).isEqualTo("一。二。");
    }
}
