package talktrack.ingest.decode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import talktrack.ingest.ChildEnvironment;
import talktrack.ingest.Progress;
import talktrack.ingest.UnreadableRecording;
import talktrack.models.events.CallProgress;

/** Watches one child while it decodes, and ends it when it takes too much. */
final class DecoderChild {

    private static final int REMEMBERED_CHARACTERS = 2000;
    private static final long LOOK_EVERY_MILLIS = 100;

    private final List<String> command;
    private final Limits limits;
    private final Path pcm;
    private final StringBuilder said = new StringBuilder();
    private volatile long heardNanos;
    private volatile Optional<Report> last = Optional.empty();
    private volatile Optional<Report.At> at = Optional.empty();

    DecoderChild(List<String> command, Limits limits, Path pcm) {
        this.command = command;
        this.limits = limits;
        this.pcm = pcm;
    }

    /** Where a crashing JVM writes about it, instead of into the working folder. */
    static Path crashFile(Path pcm) {
        return Path.of(pcm.toAbsolutePath() + ".crash");
    }

    Report.Done run(Progress progress)
            throws IOException, UnreadableRecording, InterruptedException {
        heardNanos = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(command);
        ChildEnvironment.dropKeys(builder.environment());
        Process process = builder.start();
        try {
            Thread reports = Thread.startVirtualThread(() -> listen(process));
            Thread errors = Thread.startVirtualThread(() -> remember(process.errorReader()));
            watch(process, progress);
            reports.join();
            errors.join();
            return result(process.exitValue());
        } finally {
            process.destroyForcibly().waitFor();
            Files.deleteIfExists(crashFile(pcm));
        }
    }

    private void watch(Process process, Progress progress)
            throws IOException, UnreadableRecording, InterruptedException {
        long started = System.nanoTime();
        while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            at.ifPresent(
                    seen ->
                            progress.at(
                                    CallProgress.Stage.DECODING,
                                    seen.doneSeconds(),
                                    seen.totalSeconds()));
            long now = System.nanoTime();
            if (now - started > limits.total().toNanos()) {
                throw Decoder.unreadable(
                        Refusal.TOO_SLOW, "decode: not done after " + limits.total());
            }
            if (now - heardNanos > limits.silence().toNanos()) {
                throw Decoder.unreadable(
                        Refusal.TOO_SLOW, "decode: no sign of life for " + limits.silence());
            }
            if (Files.exists(pcm) && Files.size(pcm) > limits.maxOutputBytes()) {
                throw Decoder.unreadable(Refusal.TOO_LONG, "decode: output limit passed");
            }
            if (residentBytes(process.pid()) > limits.residentBytes()) {
                throw Decoder.unreadable(Refusal.STOPPED, "decode: memory limit passed");
            }
        }
    }

    private Report.Done result(int exitCode) throws IOException, UnreadableRecording {
        return switch (last.orElse(null)) {
            case Report.Done done when exitCode == 0 -> done;
            case Report.No(Refusal refusal, String cause) ->
                    throw Decoder.unreadable(refusal, "decode: " + cause + heard());
            case Report.Machine(String cause) ->
                    throw new IOException("recordings cannot be decoded here: " + cause);
            case null, default ->
                    throw Decoder.unreadable(
                            Refusal.STOPPED,
                            "decode: the decoder ended with exit code " + exitCode + heard());
        };
    }

    private void listen(Process process) {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                heardNanos = System.nanoTime();
                switch (Report.parse(line).orElse(null)) {
                    case null -> remember(line + " ");
                    case Report.At progress -> at = Optional.of(progress);
                    case Report report -> last = Optional.of(report);
                }
            }
        } catch (IOException e) {
            remember(" (reports broke off: " + e.getMessage() + ")");
        }
    }

    private void remember(Reader errors) {
        char[] buffer = new char[1024];
        try (errors) {
            for (int read = errors.read(buffer); read >= 0; read = errors.read(buffer)) {
                remember(new String(buffer, 0, read));
            }
        } catch (IOException e) {
            remember(" (messages broke off: " + e.getMessage() + ")");
        }
    }

    private synchronized void remember(String text) {
        if (said.length() < REMEMBERED_CHARACTERS) {
            said.append(text, 0, Math.min(text.length(), REMEMBERED_CHARACTERS - said.length()));
        }
    }

    private synchronized String heard() {
        return said.isEmpty()
                ? ""
                : "; it said: " + said.toString().replaceAll("\\s+", " ").strip();
    }

    /** 0 where the system does not tell. */
    private static long residentBytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "statm")).stream()
                    .findFirst()
                    .map(line -> Long.parseLong(line.split(" ", 3)[1]) * 4096)
                    .orElse(0L);
        } catch (IOException e) {
            return 0;
        }
    }
}
