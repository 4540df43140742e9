package talktrack.api.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void englishIsCutAtTheEndOfSentences() {
        assertThat(Sentences.of("It costs 1.5 EUR a day. Is that really all? Yes!"))
                .containsExactly("It costs 1.5 EUR a day.", "Is that really all?", "Yes!");
    }

    @Test
    void chineseIsCutAtItsOwnMarks() {
        assertThat(Sentences.of("每个月只收一次。这样贵不贵？一点都不贵！"))
                .containsExactly("每个月只收一次。", "这样贵不贵？", "一点都不贵！");
    }

    @Test
    void aFewWordsThatOnlyOpenTheNextSentenceStayWithIt() {
        assertThat(Sentences.of("Yes. We lend one for four days. Ask Dr. Reed about it first."))
                .containsExactly("Yes. We lend one for four days.", "Ask Dr. Reed about it first.");
        assertThat(Sentences.of("2. Discounts. Team leads give up to 15%."))
                .containsExactly("2. Discounts. Team leads give up to 15%.");
        assertThat(Sentences.of("可以。请提前三天告诉我们。其他时间不行。"))
                .containsExactly("可以。请提前三天告诉我们。", "其他时间不行。");
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
