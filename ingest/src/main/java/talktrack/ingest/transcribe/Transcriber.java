package talktrack.ingest.transcribe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import talktrack.ingest.Progress;
import talktrack.ingest.decode.Decoded;
import talktrack.models.events.CallProgress;
import talktrack.models.events.Word;

/** Hears the channels of recordings side by side, as many at once as there are cores. */
public final class Transcriber implements AutoCloseable {

    private final ExecutorService recognisers =
            Executors.newFixedThreadPool(
                    Runtime.getRuntime().availableProcessors(),
                    Thread.ofPlatform().name("recogniser-", 0).daemon().factory());

    /**
     * Everything that was said, both channels merged by start.
     *
     * @param channels how many of the recording's channels are heard, from the first
     */
    public List<Spoken> transcribe(
            Decoded sound, int channels, SpeechModel model, Progress progress)
            throws IOException, InterruptedException {
        double[] heardSeconds = new double[channels];
        List<Future<List<Word>>> hearings = new ArrayList<>();
        try {
            for (int c = 0; c < channels; c++) {
                int channel = c;
                hearings.add(
                        recognisers.submit(
                                () ->
                                        new ChannelRecogniser(sound, channel)
                                                .words(
                                                        model,
                                                        seconds ->
                                                                tell(
                                                                        progress,
                                                                        heardSeconds,
                                                                        channel,
                                                                        seconds,
                                                                        sound.seconds()))));
            }
            List<Spoken> spoken = new ArrayList<>();
            for (int c = 0; c < channels; c++) {
                int channel = c;
                UtteranceCutter.USUAL.cut(hearings.get(c).get()).stream()
                        .map(words -> new Spoken(channel, words))
                        .forEach(spoken::add);
            }
            spoken.sort(
                    Comparator.comparingDouble(Spoken::startSeconds)
                            .thenComparingInt(Spoken::channel));
            return spoken;
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } finally {
            hearings.forEach(hearing -> hearing.cancel(true));
        }
    }

    private static void tell(
            Progress progress, double[] heard, int channel, double seconds, double total) {
        double done;
        synchronized (heard) {
            heard[channel] = seconds;
            done = Arrays.stream(heard).average().orElse(0);
        }
        progress.at(CallProgress.Stage.TRANSCRIBING, Math.min(done, total), total);
    }

    private static IOException unwrapped(ExecutionException e) throws InterruptedException {
        return switch (e.getCause()) {
            case InterruptedException stopped -> throw stopped;
            case IOException failed -> failed;
            default -> throw new IllegalStateException("recognition failed", e.getCause());
        };
    }

    @Override
    public void close() {
        recognisers.shutdownNow();
    }
}
