package talktrack.api.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.api.chat.QuestionSet.Asked;

class QuestionSetTest {

    @TempDir private Path folder;

    @Test
    void readsColumnsByTheirNames() throws Exception {
        QuestionSet set =
                read(
                        "document\tquestion",
                        "prices.md|terms.md\tWhat does it cost?",
                        "",
                        "\tWho founded the company?",
                        "-\tWhy?");
        assertThat(set.questions())
                .containsExactly(
                        new Asked("", "What does it cost?", List.of("prices.md", "terms.md"), ""),
                        new Asked("", "Who founded the company?", List.of(), ""),
                        new Asked("", "Why?", List.of(), ""));
    }

    @Test
    void saysWhatIsWrongWithAFile() {
        assertThatThrownBy(() -> read("What does it cost?\tprices.md"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("question and document");
        assertThatThrownBy(() -> read("question\tdocument", "\tprices.md"))
                .isInstanceOf(IOException.class)
                .hasMessage("line 2 holds no question");
    }

    @Test
    void countsTheDocumentThePassageAndTheFact() {
        Asked asked = new Asked("direct", "How long?", List.of("terms.md"), "24 months");
        AnswerFigures right = AnswerFigures.of(asked, answer(true, "24 months.", "24 months."));
        assertThat(right).isEqualTo(new AnswerFigures(1, 1, 1, 1, 1, 1, 1, 1, 0, 0));
        AnswerFigures elsewhere = AnswerFigures.of(asked, answer(true, "Soon.", "Soon."));
        assertThat(elsewhere).isEqualTo(new AnswerFigures(1, 1, 1, 1, 1, 0, 0, 0, 0, 0));
        AnswerFigures refused = AnswerFigures.of(asked, answer(false, "No.", "24 months."));
        assertThat(refused).isEqualTo(new AnswerFigures(1, 0, 0, 0, 1, 0, 0, 0, 0, 0));
        Asked without = new Asked("absent", "Who?", List.of(), "");
        AnswerFigures all =
                right.plus(AnswerFigures.of(without, answer(false, "No.", "")))
                        .plus(AnswerFigures.of(without, answer(true, "You.", "You.")));
        assertThat(all.refusedShare()).isEqualTo(0.5);
        assertThat(all.share(all.documentFirst())).isEqualTo(1);
    }

    @Test
    void whereNoPassageIsKnownNoneIsCounted() {
        Asked asked = new Asked("", "How long?", List.of("terms.md"), "");
        AnswerFigures figures = AnswerFigures.of(asked, answer(true, "Soon.", "Soon."));
        assertThat(figures).isEqualTo(new AnswerFigures(1, 1, 1, 1, 0, 0, 0, 0, 0, 0));
        Asked known = new Asked("", "How long?", List.of("terms.md"), "24 months");
        AnswerFigures both =
                figures.plus(AnswerFigures.of(known, answer(true, "24 months.", "24 months.")));
        assertThat(both.passageShare(both.passageFirst())).isEqualTo(1);
    }

    private QuestionSet read(String... lines) throws IOException {
        return QuestionSet.read(Files.write(folder.resolve("questions.tsv"), List.of(lines)));
    }

    private static Answer answer(boolean answered, String text, String passage) {
        return new Answer(
                "How long?",
                answered,
                text,
                List.of(new Answer.Citation("terms.md", "Warranty", passage, 0.8)),
                Answer.Source.PASSAGES,
                Optional.empty());
    }
}
