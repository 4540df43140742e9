package talktrack.api.documents;

import static org.assertj.core.api.Assertions.assertThat;

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
    void emptyTextHasNone() {
        assertThat(Sentences.of(" \n ")).isEmpty();
    }

    @Test
    void sentencesAreJoinedAsTheLanguageDoes() {
        assertThat(Sentences.paragraph("One. Two.").text()).isEqualTo("One. Two.");
        assertThat(Sentences.paragraph("一。二。").text()).isEqualTo("一。二。");
    }
}
