package talktrack.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Recordings on disk: a folder per call, with the bytes as uploaded and the copies for playback.
 * Readable by the owner only. Any number of stores may share a folder.
 */
public final class RecordingStore {

    private static final String UPLOADING = ".uploading-";
    private static final Duration ABANDONED_AFTER = Duration.ofDays(1);
    private static final Pattern CALL_ID = Pattern.compile("[0-9A-Za-z]{1,64}");

    private final Path folder;

    /**
     * @param folder {@code DIR/recordings}; made when the first recording comes
     */
    public RecordingStore(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * What was stored.
     *
     * @param callId the same for the same bytes of the same rep: 24 hexadecimal digits
     * @param location for {@link #resolve}
     */
    public record Stored(String callId, String location, String sha256, long sizeBytes) {}

    /**
     * Streams a recording to disk. When this returns it survives a power cut; when it throws,
     * nothing is left. The same bytes twice give the same result and one copy.
     *
     * @param bytes read to the end, not closed
     */
    public Stored put(InputStream bytes, String repId) throws IOException {
        makeFolder(folder);
        removeAbandonedUploads();
        Path temporary = Files.createTempFile(folder, UPLOADING, "");
        try {
            MessageDigest digest = sha256();
            long size = write(bytes, temporary, digest);
            String sha256 = HexFormat.of().formatHex(digest.digest());
            String callId = callId(repId, sha256);
            String location = callId + "/original";
            Path target = resolve(location);
            makeFolder(target.getParent());
            if (!Files.exists(target)) {
                move(temporary, target);
                forceFolder(target.getParent());
                forceFolder(folder);
            }
            return new Stored(callId, location, sha256, size);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * The file at a location.
     *
     * @throws IllegalArgumentException when the location leaves the store
     */
    public Path resolve(String location) {
        Path file = folder.resolve(location).normalize();
        if (!file.startsWith(folder) || file.equals(folder)) {
            throw new IllegalArgumentException(
                    "'%s' is no place in the recording store".formatted(location));
        }
        return file;
    }

    /** Where the copy of a revision that browsers play is, or will be. */
    public Path playback(String callId, int revision) {
        return resolve(playbackLocation(callId, revision));
    }

    /** The location of {@link #playback}, for {@link #resolve}. */
    public String playbackLocation(String callId, int revision) {
        return "%s/playback-%d.m4a".formatted(checked(callId), revision);
    }

    /** Removes all of a call's files; nothing happens when there are none. */
    public void delete(String callId) throws IOException {
        Path call = resolve(checked(callId));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(call)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            return; // gone already, which is what was asked for
        }
        Files.deleteIfExists(call);
    }

    private static String callId(String repId, String sha256) {
        byte[] key = (repId + "/" + sha256).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256().digest(key)).substring(0, 24);
    }

    private static String checked(String callId) {
        if (!CALL_ID.matcher(callId).matches()) {
            throw new IllegalArgumentException("'%s' is no call id".formatted(callId));
        }
        return callId;
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

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException(
                    "the recording store needs a file system with atomic renames: " + to, e);
        }
    }

    /** A rename survives a power cut only when the folder is written, too. */
    private static void forceFolder(Path changed) throws IOException {
        if (!isWindows()) { // which cannot open folders, and writes them through
            try (FileChannel channel = FileChannel.open(changed, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static void makeFolder(Path wanted) throws IOException {
        if (Files.isDirectory(wanted)) {
            return;
        }
        Files.createDirectories(wanted.getParent());
        try {
            if (isWindows()) {
                Files.createDirectory(wanted);
            } else {
                Files.createDirectory(
                        wanted,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
            }
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(wanted)) { // else another upload was quicker
                throw e;
            }
        }
    }

    /** What a killed server left behind. */
    private void removeAbandonedUploads() throws IOException {
        Instant abandoned = Instant.now().minus(ABANDONED_AFTER);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, UPLOADING + "*")) {
            for (Path file : files) {
                if (Files.exists(file)
                        && Files.getLastModifiedTime(file).toInstant().isBefore(abandoned)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Bug: every Java has SHA-256", e);
        }
    }
}
