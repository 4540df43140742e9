package talktrack.api.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.api.documents.DocumentFiles.Leftovers;
import talktrack.api.http.Problem;

class DocumentFilesTest {

    private static final String KNOWN = "0123456789abcdef01234567";
    private static final String STRANGER = "fedcba987654321001234567";

    @TempDir private Path store;

    private void keep(String id, int version) throws IOException {
        new DocumentFiles(store).keep(id, version, "prices.md", "# Prices".getBytes(UTF_8));
    }

    @Test
    void aVersionThatWasNeverSaidIsLeftOver() throws IOException {
        keep(KNOWN, 1);
        keep(KNOWN, 2);
        keep(KNOWN, 3);
        assertThat(leftovers(Map.of(KNOWN, Set.of(1, 2))).versions()).containsExactly(KNOWN + "/3");
        new DocumentFiles(store).removeVersions(KNOWN + "/3");
        assertThat(store.resolve(KNOWN)).isDirectoryContaining("glob:**/2");
        assertThat(leftovers(Map.of(KNOWN, Set.of(1, 2))))
                .isEqualTo(new Leftovers(java.util.List.of(), java.util.List.of()));
    }

    @Test
    void aFolderOfADocumentThatNobodyKnowsIsTold() throws IOException {
        keep(STRANGER, 1);
        keep(KNOWN, 1);
        assertThat(leftovers(Map.of(KNOWN, Set.of(1))).documents()).containsExactly(STRANGER);
    }

    @Test
    void whatAHandPutThereIsNobodysLeftover() throws IOException {
        Files.createDirectories(store.resolve("handbook/2"));
        Files.writeString(store.resolve("handbook/2/a.md"), "# A");
        Files.createDirectories(store.resolve(KNOWN));
        Files.writeString(store.resolve(KNOWN).resolve("old.md"), "# Before there were versions");
        Leftovers left = leftovers(Map.of(KNOWN, Set.of(1)));
        assertThat(left.versions()).isEmpty();
        assertThat(left.documents()).isEmpty();
    }

    @Test
    void aNameIsAsLongAsAFileSystemTakesIt() throws IOException {
        String chinese = "价".repeat(79) + ".md";
        assertThat(DocumentFiles.fileName(chinese)).isEqualTo(chinese);
        new DocumentFiles(store).keep(KNOWN, 1, "价".repeat(84) + ".md", "# 价格".getBytes(UTF_8));
        assertThatThrownBy(() -> DocumentFiles.fileName("价".repeat(80) + ".md"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> {
                            assertThat(problem.status()).isEqualTo(400);
                            assertThat(problem.type()).isEqualTo("document-name-too-long");
                        });
    }

    private Leftovers leftovers(Map<String, Set<Integer>> versions) throws IOException {
        return new DocumentFiles(store).leftovers(versions);
    }
}
