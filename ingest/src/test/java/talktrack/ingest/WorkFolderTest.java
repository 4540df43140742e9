package talktrack.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {

    /** Above the largest process number of any system. */
    private static final String NOBODY = "999999999999";

    @TempDir Path folder;

    @Test
    void samplesAreReadableByTheirOwnerOnly() throws Exception {
        Path samples = new WorkFolder(folder.resolve("made/when needed")).newFile();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(samples)))
                .isEqualTo("rw-------");
    }

    @Test
    void whatAKilledProcessLeftIsRemovedAndWhatIsAtWorkStays() throws Exception {
        Path left = Files.createFile(folder.resolve("samples-" + NOBODY + "-1.pcm"));
        Path crash = Files.createFile(folder.resolve("samples-" + NOBODY + "-1.pcm.crash"));
        Path atWork = new WorkFolder(folder).newFile();
        Path foreign = Files.createFile(folder.resolve("samples-of mine.pcm"));

        new WorkFolder(folder).newFile();

        assertThat(left).doesNotExist();
        assertThat(crash).doesNotExist();
        assertThat(atWork).exists();
        assertThat(foreign).exists();
    }
}
