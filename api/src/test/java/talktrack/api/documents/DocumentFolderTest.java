package talktrack.api.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.api.documents.sandbox.UnreadableDocument;

class DocumentFolderTest {

    @TempDir private Path folder;

    @Test
    void filesOfSubfoldersHaveTheirPathAsName() throws Exception {
        Files.createDirectories(folder.resolve("手册"));
        Files.writeString(folder.resolve("手册/价格.md"), "价格");
        Files.writeString(folder.resolve("b.TXT"), "b");
        Files.writeString(folder.resolve("photo.png"), "no");
        assertThat(new DocumentFolder(folder).files())
                .extracting(DocumentFolder.File::name)
                .containsExactly("b.TXT", "手册/价格.md");
    }

    @Test
    void aFolderWithoutDocumentsSaysSo() {
        assertThatThrownBy(() -> new DocumentFolder(folder).files())
                .isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> new DocumentFolder(folder.resolve("missing")).files())
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void linkedFoldersAreNotEntered() throws Exception {
        Files.writeString(folder.resolve("a.md"), "a");
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        assertThat(new DocumentFolder(folder).files()).hasSize(1);
    }

    @Test
    void aHugeDocumentIsNotRead() throws Exception {
        Path huge = folder.resolve("huge.md");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(DocumentFolder.LARGEST_BYTES + 1L);
        }
        assertThatThrownBy(() -> DocumentFolder.read(huge))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining("50 MB");
    }
}
