package talktrack.api.calls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import talktrack.api.http.Problem;

/** How much may come in. */
public final class UploadLimits {

    /** What must stay free for everything else that writes to the disk. */
    private static final long RESERVED_BYTES = 512L << 20;

    /** The form's other fields and its boundaries. */
    private static final long FORM_BYTES = 1L << 20;

    /** How much a folder's disk has left; tests have small ones. */
    @FunctionalInterface
    public interface Usable {
        long bytes(Path folder) throws IOException;
    }

    private final Path data;
    private final Usable usable;
    private final long maxUploadBytes;

    public UploadLimits(Path data, long maxUploadBytes) {
        this(data, maxUploadBytes, folder -> Files.getFileStore(folder).getUsableSpace());
    }

    public UploadLimits(Path data, long maxUploadBytes, Usable usable) {
        this.data = data;
        this.usable = usable;
        this.maxUploadBytes = maxUploadBytes;
    }

    /** The size of the largest file, in bytes. */
    public long maxUploadBytes() {
        return maxUploadBytes;
    }

    /**
     * The body is spooled once and stored once. One that does not say its length may be as long as
     * any.
     */
    void check(long contentLength) throws IOException {
        if (contentLength > maxUploadBytes + FORM_BYTES) {
            throw tooLarge();
        }
        checkDisk(contentLength < 0 ? maxUploadBytes : contentLength, 0);
    }

    /** Refuses a file that is larger than any may be. */
    public void checkFile(long sizeBytes) {
        if (sizeBytes > maxUploadBytes) {
            throw tooLarge();
        }
    }

    /**
     * Refuses what the disk has no room for: what comes in lies there twice for a moment.
     *
     * @param expected bytes
     * @param promised bytes that others were told there is room for
     */
    public void checkDisk(long expected, long promised) throws IOException {
        long free = usable.bytes(data);
        long needed = 2 * expected + promised + RESERVED_BYTES;
        if (free < needed) {
            throw new Problem(
                    507,
                    "disk-full",
                    "The disk is too full",
                    "The disk has %d MB free; to take this recording in, it must have %d MB."
                            .formatted(free >> 20, needed >> 20),
                    "Make room on the server's disk, or delete calls that nobody needs.");
        }
    }

    private Problem tooLarge() {
        return new Problem(
                413,
                "too-large",
                "The file is too large",
                "A recording may have at most %d MB.".formatted(maxUploadBytes >> 20),
                "Export it in a compressed format such as MP3 or M4A, or raise max-upload-bytes in"
                        + " talktrack.yaml.");
    }
}
