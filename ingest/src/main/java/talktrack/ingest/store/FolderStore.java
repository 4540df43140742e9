package talktrack.ingest.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import talktrack.ingest.RecordingStore;

/**
 * Recordings on disk: a folder per call, readable by the owner only. What it hands out are its own
 * files, never copies.
 */
public final class FolderStore implements RecordingStore {

    private final Path folder;

    /**
     * @param folder {@code DIR/recordings}; made when the first recording comes
     */
    public FolderStore(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public Received receive(InputStream bytes, String repId) throws IOException {
        OwnerOnly.makeFolder(folder);
        return Received.in(folder, bytes, repId);
    }

    @Override
    public Stored keep(Received received) throws IOException {
        Path target = resolve(received.as().location());
        OwnerOnly.makeFolder(target.getParent());
        if (!Files.exists(target)) {
            move(received.file(), target);
            forceFolder(target.getParent());
            forceFolder(folder);
        }
        return received.as();
    }

    @Override
    public OptionalLong size(String location) throws IOException {
        Path file = resolve(location);
        return Files.isRegularFile(file) ? OptionalLong.of(Files.size(file)) : OptionalLong.empty();
    }

    @Override
    public LocalFile fetch(String location, String sha256) throws IOException {
        Path file = resolve(location);
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(location);
        }
        return new LocalFile(file, false);
    }

    @Override
    public void send(String location, long first, long length, OutputStream out)
            throws IOException {
        Path file = resolve(location);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            WritableByteChannel to = Channels.newChannel(out);
            long end = first + length;
            for (long at = first; at < end; ) {
                long count = channel.transferTo(at, end - at, to);
                if (count <= 0) {
                    throw new IOException("%s became shorter while it was sent".formatted(file));
                }
                at += count;
            }
        }
    }

    @Override
    public LocalFile draft(String location) throws IOException {
        Path file = resolve(location);
        OwnerOnly.makeFolder(file.getParent());
        return new LocalFile(file, false);
    }

    @Override
    public void keep(String location, LocalFile draft) {
        // it was written where it belongs
    }

    @Override
    public void delete(String callId) throws IOException {
        OwnerOnly.removeFolder(folder.resolve(RecordingStore.checked(callId)));
    }

    @Override
    public void deleteFile(String location) throws IOException {
        Files.deleteIfExists(resolve(location));
    }

    /**
     * The file at a location.
     *
     * @throws IllegalArgumentException when the location leaves the store
     */
    public Path resolve(String location) {
        return folder.resolve(RecordingStore.checkedLocation(location));
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
        if (!OwnerOnly.isWindows()) { // which cannot open folders, and writes them through
            try (FileChannel channel = FileChannel.open(changed, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
