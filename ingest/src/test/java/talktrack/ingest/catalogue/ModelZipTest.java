package talktrack.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelZipTest {

    private static final int LINK_MODE = 0120777;

    @TempDir Path temporary;

    private Path target;

    @BeforeEach
    void aTarget() throws Exception {
        target = Files.createDirectory(temporary.resolve("target"));
    }

    /** Publishers' zips, Android archives, a zip of the model's own files. */
    @ParameterizedTest
    @ValueSource(strings = {"vosk-model-x/", "assets/model-en-us/", ""})
    void theModelIsFoundWhereverItLies(String root) throws Exception {
        unpack(
                Map.of(
                        root + "am/final.mdl",
                        "acoustics",
                        "classes.jar",
                        "other",
                        root + "README",
                        "r"));

        assertThat(target.resolve("am/final.mdl")).hasContent("acoustics");
        assertThat(target.resolve("README")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "m/../../evil", "/evil", "m\\..\\evil", "C:/evil"})
    void aNameThatLeadsOutIsRefused(String name) {
        assertThatThrownBy(() -> unpack(Map.of("m/am/final.mdl", "x", name, "evil")))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("leads out of the folder");
        assertThat(target).isEmptyDirectory();
    }

    @Test
    void aLinkIsRefused() throws Exception {
        Path zip = temporary.resolve("link.zip");
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip)) {
            ZipArchiveEntry link = new ZipArchiveEntry("m/am/final.mdl");
            link.setUnixMode(LINK_MODE);
            out.putArchiveEntry(link);
            out.write("/etc/passwd".getBytes());
            out.closeArchiveEntry();
        }

        assertThatThrownBy(() -> ModelZip.open(zip))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("is a link");
    }

    @Test
    void aBombIsRefusedBeforeAnythingIsWritten() {
        assertThatThrownBy(() -> unpack(Map.of("m/am/final.mdl", "0".repeat(50 << 20))))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("it would unpack from 0 MB to 52 MB");
        assertThat(target).isEmptyDirectory();
    }

    @Test
    void whatIsNoZipOrNoModelIsSaidSo() throws Exception {
        Path text = Files.writeString(temporary.resolve("page.zip"), "<html>not found</html>");

        assertThatThrownBy(() -> ModelZip.open(text))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("page.zip is no whole zip file");
        assertThatThrownBy(() -> unpack(Map.of("photo.txt", "x")))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("no Vosk model in it");
    }

    @Test
    void aDamagedFileInsideIsFound() throws Exception {
        byte[] bytes = Models.starterZip();
        bytes[bytes.length / 2] ^= 1;
        Path zip = Files.write(temporary.resolve("damaged.zip"), bytes);

        assertThatThrownBy(
                        () -> {
                            try (ModelZip opened = ModelZip.open(zip)) {
                                opened.unpack(target, new DiskSpace(target), InstallProgress.NONE);
                            }
                        })
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("is damaged in it");
    }

    private void unpack(Map<String, String> entries) throws Exception {
        Path file = Models.zip(temporary.resolve("model.zip"), entries);
        try (ModelZip zip = ModelZip.open(file)) {
            zip.unpack(target, new DiskSpace(target), InstallProgress.NONE);
        }
    }
}
