package talktrack.api.uploads;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.models.events.Json;

/**
 * Notes and bytes of uploads, on the disk. A note that cannot be read is left where it is, with its
 * bytes, and stands in nobody's way.
 */
final class UploadFolder {

    private static final Logger log = LoggerFactory.getLogger(UploadFolder.class);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final String NOTE = ".json";
    private static final String BYTES = ".bytes";

    private final Path folder;

    /**
     * @param folder of its own; made when needed
     */
    UploadFolder(Path folder) {
        this.folder = folder;
    }

    void create(String id, UploadNote note) throws IOException {
        Files.createDirectories(folder);
        Files.createFile(bytes(id));
        write(id, note);
    }

    /**
     * @param id from anywhere
     * @return empty also for a note that is broken, which the log tells
     */
    Optional<UploadProgress> read(String id) throws IOException {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        try {
            UploadNote note = Json.read(Files.readAllBytes(note(id)), UploadNote.class);
            if (note == null) {
                log.warn("left out an upload whose note says nothing file={}", note(id));
                return Optional.empty();
            }
            long offset = note.finished() ? note.lengthBytes() : Files.size(bytes(id));
            return Optional.of(new UploadProgress(id, note, offset));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            log.warn("left out an upload whose note is broken file={}", note(id), e);
            return Optional.empty();
        }
    }

    /** All that can be read. */
    List<UploadProgress> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<UploadProgress> all = new ArrayList<>();
        try (DirectoryStream<Path> notes = Files.newDirectoryStream(folder, "*" + NOTE)) {
            for (Path note : notes) {
                String name = note.getFileName().toString();
                try {
                    read(name.substring(0, name.length() - NOTE.length())).ifPresent(all::add);
                } catch (IOException | RuntimeException e) {
                    log.warn("left out an upload whose note cannot be read file={}", note, e);
                }
            }
        }
        return all;
    }

    /** On the disk when this returns: a power cut leaves the note before, or this one. */
    void write(String id, UploadNote note) throws IOException {
        Path fresh = Files.createTempFile(folder, id, ".new");
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(Json.bytes(note));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(
                fresh,
                note(id),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
            try (FileChannel renamed = FileChannel.open(folder, StandardOpenOption.READ)) {
                renamed.force(true);
            }
        }
    }

    FileChannel open(String id) throws IOException {
        return FileChannel.open(bytes(id), StandardOpenOption.WRITE);
    }

    Path bytes(String id) {
        return folder.resolve(id + BYTES);
    }

    /**
     * @param id from anywhere
     * @return whether it was there
     */
    boolean remove(String id) throws IOException {
        if (!ID.matcher(id).matches()) {
            return false;
        }
        Files.deleteIfExists(bytes(id));
        return Files.deleteIfExists(note(id));
    }

    /** What a crash left of an upload that was just being made or removed. */
    void removeFragments() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(folder, "*{" + BYTES + ",.new}")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.endsWith(".new") || !Files.exists(note(name.replace(BYTES, "")))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private Path note(String id) {
        return folder.resolve(id + NOTE);
    }
}
