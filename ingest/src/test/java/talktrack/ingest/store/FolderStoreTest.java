package talktrack.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import talktrack.ingest.RecordingStore;

class FolderStoreTest {

    @TempDir Path data;

    private Path folder;
    private FolderStore store;

    @BeforeEach
    void open() {
        folder = data.resolve("recordings");
        store = new FolderStore(folder);
    }

    @Test
    void theBytesComeBackAsTheyWere() throws Exception {
        RecordingStore.Stored stored = put("sound", "anna");

        assertThat(store.resolve(stored.location())).hasContent("sound");
        assertThat(stored.sizeBytes()).isEqualTo(5);
        assertThat(stored.sha256()).hasSize(64);
        assertThat(stored.callId()).matches("[0-9a-f]{24}");
    }

    @Test
    void theSameBytesOfTheSameRepAreOneCall() throws Exception {
        assertThat(put("sound", "anna")).isEqualTo(put("sound", "anna"));
        assertThat(put("sound", "bob").callId()).isNotEqualTo(put("sound", "anna").callId());
        assertThat(put("other", "anna").callId()).isNotEqualTo(put("sound", "anna").callId());
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() {
        InputStream broken =
                new SequenceInputStream(
                        new ByteArrayInputStream(new byte[100_000]),
                        new InputStream() {
                            @Override
                            public int read() throws IOException {
                                throw new IOException("connection reset");
                            }
                        });

        assertThatThrownBy(() -> store.put(broken, "anna")).hasMessage("connection reset");
        assertThat(files()).isEmpty();
    }

    @Test
    void recordingsAreReadableByTheirOwnerOnly() throws Exception {
        Path file = store.resolve(put("sound", "anna").location());

        assertThat(rights(folder)).isEqualTo("rwx------");
        assertThat(rights(file.getParent())).isEqualTo("rwx------");
        assertThat(rights(file)).isEqualTo("rw-------");
    }

    @Test
    void whatAKilledServerLeftIsRemovedAfterADay() throws Exception {
        put("sound", "anna");
        Path old = Files.createFile(folder.resolve(".uploading-1"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(90_000)));
        Path running = Files.createFile(folder.resolve(".uploading-2"));

        put("other", "anna");

        assertThat(old).doesNotExist();
        assertThat(running).exists();
    }

    @Test
    void aDeletedCallLeavesNoFile() throws Exception {
        RecordingStore.Stored stored = put("sound", "anna");
        Files.createFile(store.draft(store.playbackLocation(stored.callId(), 1)).path());

        store.delete(stored.callId());
        store.delete(stored.callId()); // once more is as good

        assertThat(files()).isEmpty();
    }

    @Test
    void eachRevisionHasACopyForPlaybackOfItsOwn() {
        assertThat(store.playbackLocation("a", 2)).isNotEqualTo(store.playbackLocation("a", 1));
    }

    @Test
    void whatIsReceivedIsGoneUnlessItIsKept() throws Exception {
        try (Received received = store.receive(new ByteArrayInputStream(new byte[3]), "anna")) {
            assertThat(received.file()).hasSize(3);
            assertThat(store.size(received.as().location())).isEmpty();
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void aPartIsSent() throws Exception {
        var out = new java.io.ByteArrayOutputStream();

        store.send(put("0123456789", "anna").location(), 2, 3, out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("234");
    }

    @Test
    void readersGetTheStoresOwnFile() throws Exception {
        RecordingStore.Stored stored = put("sound", "anna");

        try (LocalFile file = store.fetch(stored.location(), stored.sha256())) {
            assertThat(file.path()).isEqualTo(store.resolve(stored.location()));
        }

        assertThat(store.resolve(stored.location())).exists();
        assertThatThrownBy(() -> store.fetch("a/original", ""))
                .isInstanceOf(java.nio.file.NoSuchFileException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../token", "a/../../token", "/etc/passwd", "", ".", "a/.."})
    void aLocationOutsideTheStoreIsNone(String location) {
        assertThatThrownBy(() -> store.resolve(location))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no place in the recording store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../a", "a/b", "", "通话"})
    void whatIsNoCallIdTouchesNoFile(String callId) {
        assertThatThrownBy(() -> store.delete(callId)).hasMessageContaining("is no call id");
        assertThatThrownBy(() -> store.playbackLocation(callId, 1))
                .hasMessageContaining("is no call id");
    }

    private RecordingStore.Stored put(String bytes, String repId) throws IOException {
        return store.put(new ByteArrayInputStream(bytes.getBytes(StandardCharsets.UTF_8)), repId);
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.equals(folder)).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
