package talktrack.api.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.calls.UploadLimits;
import talktrack.api.http.Problem;

/**
 * Uploads that are not whole yet, in the data folder: for each a note and the bytes so far. What
 * has come is what lies on the disk, so a killed server loses nothing of it.
 */
public final class ResumableUploads {

    private static final Logger log = LoggerFactory.getLogger(ResumableUploads.class);
    private static final Duration KEPT = Duration.ofDays(3);
    private static final int BUFFER_BYTES = 1 << 16;
    private static final long LOOK_AT_DISK_EVERY_BYTES = 8L << 20;

    /** Takes a whole file in, as any other upload, and returns the call's id. */
    @FunctionalInterface
    public interface Taker {
        String take(Map<String, String> told, InputStream bytes)
                throws IOException, InterruptedException;
    }

    /**
     * Who may write to an upload: the last one to ask, as the one before may hang in a dead net.
     */
    private static final class Turn {
        private final ReentrantLock lock = new ReentrantLock();
        private long number; // guarded by lock
    }

    private final UploadFolder folder;
    private final Clock clock;
    private final UploadLimits limits;
    private final Taker taker;
    private final SecureRandom random = new SecureRandom();
    private final ReentrantLock creating = new ReentrantLock();

    /** Of uploads that are there and no call yet; nothing writes to others any more. */
    private final Map<String, Turn> turns = new ConcurrentHashMap<>();

    /**
     * @param folder of its own; made when needed
     */
    public ResumableUploads(Path folder, Clock clock, UploadLimits limits, Taker taker) {
        this.folder = new UploadFolder(folder);
        this.clock = clock;
        this.limits = limits;
        this.taker = taker;
    }

    /**
     * Before anybody uploads: removes what a crash left of uploads that nobody could go on with.
     */
    public void removeFragments() throws IOException {
        folder.removeFragments();
    }

    /**
     * After a start: what a crash left whole becomes a call. Takes as long as the recording store
     * does; others upload meanwhile.
     */
    public void resume() throws IOException, InterruptedException {
        for (UploadProgress upload : folder.all()) {
            if (upload.wholeButNoCall()) {
                finishAtStart(upload.id());
            }
        }
    }

    private void finishAtStart(String id) throws InterruptedException {
        try {
            finish(id);
        } catch (IOException | RuntimeException e) {
            log.warn("an upload could not be finished at start upload={}", id, e);
            triedInVain(id);
        }
    }

    /** Gives it its time from now on, unless it is gone. */
    private void triedInVain(String id) throws InterruptedException {
        Turn turn = turn(id);
        turn.lock.lockInterruptibly();
        try {
            Optional<UploadProgress> left = look(id).filter(UploadProgress::wholeButNoCall);
            if (left.isEmpty()) {
                turns.remove(id, turn);
            } else if (!left.get().note().triedAtStart()) {
                folder.write(id, left.get().note().triedInVain(clock.instant().plus(KEPT)));
            }
        } catch (IOException e) {
            log.warn("an upload's note could not be written upload={}", id, e);
        } finally {
            turn.lock.unlock();
        }
    }

    /**
     * @throws Problem 507 when the disk has no room for it and for what other uploads have still to
     *     bring
     */
    UploadProgress create(long lengthBytes, Map<String, String> told)
            throws IOException, InterruptedException {
        creating.lockInterruptibly(); // two at once would both get the same room
        try {
            removeExpired();
            limits.checkDisk(
                    lengthBytes,
                    folder.all().stream().mapToLong(UploadProgress::missingBytes).sum());
            byte[] bytes = new byte[16];
            random.nextBytes(bytes);
            String id = HexFormat.of().formatHex(bytes);
            UploadNote note = UploadNote.begun(lengthBytes, told, clock.instant().plus(KEPT));
            folder.create(id, note);
            return new UploadProgress(id, note, 0);
        } finally {
            creating.unlock();
        }
    }

    /**
     * How far an upload is. One that is whole, but did not become a call because something was
     * away, is tried once more.
     *
     * @return empty when there is none, or no longer
     * @throws Problem also when a whole file is refused: with less than 500 for good, and it is
     *     gone
     */
    Optional<UploadProgress> find(String id) throws IOException, InterruptedException {
        Optional<UploadProgress> found = look(id);
        return found.isPresent() && found.get().wholeButNoCall() ? finish(id) : found;
    }

    /**
     * Appends what comes, until the client ends or breaks off; what has come then counts. A whole
     * file becomes a call before this returns.
     *
     * @param offsetBytes where the client believes to be
     * @throws Problem 409 when it is wrong, or when another request has gone on meanwhile; 507 when
     *     the disk has become too full
     */
    Optional<UploadProgress> append(String id, long offsetBytes, InputStream body)
            throws IOException, InterruptedException {
        if (look(id).isEmpty()) {
            return Optional.empty();
        }
        Turn turn = turn(id);
        turn.lock.lockInterruptibly();
        FileChannel file;
        long lengthBytes;
        long mine;
        try {
            Optional<UploadProgress> before = look(id);
            if (before.isEmpty() || before.get().note().finished()) {
                turns.remove(id, turn);
                return before;
            }
            if (before.get().offsetBytes() != offsetBytes) {
                throw elsewhere(before.get().offsetBytes());
            }
            UploadNote note = before.get().note();
            folder.write(id, note.until(clock.instant().plus(KEPT)));
            file = folder.open(id);
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
    boolean remove(String id) throws IOException, InterruptedException {
        if (look(id).isEmpty()) {
            return folder.remove(id); // expired or broken: nobody writes to it
        }
        Turn turn = turn(id);
        turn.lock.lockInterruptibly();
        try {
            turn.number++; // whoever still writes to it ends
            boolean removed = folder.remove(id);
            turns.remove(id, turn);
            return removed;
        } finally {
            turn.lock.unlock();
        }
    }

    private Turn turn(String id) {
        return turns.computeIfAbsent(id, key -> new Turn());
    }

    private void copy(InputStream body, FileChannel file, long lengthBytes, Turn turn, long mine)
            throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long sinceLook = LOOK_AT_DISK_EVERY_BYTES; // and before the first byte
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            sinceLook += read;
            if (sinceLook >= LOOK_AT_DISK_EVERY_BYTES) {
                limits.checkDisk(0, 0);
                sinceLook = 0;
            }
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

    private Optional<UploadProgress> finish(String id) throws IOException, InterruptedException {
        Turn turn = turn(id);
        turn.lock.lockInterruptibly();
        try {
            Optional<UploadProgress> found = look(id);
            if (found.isPresent() && found.get().wholeButNoCall()) {
                found = Optional.of(becomeCall(found.get()));
            }
            if (found.isEmpty() || found.get().note().finished()) {
                turns.remove(id, turn);
            }
            return found;
        } catch (Problem e) {
            if (e.status() < 500) { // it will not be taken another time, either
                folder.remove(id);
                turns.remove(id, turn);
                log.info("removed an upload that was refused upload={}", id);
            }
            throw e;
        } finally {
            turn.lock.unlock();
        }
    }

    private UploadProgress becomeCall(UploadProgress upload)
            throws IOException, InterruptedException {
        Path file = folder.bytes(upload.id());
        String callId;
        try (InputStream bytes = Files.newInputStream(file)) {
            callId = taker.take(upload.note().told(), bytes);
        }
        UploadNote after = upload.note().became(callId);
        folder.write(upload.id(), after);
        Files.deleteIfExists(file);
        return new UploadProgress(upload.id(), after, after.lengthBytes());
    }

    private Optional<UploadProgress> look(String id) throws IOException {
        Instant now = clock.instant();
        return folder.read(id).filter(upload -> !upload.expired(now));
    }

    /** Removes what nobody has gone on with in time. */
    public void removeExpired() throws IOException {
        Instant now = clock.instant();
        for (UploadProgress upload : folder.all()) {
            if (upload.expired(now)) {
                removeExpired(upload.id(), now);
            }
        }
    }

    /**
     * @param id of an upload that had expired, or else has been gone on with since
     */
    void removeExpired(String id, Instant now) {
        Turn turn = turn(id);
        if (!turn.lock.tryLock()) {
            return; // somebody goes on with it
        }
        try {
            Optional<UploadProgress> found = folder.read(id);
            if (found.isPresent() && !found.get().expired(now)) {
                return; // whoever goes on with it has this turn, and shall lose it to the next one
            }
            if (found.isPresent()) {
                folder.remove(id);
                log.info("removed an upload whose time was over upload={}", id);
            }
            turns.remove(id, turn);
        } catch (IOException e) {
            log.warn("an upload whose time is over could not be removed upload={}", id, e);
        } finally {
            turn.lock.unlock();
        }
    }
}
