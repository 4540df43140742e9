package talktrack.api.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import talktrack.models.events.Json;

/** The one folder in which everything lives, held by one server at a time. */
public final class DataFolder implements AutoCloseable {

    /** Another server holds this folder. */
    public static final class InUse extends IOException {
        private static final long serialVersionUID = 1L;

        InUse(Path folder, Optional<Running> by) {
            super(
                    "another Talktrack server already uses %s%s. Stop it first, or choose another folder with --data."
                            .formatted(
                                    folder,
                                    by.map(
                                                    server ->
                                                            " (pid %d, %s)"
                                                                    .formatted(
                                                                            server.pid(),
                                                                            server.url()))
                                            .orElse("")));
        }
    }

    /** How the command line finds a server: {@code server.json}. */
    public record Running(URI url, long pid) {}

    /**
     * What this process holds, under its real path. It must not look at the lock there: to close a
     * file releases all locks that the same process has on it. Guarded by the class.
     */
    private static final Set<Path> HELD = new HashSet<>();

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /** Takes the folder for this process, creating it when absent. */
    public static synchronized DataFolder hold(Path folder) throws IOException {
        boolean ours = !Files.exists(folder);
        Files.createDirectories(folder);
        Path path = folder.toRealPath();
        if (ours) {
            Permissions.ownerOnly(path);
        }
        if (!HELD.add(path)) {
            throw new InUse(path, announced(path));
        }
        try {
            FileChannel channel =
                    FileChannel.open(
                            path.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            Optional<FileLock> lock = locked(channel);
            if (lock.isEmpty()) {
                channel.close();
                throw new InUse(path, announced(path));
            }
            return new DataFolder(path, channel, lock.get());
        } catch (IOException | RuntimeException e) {
            HELD.remove(path);
            throw e;
        }
    }

    /** Whoever asks whether a server runs has the lock for a moment: so not only once. */
    private static Optional<FileLock> locked(FileChannel channel) throws IOException {
        FileLock lock = channel.tryLock();
        for (int again = 0; lock == null && again < 10; again++) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            lock = channel.tryLock();
        }
        return Optional.ofNullable(lock);
    }

    public Path path() {
        return path;
    }

    /** A folder in it that only we may read. */
    Path privateFolder(String name) throws IOException {
        Path folder = Files.createDirectories(path.resolve(name));
        Permissions.ownerOnly(folder);
        return folder;
    }

    /** Tells the command line where we are. */
    void announce(URI url) throws IOException {
        Path temporary = path.resolve("server.json.new");
        Files.write(
                temporary,
                Json.bytes(Map.of("url", url.toString(), "pid", ProcessHandle.current().pid())));
        Files.move(
                temporary,
                path.resolve("server.json"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** The server that runs on a folder, if it lives. */
    public static Optional<Running> running(Path folder) throws IOException {
        Optional<Running> announced = announced(folder);
        // Its process alone does not tell: after a crash another program may have its number.
        return announced.isPresent() && held(folder) ? announced : Optional.empty();
    }

    private static Optional<Running> announced(Path folder) throws IOException {
        Path file = folder.resolve("server.json");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        JsonNode server = Json.mapper().readTree(Files.readAllBytes(file));
        Running running =
                new Running(URI.create(server.path("url").asText()), server.path("pid").asLong());
        return ProcessHandle.of(running.pid())
                .filter(ProcessHandle::isAlive)
                .map(process -> running);
    }

    /** One thread at a time, as two of a process cannot look at one lock. */
    private static synchronized boolean held(Path folder) throws IOException {
        Path file = folder.resolve("lock");
        if (HELD.contains(folder.toRealPath())) {
            return true;
        }
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return lock == null;
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (DataFolder.class) {
            Files.deleteIfExists(path.resolve("server.json"));
            lock.release();
            channel.close();
            HELD.remove(path);
        }
    }
}
