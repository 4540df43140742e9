package talktrack.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Object;
import talktrack.ingest.RecordingStore;

/** Recordings in a bucket of a real S3-compatible server. */
class S3StoreIT {

    @TempDir static Path temporary;
    private static S3Server server;

    @TempDir Path local;
    private S3Store store;

    @BeforeAll
    static void start() throws Exception {
        server = new S3Server(temporary);
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void open() {
        store = new S3Store(server.settings(), local.resolve("recordings"));
    }

    @Test
    void theBytesComeBackAsTheyWere() throws Exception {
        RecordingStore.Stored stored = put("sound");

        assertThat(store.size(stored.location())).hasValue(5);
        try (LocalFile file = store.fetch(stored.location(), stored.sha256())) {
            assertThat(file.path()).hasContent("sound");
        }
        assertThat(filesHere()).as("no copy is left").isEmpty();
    }

    @Test
    void theCallIsTheSameAsInAFolder() throws Exception {
        RecordingStore folder = new FolderStore(local.resolve("other"));

        assertThat(put("sound"))
                .isEqualTo(put("sound"))
                .isEqualTo(folder.put(bytes("sound"), "anna"));
    }

    @Test
    void bytesThatAreNotThoseThatWereKeptAreRefused() throws Exception {
        RecordingStore.Stored stored = put("right");
        server.client()
                .putObject(
                        request ->
                                request.bucket(S3Server.BUCKET).key("calls/" + stored.location()),
                        RequestBody.fromString("wrong"));

        assertThatThrownBy(() -> store.fetch(stored.location(), stored.sha256()))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(StoreUnreachable.class)
                .hasMessageContaining("SHA-256");
        assertThat(filesHere()).isEmpty();
    }

    @Test
    void aPartIsSent() throws Exception {
        var out = new ByteArrayOutputStream();

        store.send(put("0123456789").location(), 2, 3, out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("234");
    }

    @Test
    void aDraftIsKeptAndADeletedCallLeavesNoObject() throws Exception {
        String callId = put("to be deleted").callId();
        String playback = store.playbackLocation(callId, 1);
        try (LocalFile draft = store.draft(playback)) {
            assertThat(draft.path().getFileName()).hasToString("playback-1.m4a");
            Files.writeString(draft.path(), "for browsers");
            store.keep(playback, draft);
        }
        assertThat(store.size(playback)).hasValue(12);
        assertThat(objects(callId)).hasSize(2);

        store.delete(callId);
        store.delete(callId); // once more is as good

        assertThat(objects(callId)).isEmpty();
        assertThat(store.size(playback)).isEmpty();
        assertThatThrownBy(() -> store.fetch(playback, "")).isInstanceOf(NoSuchFileException.class);
        assertThat(filesHere()).isEmpty();
    }

    @Test
    void copiesForPlaybackOfEarlierRevisionsAreDeleted() throws Exception {
        String callId = put("heard three times").callId();
        for (int revision = 1; revision <= 3; revision++) {
            String playback = store.playbackLocation(callId, revision);
            try (LocalFile draft = store.draft(playback)) {
                Files.writeString(draft.path(), "for browsers");
                store.keep(playback, draft);
            }
        }

        store.deletePlaybackBefore(callId, 3);
        store.deletePlaybackBefore(callId, 3); // once more is as good

        assertThat(objects(callId))
                .containsExactlyInAnyOrder(
                        "calls/" + callId + "/original",
                        "calls/" + store.playbackLocation(callId, 3));
    }

    @Test
    void aDraftThatNobodyWroteIsNotKept() throws Exception {
        String playback = store.playbackLocation("abc", 1);
        try (LocalFile draft = store.draft(playback)) {
            store.keep(playback, draft);
        }
        assertThat(store.size(playback)).isEmpty();
    }

    @Test
    void aDraftWaitsForAStoreThatIsAwayForDays() throws Exception {
        String playback = store.playbackLocation("abc", 2);
        S3Store noBucket =
                new S3Store(
                        server.settings("nobody-s", "test-credential"),
                        local.resolve("recordings"));
        try (LocalFile draft = store.draft(playback)) {
            Files.writeString(draft.path(), "for browsers");
            Files.setLastModifiedTime(
                    draft.path().getParent(), FileTime.from(Instant.now().minusSeconds(90_000)));
            assertThatThrownBy(() -> noBucket.keep(playback, draft))
                    .isInstanceOf(StoreUnreachable.class);

            put("another recording"); // which removes what was abandoned

            store.keep(playback, draft);
        }
        assertThat(store.size(playback)).hasValue(12);
    }

    @Test
    void aDraftThatIsGoneIsNotTakenForOneThatNobodyWrote() throws Exception {
        String playback = store.playbackLocation("abc", 3);
        LocalFile draft = store.draft(playback);
        draft.close();

        assertThatThrownBy(() -> store.keep(playback, draft))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(StoreUnreachable.class)
                .hasMessageContaining("is gone");
    }

    @Test
    void nothingIsLostWhenTheStoreIsAway() throws Exception {
        RecordingStore.Stored stored = put("kept");
        server.stop();
        try {
            assertThatThrownBy(() -> store.fetch(stored.location(), stored.sha256()))
                    .isInstanceOf(StoreUnreachable.class)
                    .hasMessageContaining("does not answer")
                    .hasMessageNotContaining("test-credential");
            assertThatThrownBy(() -> put("more")).isInstanceOf(StoreUnreachable.class);
            assertThatThrownBy(() -> store.delete(stored.callId()))
                    .isInstanceOf(StoreUnreachable.class);
            assertThatThrownBy(() -> store.size(stored.location()))
                    .isInstanceOf(StoreUnreachable.class);
        } finally {
            server.start();
        }
        assertThat(store.size(stored.location())).hasValue(4);
        assertThat(filesHere()).isEmpty();
    }

    @Test
    void theProbeTellsWhatIsWrong() throws Exception {
        store.probe();
        assertThat(server.client().listObjectsV2(r -> r.bucket(S3Server.BUCKET)).contents())
                .noneMatch(object -> object.key().contains("probe"));

        S3Store wrongKey = new S3Store(server.settings(S3Server.BUCKET, "wrong"), local);
        assertThatThrownBy(wrongKey::probe).isInstanceOf(StoreUnreachable.class);
        S3Store noBucket = new S3Store(server.settings("nobody-s", "test-credential"), local);
        assertThatThrownBy(noBucket::probe)
                .isInstanceOf(StoreUnreachable.class)
                .hasMessageContaining("nobody-s");
    }

    @Test
    void whatLeadsElsewhereIsNoLocation() {
        for (String location : List.of("../token", "a/../../b", "", "/etc/passwd", "a")) {
            assertThatThrownBy(() -> store.size(location))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> store.delete("..")).hasMessageContaining("is no call id");
    }

    @Test
    void aChildIsToldEverythingButByArguments() {
        S3Settings settings = server.settings();

        assertThat(S3Settings.in(settings.environment())).contains(settings);
        assertThat(settings.toString()).doesNotContain("test-credential", "test-identity");
        assertThat(S3Settings.in(java.util.Map.of())).isEmpty();
    }

    private RecordingStore.Stored put(String text) throws IOException {
        return store.put(bytes(text), "anna");
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> objects(String callId) {
        return server
                .client()
                .listObjectsV2(r -> r.bucket(S3Server.BUCKET).prefix("calls/" + callId))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }

    private List<Path> filesHere() throws IOException {
        try (Stream<Path> files = Files.walk(local)) {
            return files.filter(file -> !file.equals(local) && !file.endsWith("recordings"))
                    .toList();
        }
    }
}
