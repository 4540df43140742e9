package talktrack.ingest.stream;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.ingest.RecordingStore;
import talktrack.ingest.Transcript;
import talktrack.ingest.store.LocalFile;
import talktrack.models.events.Json;

/**
 * What was last heard of each call, before anybody corrected its speakers. It lies beside the
 * recording and goes with it, so that a correction takes a moment and not another hearing.
 */
final class HeardTranscripts {

    private static final Logger log = LoggerFactory.getLogger(HeardTranscripts.class);

    private final RecordingStore store;

    HeardTranscripts(RecordingStore store) {
        this.store = store;
    }

    /**
     * What was heard, if it is still there.
     *
     * @param revision whose words are wanted; what was heard after it is not taken for them
     */
    Optional<Transcript> of(String callId, int revision) throws IOException {
        OptionalLong size = store.size(location(callId));
        if (size.isEmpty()) {
            return Optional.empty();
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        store.send(location(callId), 0, size.getAsLong(), packed);
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray()))) {
            return Optional.of(Json.mapper().readValue(in, Transcript.class))
                    .filter(heard -> heard.end().revision() <= revision);
        } catch (IOException e) {
            log.warn("the words are heard again, as those kept cannot be read call={}", callId, e);
            return Optional.empty();
        }
    }

    void keep(Transcript heard) throws IOException {
        String location = location(heard.end().callId());
        try (LocalFile draft = store.draft(location)) {
            Path unfinished = draft.path().resolveSibling(draft.path().getFileName() + ".part");
            try {
                try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(unfinished))) {
                    out.write(Json.bytes(heard));
                }
                Files.move(unfinished, draft.path(), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            store.keep(location, draft);
        }
    }

    private static String location(String callId) {
        return callId + "/heard.gz";
    }
}
