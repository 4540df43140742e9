package talktrack.api.documents.sandbox;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.ingest.ChildEnvironment;

/**
 * Reads files in a child JVM with limits on heap, time and text, without a network and with a
 * folder of its own for temporary files. One child reads file after file, since starting it takes
 * longer than reading most of them; it is ended when a file takes too much, and when there is
 * nothing to read. Thread-safe: one file at a time.
 */
public final class Sandbox implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Sandbox.class);

    private final Limits limits;
    private final String mainClass;
    private final ReentrantLock reading = new ReentrantLock();
    private Child child; // guarded by reading
    private long readings; // guarded by reading

    /**
     * @param mainClass name of a class whose {@code main} is {@link SandboxProcess#serve}
     */
    public Sandbox(Limits limits, String mainClass) {
        this.limits = limits;
        this.mainClass = mainClass;
    }

    /**
     * What the child makes of a file.
     *
     * @throws UnreadableDocument when the file is at fault
     * @throws IOException when this machine is
     */
    public byte[] read(String name, byte[] file) throws IOException {
        reading.lock();
        try {
            return readAlone(name, file);
        } finally {
            reading.unlock();
        }
    }

    private byte[] readAlone(String name, byte[] file) throws IOException {
        if (child != null
                && !child.process().toHandle().isAlive()) { // the system may end who is idle
            child.end();
            child = null;
        }
        if (child == null) {
            child = Child.start(limits, mainClass);
        }
        try {
            return child.read(name, file, limits);
        } finally {
            if (!child.usable().get()) {
                child.end();
                child = null;
            }
            readings++;
            long now = readings;
            later(limits.idle().toMillis()).execute(() -> endIfIdle(now));
        }
    }

    private void endIfIdle(long readingsThen) {
        if (reading.tryLock()) { // else it is not idle
            try {
                if (readings == readingsThen) {
                    close();
                }
            } finally {
                reading.unlock();
            }
        }
    }

    @Override
    public void close() {
        reading.lock();
        try {
            if (child != null) {
                child.end();
                child = null;
            }
        } finally {
            reading.unlock();
        }
    }

    /** In a thread of its own: in the common pool another task may stand in the way. */
    private static Executor later(long millis) {
        return CompletableFuture.delayedExecutor(
                millis, TimeUnit.MILLISECONDS, Thread::startVirtualThread);
    }

    private record Child(
            Process process,
            DataOutputStream requests,
            DataInputStream answers,
            Path temporary,
            AtomicBoolean usable) {

        static Child start(Limits limits, String mainClass) throws IOException {
            Path temporary =
                    Files.createTempDirectory(
                            "talktrack-documents-%d-".formatted(ProcessHandle.current().pid()));
            ProcessBuilder builder = new ProcessBuilder(command(limits, mainClass, temporary));
            builder.directory(temporary.toFile());
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
            ChildEnvironment.dropKeys(builder.environment());
            Process process = builder.start();
            log.debug("document reader started pid={}", process.pid());
            return new Child(
                    process,
                    new DataOutputStream(process.getOutputStream()),
                    new DataInputStream(process.getInputStream()),
                    temporary,
                    new AtomicBoolean(true));
        }

        private static List<String> command(Limits limits, String mainClass, Path temporary) {
            List<String> command =
                    new ArrayList<>(
                            List.of(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Xmx" + limits.heapMegabytes() + "m",
                                    "-Xss2m",
                                    "-XX:TieredStopAtLevel=1",
                                    "-XX:+UseSerialGC",
                                    "-XX:+ExitOnOutOfMemoryError",
                                    "-XX:-CreateCoredumpOnCrash",
                                    "-XX:ErrorFile=" + temporary.resolve("crash"),
                                    "-Djava.io.tmpdir=" + temporary,
                                    "-Djava.awt.headless=true",
                                    // A proxy that is not there: no socket leads anywhere.
                                    "-DsocksProxyHost=127.0.0.1",
                                    "-DsocksProxyPort=1",
                                    "-cp",
                                    absoluteClassPath(),
                                    mainClass));
            command.addAll(SandboxProcess.arguments(limits));
            return command;
        }

        /** The child's folder is another one. */
        private static String absoluteClassPath() {
            String separator = System.getProperty("path.separator");
            return List.of(System.getProperty("java.class.path").split(separator)).stream()
                    .map(entry -> Path.of(entry).toAbsolutePath().toString())
                    .collect(Collectors.joining(separator));
        }

        byte[] read(String name, byte[] file, Limits limits) throws IOException {
            AtomicBoolean done = new AtomicBoolean();
            AtomicBoolean late = new AtomicBoolean();
            later(limits.time().toMillis())
                    .execute(
                            () -> {
                                if (!done.get()) {
                                    late.set(true);
                                    process.destroyForcibly();
                                }
                            });
            usable.set(false);
            try {
                requests.writeUTF(name);
                requests.writeInt(file.length);
                requests.write(file);
                requests.flush();
                int kind = answers.readByte();
                int length = answers.readInt();
                if (length < 0 || length > limits.mostAnswerBytes()) {
                    throw new IOException("the reader of documents answers nonsense");
                }
                byte[] answer = answers.readNBytes(length);
                if (answer.length < length) {
                    throw new EOFException("the reader of documents ended while it answered");
                }
                usable.set(true);
                if (kind == SandboxProcess.REFUSED) {
                    List<String> lines =
                            new String(answer, StandardCharsets.UTF_8).lines().toList();
                    log.info("document refused cause={}", lines.getLast());
                    throw new UnreadableDocument(lines.getFirst());
                }
                return answer;
            } catch (UnreadableDocument e) {
                throw e;
            } catch (IOException e) {
                log.info("document reader ended late={} cause={}", late.get(), e.toString());
                throw late.get()
                        ? new UnreadableDocument(
                                "reading it takes longer than %d seconds: split it or save it again"
                                        .formatted(limits.time().toSeconds()))
                        : new UnreadableDocument(
                                "reading it takes more memory than a document may: split it or save"
                                        + " it again");
            } finally {
                done.set(true);
            }
        }

        void end() {
            process.destroyForcibly();
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            TemporaryFiles.remove(temporary);
        }
    }
}
