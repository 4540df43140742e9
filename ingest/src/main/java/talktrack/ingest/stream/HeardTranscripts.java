package talktrack.ingest.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.ingest.RecordingStore;
import talktrack.ingest.Transcript;
import talktrack.models.events.Json;

/**
 * What was last heard of each call, before anybody corrected its speakers. It lies beside the
 * recording and goes with it, so that a correction takes a moment and not another hearing.
 */
final class HeardTranscripts {

    private static final Logger LOG = LoggerFactory.getLogger(HeardTranscripts.class);

    private final RecordingStore store;

    HeardTranscripts(RecordingStore store) {
        this.store = store;
    }

    /**
     * What was heard, if it is still there.
     *
     * @param revision whose words are wanted; what was heard after it is not taken for them
     */
    Optional<Transcript> of(String callId, int revision) {
        Path file = file(callId);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return Optional.of(Json.mapper().readValue(in, Transcript.class))
                    .filter(heard -> heard.end().revision() <= revision);
        } catch (IOException e) {
            LOG.warn("the words are heard again, as those kept cannot be read call={}", callId, e);
            return Optional.empty();
        }
    }

    void keep(Transcript heard) throws IOException {
        Path file = file(heard.end().callId());
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(unfinished))) {
                out.write(Json.bytes(heard));
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private Path file(String callId) {
        return store.resolve(callId + "/heard.json.gz");
    }
}
