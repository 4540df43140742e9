package talktrack.ingest.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import talktrack.ingest.Progress;
import talktrack.ingest.ReadRequest;
import talktrack.ingest.RecordingReader;
import talktrack.ingest.Transcript;
import talktrack.ingest.UnreadableRecording;
import talktrack.ingest.decode.Decoded;
import talktrack.ingest.decode.Decoder;
import talktrack.models.labels.ChannelLayout;

/** Reads many short calls in one process, as many at once as there are cores. */
public final class Soak {

    private static final int SAMPLES = 10;
    private static final double CALL_SECONDS = 3;
    private static final int CLIPS = 20;

    private Soak() {}

    /**
     * @param afterCalls how many calls were read
     * @param residentBytes memory of this process then, Vosk and its model included
     */
    public record Sample(int afterCalls, long residentBytes) {}

    /**
     * @param callSeconds length of each call
     * @param growthRatio how much more memory was taken at the end than after the first fifth of
     *     the calls; 0.05 = 5 % more
     */
    public record Figures(
            int calls, double callSeconds, int words, List<Sample> samples, double growthRatio) {}

    /**
     * @param scratch an empty folder
     * @param calls at least 10
     */
    public static Figures run(Path dataFolder, Path scratch, int calls, Consumer<String> says)
            throws UnreadableRecording, IOException, InterruptedException {
        List<Path> clips = clips(dataFolder, scratch);
        List<Sample> samples = new ArrayList<>();
        int words = 0;
        try (RecordingReader reader = new RecordingReader(dataFolder);
                ExecutorService callers =
                        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (int sample = 1; sample <= SAMPLES; sample++) {
                int done = samples.isEmpty() ? 0 : samples.getLast().afterCalls();
                int until = calls * sample / SAMPLES;
                List<Callable<Transcript>> next = new ArrayList<>();
                for (int call = done; call < until; call++) {
                    Path clip = clips.get(call % clips.size());
                    next.add(() -> read(reader, clip));
                }
                for (Future<Transcript> read : callers.invokeAll(next)) {
                    words +=
                            read.get().utterances().stream()
                                    .mapToInt(said -> said.words().size())
                                    .sum();
                }
                long resident = memory("VmRSS:");
                samples.add(new Sample(until, resident));
                says.accept("%d calls, %d MB resident".formatted(until, resident >> 20));
            }
        } catch (ExecutionException e) {
            throw new IOException("a call could not be read: " + e.getCause().getMessage(), e);
        }
        double early = samples.get(SAMPLES / 5 - 1).residentBytes();
        return new Figures(
                calls, CALL_SECONDS, words, samples, samples.getLast().residentBytes() / early - 1);
    }

    private static Transcript read(RecordingReader reader, Path clip)
            throws UnreadableRecording, IOException, InterruptedException {
        return reader.read(
                ReadRequest.oneShot(clip, Optional.empty(), ChannelLayout.AUTO, "", ""),
                Progress.NONE);
    }

    /** Pieces of a demonstration call. */
    private static List<Path> clips(Path dataFolder, Path scratch)
            throws UnreadableRecording, IOException, InterruptedException {
        Decoder decoder = new Decoder(dataFolder.resolve("ingest").resolve("native"));
        Path pcm = scratch.resolve("call.pcm");
        Decoded call =
                decoder.decode(
                        Clip.mp3(scratch).file(),
                        Optional.empty(),
                        pcm,
                        2,
                        Optional.empty(),
                        Progress.NONE);
        List<Path> clips = new ArrayList<>();
        for (int i = 0; i < CLIPS; i++) {
            double start = (call.seconds() - CALL_SECONDS) * i / CLIPS;
            Path clip = scratch.resolve("clip-%d.wav".formatted(i));
            Wav.write(clip, call, List.of(new Wav.Piece(i % 2, start, start + CALL_SECONDS)));
            clips.add(clip);
        }
        Files.delete(pcm);
        return clips;
    }

    /** A line of Linux' account of this process, in bytes. */
    static long memory(String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow(() -> new IOException("no " + name + " in /proc/self/status"));
    }
}
