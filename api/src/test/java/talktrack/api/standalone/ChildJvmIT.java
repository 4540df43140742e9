package talktrack.api.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildJvmIT {

    /** A stage that says what it is told, and waits to be ended. */
    static final class Telltale {
        private Telltale() {}

        public static void main(String[] arguments) throws IOException {
            System.err.println(new TreeSet<>(System.getenv().keySet()) + " end");
            System.exit(System.in.read());
        }
    }

    @Test
    void aStageIsToldTheStoresKeysOnly(@TempDir Path folder) throws Exception {
        assertThat(System.getenv()).as("set by the build").containsKey("TALKTRACK_TEST_KEY");
        Path output = folder.resolve("telltale.log");
        try (ChildJvm stage =
                ChildJvm.start(
                        "telltale",
                        Telltale.class.getName(),
                        List.of(),
                        List.of(),
                        Map.of("TALKTRACK_RECORDINGS_S3_BUCKET", "calls"),
                        folder)) {
            await().until(() -> Files.readString(output).contains("] end"));
            assertThat(stage.alive()).isTrue();
        }
        assertThat(Files.readString(output))
                .contains("PATH", "TALKTRACK_RECORDINGS_S3_BUCKET")
                .doesNotContain("TALKTRACK_TEST_KEY");
    }

    @Test
    void aLargeLogIsPutAsideAtTheNextStart(@TempDir Path folder) throws Exception {
        Path output = folder.resolve("telltale.log");
        byte[] large = new byte[11_000_000];
        Files.write(output, large);
        try (ChildJvm stage =
                ChildJvm.start(
                        "telltale",
                        Telltale.class.getName(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        folder)) {
            await().until(() -> Files.readString(output).contains("] end"));
            assertThat(stage.alive()).isTrue();
        }
        assertThat(Files.size(output)).isLessThan(large.length);
        assertThat(folder.resolve("telltale.1.log")).hasBinaryContent(large);
    }
}
