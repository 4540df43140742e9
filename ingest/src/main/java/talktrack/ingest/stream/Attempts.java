package talktrack.ingest.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Counts on disk how often a call was begun and never written. A recording that makes the native
 * recogniser crash would take the process down at every start, and no other call would ever get
 * through.
 */
final class Attempts {

    /** One crash may be chance, three are not. */
    static final int MOST = 3;

    private final Path folder;

    Attempts(Path folder) {
        this.folder = folder;
    }

    /** How often the reading was begun, this time included. */
    int begin(Work work) throws IOException {
        Files.createDirectories(folder);
        Path file = file(work);
        int attempt = Files.exists(file) ? 1 + (int) Files.size(file) : 1;
        Files.write(file, new byte[attempt]); // as long as the count: nothing to parse
        return attempt;
    }

    /** Whether a reading was begun and has not ended. */
    boolean open(Work work) {
        return Files.exists(file(work));
    }

    /** It ended: its transcript or its failure was written, or somebody stopped it. */
    void end(Work work) throws IOException {
        Files.deleteIfExists(file(work));
    }

    private Path file(Work work) {
        return folder.resolve(work.callId() + "-" + work.revision());
    }
}
