package talktrack.ingest.glossary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.models.labels.Language;

class GlossaryTest {

    @TempDir private Path folder;

    @Test
    void termsWithWhatTheySoundLike() throws Exception {
        Glossary glossary =
                Glossary.read(file("# ours", "Nimbora", "", "Zapier\tzappy air; happier\ten"));
        assertThat(glossary.terms())
                .containsExactly(
                        new Term("Nimbora", List.of(), Optional.empty()),
                        new Term(
                                "Zapier",
                                List.of("zappy air", "happier"),
                                Optional.of(Language.EN)));
    }

    @Test
    void everyMistakeIsToldWithItsLine() throws IOException {
        Path file = file("Nimbora", "\tno term", "Zapier\t\tfr", "nimbora", "a\tb\tc\td", "<b>");
        assertThatThrownBy(() -> Glossary.read(file))
                .isInstanceOf(Glossary.Invalid.class)
                .hasMessageContaining("line 2: the term is missing")
                .hasMessageContaining("line 3: language 'fr'")
                .hasMessageContaining("line 4: 'nimbora' stands there twice")
                .hasMessageContaining("line 5: 4 columns")
                .hasMessageContaining("line 6: '<b>' has signs");
    }

    @Test
    void aFolderNeedsNone() throws Exception {
        assertThat(Glossary.ofFolder(folder).terms()).isEmpty();
    }

    @Test
    void theRepIsATermByFullName() {
        assertThat(Glossary.EMPTY.and("Anna Brooks").terms())
                .extracting(Term::name)
                .containsExactly("Anna Brooks");
        assertThat(Glossary.EMPTY.and("Mark").terms()).isEmpty();
        assertThat(Glossary.EMPTY.and("").terms()).isEmpty();
    }

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve(Glossary.FILE_NAME), List.of(lines));
    }
}
