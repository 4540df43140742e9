package talktrack.ingest.transcribe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import talktrack.ingest.decode.Decoded;
import talktrack.models.events.Word;

/** Hears one part of a channel from start to end. */
final class PartRecogniser {

    private static final double FRAME_SECONDS = (double) Loudness.FRAME / Decoded.SAMPLE_RATE;

    /** About half a second. */
    private static final int FRAMES_PER_LOOK = 17;

    /** What takes too long is skipped up to the next pause, but no farther than this: 30 s. */
    private static final int MOST_SKIPPED_FRAMES = 1000;

    /** A word of which less is sound was heard in noise. */
    private static final double LEAST_LOUD_SHARE = 0.2;

    private final Decoded sound;
    private final Part part;
    private final SpeechModel model;
    private final DoubleConsumer doneSeconds;
    private final List<Word> words = new ArrayList<>();
    private double computedSeconds;
    private int skippedFrames;

    /**
     * @param doneSeconds learns how much more of the part is done
     */
    PartRecogniser(Decoded sound, Part part, SpeechModel model, DoubleConsumer doneSeconds) {
        this.sound = sound;
        this.part = part;
        this.model = model;
        this.doneSeconds = doneSeconds;
    }

    /**
     * What one recogniser heard.
     *
     * @param words in order, their times in the recording
     * @param computedSeconds of this thread
     * @param skippedSeconds of sound that took too long
     */
    record HeardPart(Part part, List<Word> words, double computedSeconds, double skippedSeconds) {}

    HeardPart hear() throws IOException, InterruptedException {
        double started = TimeBudget.computedSeconds();
        List<SilenceGate.Stretch> left = new ArrayList<>(part.stretches());
        try (PcmChannel pcm = new PcmChannel(sound, part.channel())) {
            while (!left.isEmpty()) {
                hear(pcm, left);
            }
        }
        computedSeconds = TimeBudget.computedSeconds() - started;
        return new HeardPart(
                part, List.copyOf(words), computedSeconds, skippedFrames * FRAME_SECONDS);
    }

    /** Hears what is left, or, when something takes too long, what is before it. */
    private void hear(PcmChannel pcm, List<SilenceGate.Stretch> left)
            throws IOException, InterruptedException {
        try (Hearing hearing = new Hearing(model)) {
            boolean inTime = true;
            while (inTime && !left.isEmpty()) {
                SilenceGate.Stretch stretch = left.removeFirst();
                int reached = hear(pcm, stretch, hearing);
                inTime = reached == stretch.toFrame();
                if (inTime && !left.isEmpty()) {
                    hearing.pause();
                } else if (!inTime) {
                    int next = Math.min(reached + MOST_SKIPPED_FRAMES, stretch.toFrame());
                    skippedFrames += next - reached;
                    if (next < stretch.toFrame()) {
                        left.addFirst(new SilenceGate.Stretch(next, stretch.toFrame()));
                    }
                }
            }
            if (inTime) {
                hearing.end(); // and no pause before it, which would keep the last sounds for later
            }
            hearing.words().forEach(word -> add(word, hearing.times()));
        }
    }

    /** The frame up to which it was heard in time. */
    private int hear(PcmChannel pcm, SilenceGate.Stretch stretch, Hearing hearing)
            throws IOException, InterruptedException {
        pcm.skipTo(stretch.fromFrame());
        hearing.begin(stretch.fromFrame());
        double started = TimeBudget.computedSeconds();
        int windowStart = stretch.fromFrame();
        for (int frame = stretch.fromFrame(); frame < stretch.toFrame(); frame++) {
            hearing.feed(pcm.next());
            int heard = frame + 1 - windowStart;
            if (heard % FRAMES_PER_LOOK == 0) {
                doneSeconds.accept(FRAMES_PER_LOOK * FRAME_SECONDS);
                double now = TimeBudget.computedSeconds();
                if (model.budget().overspent(now - started, heard * FRAME_SECONDS)) {
                    return windowStart;
                }
                if (heard >= MOST_SKIPPED_FRAMES) {
                    windowStart = frame + 1;
                    started = now;
                }
            }
        }
        return stretch.toFrame();
    }

    private void add(Hearing.HeardWord heard, TimeMap times) {
        boolean noise = heard.word().startsWith("[") || heard.word().startsWith("<");
        TimeMap.Place place = times.place(heard.start(), heard.end());
        if (!noise
                && part.gate().loudShare(place.startSeconds(), place.endSeconds())
                        >= LEAST_LOUD_SHARE) {
            words.add(
                    new Word(
                            heard.word(),
                            rounded(place.startSeconds(), 100),
                            rounded(place.endSeconds(), 100),
                            rounded(Math.clamp(heard.confidence(), 0.0, 1.0), 1000)));
        }
    }

    private static double rounded(double value, double parts) {
        return Math.round(value * parts) / parts;
    }
}
