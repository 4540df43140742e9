package talktrack.ingest.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.vosk.LibVosk;
import org.vosk.Model;
import org.vosk.Recognizer;
import talktrack.ingest.ChildEnvironment;
import talktrack.ingest.decode.Decoded;

/**
 * Loads a model once and has it hear half a second, in a process of its own: libvosk ends the whole
 * process on some broken files.
 */
public final class ModelTrial {

    private static final long MOST_MINUTES = 10;
    private static final int ERRORS_ONLY = -2;
    private static final int FAILED = 4;
    private static final int REMEMBERED_CHARACTERS = 300;

    private ModelTrial() {}

    /** What the child does; its argument is the model's folder. */
    public static void main(String[] arguments) {
        Locale.setDefault(
                Locale.Category.FORMAT, Locale.ROOT); // what programs read has ASCII digits
        System.exit(loads(arguments[0]) ? 0 : FAILED);
    }

    private static boolean loads(String folder) {
        System.setProperty("jna.encoding", "UTF-8");
        LibVosk.vosk_set_log_level(ERRORS_ONLY);
        try (Model model = new Model(folder);
                Recognizer recogniser = new Recognizer(model, Decoded.SAMPLE_RATE)) {
            recogniser.setWords(true);
            short[] quiet = new short[Decoded.SAMPLE_RATE / 2];
            for (int i = 0; i < quiet.length; i++) {
                quiet[i] = (short) (i % 7);
            }
            recogniser.acceptWaveForm(quiet, quiet.length);
            return recogniser.getFinalResult().contains("text");
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return false;
        }
    }

    /**
     * Why Vosk cannot use this folder, as the end of a sentence; empty when it can.
     *
     * @throws IOException when no child can be started
     */
    public static Optional<String> flaw(Path folder) throws IOException, InterruptedException {
        Process child = child(folder).start();
        try {
            CompletableFuture<String> said =
                    CompletableFuture.supplyAsync(
                            () -> beginning(child.getInputStream()), Thread::startVirtualThread);
            if (!child.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                return Optional.of(
                        "Vosk took more than %d minutes to load it".formatted(MOST_MINUTES));
            }
            return child.exitValue() == 0
                    ? Optional.empty()
                    : Optional.of(
                            "Vosk does not load it (exit code %d%s)"
                                    .formatted(child.exitValue(), saying(said.join())));
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    static ProcessBuilder child(Path folder) {
        ProcessBuilder child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:-CreateCoredumpOnCrash",
                                "-XX:ErrorFile=/dev/null",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ModelTrial.class.getName(),
                                folder.toAbsolutePath().toString())
                        .redirectErrorStream(true);
        ChildEnvironment.dropKeys(child.environment());
        return child;
    }

    private static String saying(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.isEmpty() ? "" : ": " + line;
    }

    private static String beginning(InputStream output) {
        try (output) {
            byte[] head = output.readNBytes(REMEMBERED_CHARACTERS);
            output.transferTo(java.io.OutputStream.nullOutputStream());
            return new String(head, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "its output broke off: " + e.getMessage();
        }
    }
}
