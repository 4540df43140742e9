package talktrack.api.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @Test
    void oneServerAtATimeHoldsAFolder(@TempDir Path temporary) throws IOException {
        Path folder = temporary.resolve("calls");
        try (DataFolder first = DataFolder.hold(folder)) {
            first.announce(URI.create("http://127.0.0.1:7070"));
            assertThatThrownBy(() -> DataFolder.hold(folder))
                    .isInstanceOf(DataFolder.InUse.class)
                    .hasMessageContaining("http://127.0.0.1:7070")
                    .hasMessageContaining("--data");
        }
        try (DataFolder again = DataFolder.hold(folder)) {
            assertThat(again.path()).isEqualTo(folder.toRealPath());
        }
    }

    @Test
    void theCommandLineFindsOnlyAServerThatLives(@TempDir Path folder) throws IOException {
        assertThat(DataFolder.running(folder)).isEmpty();
        try (DataFolder held = DataFolder.hold(folder)) {
            held.announce(URI.create("http://127.0.0.1:7070"));
            assertThat(DataFolder.running(folder))
                    .get()
                    .extracting(DataFolder.Running::pid)
                    .isEqualTo(ProcessHandle.current().pid());
        }
        assertThat(DataFolder.running(folder)).isEmpty();
        Files.writeString(
                folder.resolve("server.json"), "{\"url\":\"http://127.0.0.1:1\",\"pid\":99999999}");
        assertThat(DataFolder.running(folder)).as("left by a killed server").isEmpty();
    }

    @Test
    void aProcessThatDoesNotHoldTheFolderIsNoServer(@TempDir Path folder) throws IOException {
        DataFolder.hold(folder).close();
        long another = ProcessHandle.current().parent().orElseThrow().pid();
        Files.writeString(
                folder.resolve("server.json"),
                "{\"url\":\"http://127.0.0.1:1\",\"pid\":%d}".formatted(another));
        assertThat(DataFolder.running(folder)).as("its number was given again").isEmpty();
        try (DataFolder held = DataFolder.hold(folder)) {
            assertThat(DataFolder.running(held.path())).isPresent();
        }
    }

    @Test
    void whatIsOpenedAfterTheRequestToStopIsClosedAtOnce() {
        Closing closing = new Closing();
        StringBuilder order = new StringBuilder();
        closing.later(() -> order.append("first "));
        closing.later(() -> order.append("second "));
        closing.close();
        assertThat(order).hasToString("second first ");
        assertThatThrownBy(() -> closing.later(() -> order.append("late")))
                .isInstanceOf(Closing.Stopped.class);
        assertThat(order).hasToString("second first late");
    }
}
