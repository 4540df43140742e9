package talktrack.models.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StarterModelTest {

    @Test
    void isUnpackedOnceAndLeavesNothingHalfWritten(@TempDir Path folder) throws IOException {
        Path model = StarterModel.unpackBelow(folder);
        assertThat(model.resolve("am/final.mdl")).isRegularFile();
        var written = Files.getLastModifiedTime(model.resolve("am/final.mdl"));

        assertThat(StarterModel.unpackBelow(folder)).isEqualTo(model);
        assertThat(Files.getLastModifiedTime(model.resolve("am/final.mdl"))).isEqualTo(written);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(model);
        }
    }
}
