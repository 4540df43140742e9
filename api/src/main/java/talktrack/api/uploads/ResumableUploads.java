package talktrack.api.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.calls.Call;
import talktrack.api.http.Problem;
import talktrack.models.events.Json;

/**
 * Uploads that are not whole yet, in the data folder: for each a note and the bytes so far. What
 * has come is what lies on the disk, so a killed server loses nothing of it.
 */
public final class ResumableUploads {

    private static final Logger log = LoggerFactory.getLogger(ResumableUploads.class);
    private static final Duration KEPT = Duration.ofDays(3);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final int BUFFER_BYTES = 1 << 16;

    /** Takes a whole file in, as any other upload. */
    @FunctionalInterface
    public interface Taker {
        Call take(Map<String, String> told, InputStream bytes)
                throws IOException, InterruptedException;
    }

    /** How far an upload has come. */
    record Progress(String id, UploadNote note, long offsetBytes) {
        boolean whole() {
            return offsetBytes == note.lengthBytes();
        }
    }

    /**
     * Who may write to an upload: the last one to ask, as the one before may hang in a dead net.
     */
    private static final class Turn {
        private final ReentrantLock lock = new ReentrantLock();
        private long number; // guarded by lock
    }

    private final Path folder;
    private final Clock clock;
    private final Taker taker;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Turn> turns = new ConcurrentHashMap<>();

    /**
     * @param folder of its own; made when needed
     */
    public ResumableUploads(Path folder, Clock clock, Taker taker) {
        this.folder = folder;
        this.clock = clock;
        this.taker = taker;
    }

    /** At start: what a crash left whole becomes a call, what has expired is removed. */
    public void resume() throws IOException, InterruptedException {
        removeExpired();
        removeFragments();
        for (String id : ids()) {
            try {
                finish(id);
            } catch (Problem | IOException e) {
                log.warn("an upload could not be finished, and waits upload={}", id, e);
            }
        }
    }

    Progress create(long lengthBytes, Map<String, String> told) throws IOException {
        removeExpired();
        Files.createDirectories(folder);
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        UploadNote note = new UploadNote(lengthBytes, told, clock.instant().plus(KEPT), "");
        Files.createFile(bytes(id));
        write(id, note);
        return new Progress(id, note, 0);
    }

    /**
     * How far an upload is. One that is whole, but did not become a call because something was
     * away, is tried once more.
     *
     * @return empty when there is none, or no longer
     */
    Optional<Progress> find(String id) throws IOException, InterruptedException {
        Optional<Progress> found = look(id);
        return found.isPresent() && found.get().whole() && !found.get().note().finished()
                ? finish(id)
                : found;
    }

    /**
     * Appends what comes, until the client ends or breaks off; what has come then counts. A whole
     * file becomes a call before this returns.
     *
     * @param offsetBytes where the client believes to be
     * @throws Problem 409 when it is wrong, or when another request has gone on meanwhile
     */
    Optional<Progress> append(String id, long offsetBytes, InputStream body)
            throws IOException, InterruptedException {
        Turn turn = turns.computeIfAbsent(id, key -> new Turn());
        turn.lock.lockInterruptibly();
        FileChannel file;
        long lengthBytes;
        long mine;
        try {
            Optional<Progress> before = look(id);
            if (before.isEmpty() || before.get().note().finished()) {
                return before;
            }
            if (before.get().offsetBytes() != offsetBytes) {
                throw elsewhere(before.get().offsetBytes());
            }
            UploadNote note = before.get().note();
            write(id, note.until(clock.instant().plus(KEPT)));
            file = FileChannel.open(bytes(id), StandardOpenOption.WRITE);
            file.position(offsetBytes);
            lengthBytes = note.lengthBytes();
            mine = ++turn.number;
        } finally {
            turn.lock.unlock();
        }
        try (file) {
            try {
                copy(body, file, lengthBytes, turn, mine);
            } finally {
                file.force(true);
            }
        }
        return find(id);
    }

    /** Removes an upload; what became a call stays one. */
    boolean remove(String id) throws IOException {
        if (!ID.matcher(id).matches()) {
            return false;
        }
        Files.deleteIfExists(bytes(id));
        turns.remove(id);
        return Files.deleteIfExists(note(id));
    }

    private static void copy(
            InputStream body, FileChannel file, long lengthBytes, Turn turn, long mine)
            throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            turn.lock.lock();
            try {
                if (turn.number != mine) {
                    throw elsewhere(file.size());
                }
                if (file.position() + read > lengthBytes) {
                    throw Problem.badRequest(
                            "More bytes came than the upload was said to have.",
                            "Create a new upload with the right Upload-Length.");
                }
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
            } finally {
                turn.lock.unlock();
            }
        }
    }

    private static Problem elsewhere(long offsetBytes) {
        return new Problem(
                409,
                "offset",
                "The upload is elsewhere",
                "The upload stands at byte %d.".formatted(offsetBytes),
                "Ask with HEAD where it stands, and go on from there.");
    }

    private Optional<Progress> finish(String id) throws IOException, InterruptedException {
        Turn turn = turns.computeIfAbsent(id, key -> new Turn());
        turn.lock.lockInterruptibly();
        try {
            Optional<Progress> found = look(id);
            if (found.isEmpty() || !found.get().whole() || found.get().note().finished()) {
                return found;
            }
            UploadNote note = found.get().note();
            Call call;
            try (InputStream bytes = Files.newInputStream(bytes(id))) {
                call = taker.take(note.told(), bytes);
            }
            UploadNote after = note.became(call.id());
            write(id, after);
            Files.deleteIfExists(bytes(id));
            return Optional.of(new Progress(id, after, after.lengthBytes()));
        } finally {
            turn.lock.unlock();
        }
    }

    private Optional<Progress> look(String id) throws IOException {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        try {
            UploadNote note =
                    Json.mapper().readValue(Files.readAllBytes(note(id)), UploadNote.class);
            if (note.expiresAt().isBefore(clock.instant())) {
                return Optional.empty();
            }
            long offset = note.finished() ? note.lengthBytes() : Files.size(bytes(id));
            return Optional.of(new Progress(id, note, offset));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private void removeExpired() throws IOException {
        Instant now = clock.instant();
        for (String id : ids()) {
            UploadNote note =
                    Json.mapper().readValue(Files.readAllBytes(note(id)), UploadNote.class);
            if (note.expiresAt().isBefore(now)) {
                remove(id);
                log.info("removed an upload that was never finished upload={}", id);
            }
        }
    }

    /** What a crash left of an upload that was just being made or removed. */
    private void removeFragments() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{bytes,new}")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.endsWith(".new") || !Files.exists(note(name.replace(".bytes", "")))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private List<String> ids() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> ids = new ArrayList<>();
        try (DirectoryStream<Path> notes = Files.newDirectoryStream(folder, "*.json")) {
            for (Path note : notes) {
                String name = note.getFileName().toString();
                ids.add(name.substring(0, name.length() - ".json".length()));
            }
        }
        return ids;
    }

    private void write(String id, UploadNote note) throws IOException {
        Path fresh = Files.createTempFile(folder, id, ".new");
        Files.write(fresh, Json.bytes(note));
        Files.move(
                fresh,
                note(id),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private Path note(String id) {
        return folder.resolve(id + ".json");
    }

    private Path bytes(String id) {
        return folder.resolve(id + ".bytes");
    }
}
