package talktrack.api.calls;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Recordings that are kept, while their event is not known to be in Kafka: an empty file for each,
 * named like the call. Kafka may have an event of which it did not tell us, so such a recording
 * stays for a day; what no call has come for by then is removed, as nobody could ever see or delete
 * it. Only recordings noted here are ever removed like this: a store that has outlived its Kafka is
 * left alone.
 */
final class UnconfirmedUploads {

    private static final Duration KEPT = Duration.ofDays(1);

    private final Path folder;

    /** What becomes of a recording after its day. */
    @FunctionalInterface
    interface Sweeper {
        /**
         * @return whether it is settled: there is a call, or the recording is gone
         */
        boolean settle(String callId) throws IOException, InterruptedException;
    }

    /**
     * @param folder of its own; made when needed
     */
    UnconfirmedUploads(Path folder) {
        this.folder = folder;
    }

    /** Before the recording is kept. */
    void note(String callId) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(callId), new byte[0]);
    }

    /** After Kafka has its event. */
    void confirm(String callId) throws IOException {
        Files.deleteIfExists(folder.resolve(callId));
    }

    /** Settles what was noted more than a day before. */
    void sweep(Instant now, Sweeper sweeper) throws IOException, InterruptedException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> notes = Files.newDirectoryStream(folder)) {
            for (Path note : notes) {
                Instant noted = Files.getLastModifiedTime(note).toInstant();
                if (noted.plus(KEPT).isBefore(now)
                        && sweeper.settle(note.getFileName().toString())) {
                    Files.deleteIfExists(note);
                }
            }
        }
    }
}
