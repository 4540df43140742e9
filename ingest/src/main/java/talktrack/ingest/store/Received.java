package talktrack.ingest.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import talktrack.ingest.RecordingStore;
import talktrack.models.Sha256;

/**
 * A recording that came in and lies on this machine's disk, whole, but is not kept yet. Closing
 * removes what was not kept.
 *
 * @param file for looking at it
 */
public record Received(RecordingStore.Stored as, Path file) implements AutoCloseable {

    private static final String UPLOADING = ".uploading-";
    private static final Duration ABANDONED_AFTER = Duration.ofDays(1);

    /**
     * Streams bytes into a new file of a folder, and on to the disk.
     *
     * @param folder exists
     */
    static Received in(Path folder, InputStream bytes, String repId) throws IOException {
        removeAbandoned(folder);
        Path file = Files.createTempFile(folder, UPLOADING, "");
        try {
            MessageDigest digest = Sha256.digest();
            long size = write(bytes, file, digest);
            String sha256 = HexFormat.of().formatHex(digest.digest());
            String callId = callId(repId, sha256);
            return new Received(
                    new RecordingStore.Stored(callId, callId + "/original", sha256, size), file);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    private static String callId(String repId, String sha256) {
        return Sha256.hex(repId + "/" + sha256).substring(0, 24);
    }

    private static long write(InputStream bytes, Path file, MessageDigest digest)
            throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            OutputStream out = Channels.newOutputStream(channel);
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
                size += read;
            }
            channel.force(true);
            return size;
        }
    }

    /** What a killed server left behind. */
    private static void removeAbandoned(Path folder) throws IOException {
        Instant abandoned = Instant.now().minus(ABANDONED_AFTER);
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(folder, ".{uploading,copy}-*")) {
            for (Path file : files) {
                if (Files.exists(file)
                        && Files.getLastModifiedTime(file).toInstant().isBefore(abandoned)) {
                    remove(file);
                }
            }
        }
    }

    private static void remove(Path left) throws IOException {
        if (Files.isDirectory(left)) {
            OwnerOnly.removeFolder(left);
        } else {
            Files.deleteIfExists(left);
        }
    }
}
