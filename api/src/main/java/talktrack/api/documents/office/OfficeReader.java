package talktrack.api.documents.office;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * Reads PDF and Office files in a child JVM with limits on heap, time and text, without a network
 * and with a folder of its own for temporary files. One child reads file after file, since starting
 * it takes longer than reading most of them; it is ended when a file takes too much, and when there
 * is nothing to read. Thread-safe: one file at a time.
 */
public final class OfficeReader implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OfficeReader.class);

    private final Limits limits;
    private final String mainClass;
    private final ReentrantLock reading = new ReentrantLock();
    private Child child; // guarded by reading
    private long readings; // guarded by reading

    public OfficeReader() {
        this(Limits.USUAL, OfficeProcess.class.getName());
    }

    OfficeReader(Limits limits, String mainClass) {
        this.limits = limits;
        this.mainClass = mainClass;
    }

    /** Whether these are the first bytes of a format that is read here. */
    public static boolean reads(byte[] file) {
        return startsWith(file, 'P', 'K', 3, 4) // DOCX, PPTX, XLSX, ODT, EPUB …
                || startsWith(file, 0xD0, 0xCF, 0x11, 0xE0) // DOC, PPT, XLS, and encrypted DOCX
                || startsWith(file, '{', '\\', 'r', 't', 'f')
                || PdfText.looksLikePdf(file);
    }

    private static boolean startsWith(byte[] file, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= file.length || (file[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * A file's text as XHTML: {@code h1} to {@code h6}, {@code p}, lists, tables; {@code data-page}
     * where pages begin.
     *
     * @throws RefusedFile when the file is at fault
     * @throws IOException when this machine is
     */
    public String read(byte[] file) throws IOException {
        reading.lock();
        try {
            return readAlone(file);
        } finally {
            reading.unlock();
        }
    }

    private String readAlone(byte[] file) throws IOException {
        if (child == null) {
            child = Child.start(limits, mainClass);
        }
        try {
            return child.read(file, limits);
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
        reading.lock();
        try {
            if (readings == readingsThen) {
                close();
            }
        } finally {
            reading.unlock();
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

    private static Executor later(long millis) {
        return CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
    }

    private record Child(
            Process process,
            DataOutputStream requests,
            DataInputStream answers,
            Path temporary,
            AtomicBoolean usable) {

        static Child start(Limits limits, String mainClass) throws IOException {
            Path temporary = Files.createTempDirectory("talktrack-documents");
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
            return List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
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
                    mainClass,
                    String.valueOf(limits.mostCharacters()),
                    String.valueOf(limits.time().toSeconds()));
        }

        /** The child's folder is another one. */
        private static String absoluteClassPath() {
            String separator = System.getProperty("path.separator");
            return List.of(System.getProperty("java.class.path").split(separator)).stream()
                    .map(entry -> Path.of(entry).toAbsolutePath().toString())
                    .collect(Collectors.joining(separator));
        }

        String read(byte[] file, Limits limits) throws IOException {
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
                requests.writeInt(file.length);
                requests.write(file);
                requests.flush();
                int kind = answers.readByte();
                // Four bytes a character at most, and as much again for markup.
                int length = answers.readInt();
                if (length < 0 || length > 16L * limits.mostCharacters()) {
                    throw new IOException("the reader of documents answers nonsense");
                }
                String text = new String(answers.readNBytes(length), StandardCharsets.UTF_8);
                usable.set(true);
                if (kind == OfficeProcess.REFUSED) {
                    List<String> lines = text.lines().toList();
                    log.info("document refused cause={}", lines.getLast());
                    throw new RefusedFile(lines.getFirst());
                }
                return text;
            } catch (RefusedFile e) {
                throw e;
            } catch (IOException e) {
                log.info("document reader ended late={} cause={}", late.get(), e.toString());
                throw late.get()
                        ? new RefusedFile(
                                "reading it takes longer than %d seconds: split it or save it again"
                                        .formatted(limits.time().toSeconds()))
                        : new RefusedFile(
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
