package talktrack.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    @TempDir private Path temporary;

    @Test
    void allInsideGoesButNotWhatLinksLeadTo() throws IOException {
        Path kept = Files.createDirectories(temporary.resolve("kept"));
        Path outside = Files.writeString(kept.resolve("outside.txt"), "stays");
        Path folder = temporary.resolve("folder");
        Path inside = Files.createDirectories(folder.resolve("one/two"));
        Files.writeString(inside.resolve("inside.txt"), "goes");
        Files.createSymbolicLink(inside.resolve("folder-link"), kept);
        Files.createSymbolicLink(inside.resolve("dead-link"), temporary.resolve("nowhere"));

        Folders.delete(folder);

        assertThat(folder).doesNotExist();
        assertThat(outside).hasContent("stays");
    }

    @Test
    void aLinkToAFolderGoesAlone() throws IOException {
        Path kept = Files.createDirectories(temporary.resolve("kept"));
        Path link = Files.createSymbolicLink(temporary.resolve("link"), kept);
        Folders.delete(link);
        assertThat(temporary)
                .isDirectoryContaining("glob:**/kept")
                .isDirectoryNotContaining("glob:**/link");
    }

    @Test
    void whatIsNotThereIsNoFault() throws IOException {
        Folders.delete(temporary.resolve("nowhere"));
        assertThat(temporary).isEmptyDirectory();
    }
}
