package talktrack.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.ingest.catalogue.InstalledModels;
import talktrack.ingest.glossary.Glossary;
import talktrack.ingest.store.S3Settings;
import talktrack.ingest.stream.IngestWorker;
import talktrack.ingest.transcribe.Transcriber;
import talktrack.models.labels.Label;
import talktrack.models.labels.VoiceEmotion;

/**
 * The ingest stage as a process of its own: native libraries crash and grow, and may cost one call,
 * never Kafka or the pages. Its parent starts it again whenever it ends, unless the parent asked
 * for that.
 *
 * <p>Ends with 0 when its standard input closes (the parent is gone) or on SIGTERM, with {@value
 * #RESTART} when it wants to be started anew because of its memory, with 1 on errors, 2 on wrong
 * arguments.
 */
public final class IngestProcess {

    /** Exit code between two calls: start me again, I have grown too large or am outdated. */
    public static final int RESTART = 75;

    private static final Logger log = LoggerFactory.getLogger(IngestProcess.class);
    private static final long MEMORY_CEILING_BYTES = 1536L << 20;
    private static final int MOST_CALLS_AT_ONCE = 2;
    private static final long STOP_SECONDS = 10;
    private static final String USAGE =
            "usage: IngestProcess --data DIR --bootstrap-servers HOST:PORT [--redact true|false] [--bleep true|false] [--memory-ceiling-mb N] [--pause-seconds S] [--voice-emotion off|customer|both]";

    private IngestProcess() {}

    public static void main(String[] arguments) {
        Locale.setDefault(
                Locale.Category.FORMAT, Locale.ROOT); // what programs read has ASCII digits
        Arguments given;
        try {
            given = Arguments.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + USAGE);
            System.exit(2);
            return;
        }
        int code;
        try {
            code = run(given);
        } catch (InterruptedException e) {
            code = 1;
        } catch (IOException | RuntimeException e) {
            log.error("ingest ends", e);
            code = 1;
        }
        // Native threads and a reading that does not end must not keep a finished process.
        Runtime.getRuntime().halt(code);
    }

    private static int run(Arguments given) throws IOException, InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        try (RecordingReader reader = new RecordingReader(given.data(), given.settings())) {
            IngestWorker worker =
                    new IngestWorker(
                            given.bootstrapServers(),
                            given.instance(),
                            given.data(),
                            RecordingStore.of(given.data(), S3Settings.in(System.getenv())),
                            reader,
                            Math.min(
                                    MOST_CALLS_AT_ONCE, Runtime.getRuntime().availableProcessors()),
                            given.memoryCeilingBytes() + memoryOfModels(given.data()));
            stopWithParent(worker, ended);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(worker, ended)));
            return switch (worker.run()) {
                case STOPPED -> 0;
                case RESTART_WANTED -> RESTART;
            };
        } finally {
            ended.countDown();
        }
    }

    /** In memory a Vosk model takes about twice its files; the ceiling is for all else. */
    private static long memoryOfModels(Path data) throws IOException {
        return 2 * new InstalledModels(data.resolve("models")).bytesInUse();
    }

    /** A parent that was killed took Kafka with it: then nobody answers, and waiting is in vain. */
    private static void stopWithParent(IngestWorker worker, CountDownLatch ended) {
        Thread.ofPlatform()
                .name("parent-watch")
                .daemon()
                .start(
                        () -> {
                            try {
                                while (System.in.read() >= 0) {
                                    // whatever the parent says means: go on
                                }
                            } catch (IOException e) {
                                log.info("standard input broke off, as when the parent ends", e);
                            }
                            stop(worker, ended);
                            Runtime.getRuntime().halt(0);
                        });
    }

    /** The JVM ends when this returns. */
    private static void stop(IngestWorker worker, CountDownLatch ended) {
        worker.stop();
        try {
            if (!ended.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                log.warn(
                        "ingest did not stop within {} s; its calls are read again at next start",
                        STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Arguments(
            Path data,
            String bootstrapServers,
            boolean redact,
            boolean bleep,
            long memoryCeilingBytes,
            double pauseSeconds,
            VoiceEmotion voiceEmotion) {

        static Arguments parse(String[] words) {
            Path data = null;
            String servers = null;
            boolean redact = true;
            boolean bleep = false;
            long ceiling = MEMORY_CEILING_BYTES;
            double pause = Transcriber.USUAL_PAUSE_SECONDS;
            VoiceEmotion emotion = VoiceEmotion.OFF;
            for (int i = 0; i < words.length; i += 2) {
                if (i + 1 == words.length) {
                    throw new IllegalArgumentException(words[i] + " needs a value");
                }
                switch (words[i]) {
                    case "--data" -> data = Path.of(words[i + 1]).toAbsolutePath().normalize();
                    case "--bootstrap-servers" -> servers = words[i + 1];
                    case "--pause-seconds" -> pause = Transcriber.pauseSeconds(words[i + 1]);
                    case "--voice-emotion" ->
                            emotion = Label.parse(VoiceEmotion.class, words[i + 1]);
                    case "--redact" -> redact = trueOrFalse(words[i], words[i + 1]);
                    case "--bleep" -> bleep = trueOrFalse(words[i], words[i + 1]);
                    case "--memory-ceiling-mb" -> ceiling = megabytes(words[i + 1]);
                    default -> throw new IllegalArgumentException("unknown option " + words[i]);
                }
            }
            if (data == null || servers == null) {
                throw new IllegalArgumentException("--data and --bootstrap-servers are needed");
            }
            return new Arguments(data, servers, redact, bleep, ceiling, pause, emotion);
        }

        private static boolean trueOrFalse(String option, String text) {
            return switch (text) {
                case "true" -> true;
                case "false" -> false;
                default ->
                        throw new IllegalArgumentException(
                                "%s %s is neither true nor false".formatted(option, text));
            };
        }

        private static long megabytes(String text) {
            try {
                return Long.parseLong(text) << 20;
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "--memory-ceiling-mb %s is no whole number".formatted(text), e);
            }
        }

        ReadingSettings settings() throws IOException {
            return new ReadingSettings(
                    new Wording(glossary(), redact), bleep, pauseSeconds, voiceEmotion);
        }

        /** A slip in an edit must not stop all reading; at its start the server refuses it. */
        private Glossary glossary() throws IOException {
            try {
                return Glossary.ofFolder(data);
            } catch (Glossary.Invalid e) {
                log.error("calls are read without the glossary: {}", e.getMessage());
                return Glossary.EMPTY;
            }
        }

        /** One worker per data folder: its next start takes over from a killed one. */
        String instance() {
            CRC32 hash = new CRC32();
            hash.update(data.toString().getBytes(StandardCharsets.UTF_8));
            return "ingest-%08x".formatted(hash.getValue());
        }
    }
}
