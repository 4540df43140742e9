package talktrack.ingest.transcribe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.ingest.Progress;
import talktrack.ingest.UnreadableRecording;
import talktrack.ingest.decode.Decoded;
import talktrack.models.events.CallProgress;
import talktrack.models.events.Word;
import talktrack.models.labels.FailureKind;

/**
 * Hears recordings, as many parts of them at once as there are cores. Calls heard side by side take
 * turns part by part, so that a short one does not wait for the end of a long one.
 */
public final class Transcriber implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Transcriber.class);

    /** The shortest silence between words that ends an utterance, if nothing else is wanted. */
    public static final double USUAL_PAUSE_SECONDS = 0.7;

    private static final double LEAST_PAUSE_SECONDS = 0.2;
    private static final double MOST_PAUSE_SECONDS = 5;

    /** Before so much was skipped, the rest may still be speech. */
    private static final double SKIPPED_ENOUGH_SECONDS = 120;

    private static final double MOST_SKIPPED_SHARE = 0.5;

    private final int threads;
    private final UtteranceCutter cutter;
    private final ExecutorService recognisers;

    /**
     * @param threads how many recognisers work at once
     * @param pauseSeconds the shortest silence between words that ends an utterance
     */
    public Transcriber(int threads, double pauseSeconds) {
        this.threads = threads;
        cutter = new UtteranceCutter(pauseSeconds, UtteranceCutter.USUAL_MAX_SECONDS);
        recognisers =
                Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().name("recogniser-", 0).daemon().factory());
    }

    /**
     * Reads a setting: shorter pauses are within words, longer ones end no utterance.
     *
     * @throws IllegalArgumentException when it is no number from 0.2 to 5
     */
    public static double pauseSeconds(String text) {
        double seconds = Double.parseDouble(text);
        if (!(seconds >= LEAST_PAUSE_SECONDS && seconds <= MOST_PAUSE_SECONDS)) {
            throw new IllegalArgumentException(
                    "a pause of %s seconds: from %.1f to %.0f"
                            .formatted(text, LEAST_PAUSE_SECONDS, MOST_PAUSE_SECONDS));
        }
        return seconds;
    }

    /**
     * Everything that was said, both channels merged by start.
     *
     * @param channels how many of the recording's channels are heard, from the first
     * @throws UnreadableRecording when recognition takes far too long for most of the sound
     */
    public Heard hear(Decoded sound, int channels, SpeechModel model, Progress progress)
            throws UnreadableRecording, IOException, InterruptedException {
        List<Part> parts = new ArrayList<>();
        for (int channel = 0; channel < channels; channel++) {
            parts.addAll(Part.of(channel, SilenceGate.of(sound, channel)));
        }
        List<PartRecogniser.HeardPart> heard = hearAll(parts, sound, model, progress);
        refuseWhenSkipped(heard, 0);
        progress.at(CallProgress.Stage.TRANSCRIBING, sound.seconds(), sound.seconds());
        Heard all =
                new Heard(
                        spoken(heard, channels),
                        parts.stream().mapToDouble(Part::seconds).sum(),
                        heard.stream().mapToDouble(PartRecogniser.HeardPart::skippedSeconds).sum(),
                        heard.stream()
                                .mapToDouble(PartRecogniser.HeardPart::computedSeconds)
                                .sum());
        log.info(
                "heard {} s of sound in a recording of {} s: {} computing seconds a second, {} s skipped",
                Math.round(all.soundSeconds()),
                Math.round(sound.seconds()),
                Math.round(all.decodeSecondsPerSoundSecond() * 100) / 100.0,
                Math.round(all.skippedSeconds()));
        return all;
    }

    private List<PartRecogniser.HeardPart> hearAll(
            List<Part> parts, Decoded sound, SpeechModel model, Progress progress)
            throws UnreadableRecording, IOException, InterruptedException {
        DoubleConsumer done = progressOf(parts, sound, progress);
        ExecutorCompletionService<PartRecogniser.HeardPart> work =
                new ExecutorCompletionService<>(recognisers);
        List<Future<PartRecogniser.HeardPart>> begun = new ArrayList<>();
        List<PartRecogniser.HeardPart> heard = new ArrayList<>();
        try {
            while (heard.size() < parts.size()) {
                while (begun.size() < Math.min(parts.size(), heard.size() + threads)) {
                    Part part = parts.get(begun.size());
                    begun.add(work.submit(new PartRecogniser(sound, part, model, done)::hear));
                }
                heard.add(work.take().get());
                refuseWhenSkipped(heard, SKIPPED_ENOUGH_SECONDS);
            }
            return heard;
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } finally {
            begun.forEach(part -> part.cancel(true));
        }
    }

    /** Noise of hours must not hold up every other call. */
    static void refuseWhenSkipped(List<PartRecogniser.HeardPart> heard, double enoughSeconds)
            throws UnreadableRecording {
        double skipped = heard.stream().mapToDouble(PartRecogniser.HeardPart::skippedSeconds).sum();
        double all = heard.stream().mapToDouble(part -> part.part().seconds()).sum();
        if (skipped > enoughSeconds && skipped > MOST_SKIPPED_SHARE * all) {
            throw new UnreadableRecording(
                    FailureKind.UNRECOGNISABLE,
                    "For most of this recording the speech recogniser computed far longer than it does for speech, so it was given up. That happens with music, loud noise, or another language than the call was said to be in. Check how the recording sounds and its language, then try the call again.",
                    "transcribe: gave up %.0f of %.0f s of sound for their computing time"
                            .formatted(skipped, all));
        }
    }

    private List<Spoken> spoken(List<PartRecogniser.HeardPart> heard, int channels) {
        List<Spoken> spoken = new ArrayList<>();
        for (int c = 0; c < channels; c++) {
            int channel = c;
            List<Word> words =
                    heard.stream()
                            .filter(part -> part.part().channel() == channel)
                            .flatMap(part -> part.words().stream())
                            .sorted(Comparator.comparingDouble(Word::startSeconds))
                            .toList();
            cutter.cut(words).forEach(said -> spoken.add(new Spoken(channel, said)));
        }
        spoken.sort(
                Comparator.comparingDouble(Spoken::startSeconds).thenComparingInt(Spoken::channel));
        return spoken;
    }

    private static DoubleConsumer progressOf(List<Part> parts, Decoded sound, Progress progress) {
        double all = parts.stream().mapToDouble(Part::seconds).sum();
        double[] done = {0};
        return more -> {
            double share;
            synchronized (done) {
                done[0] += more;
                share = Math.min(1, done[0] / all);
            }
            progress.at(CallProgress.Stage.TRANSCRIBING, share * sound.seconds(), sound.seconds());
        };
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
