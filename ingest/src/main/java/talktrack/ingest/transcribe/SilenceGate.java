package talktrack.ingest.transcribe;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/**
 * Lets sound through and holds long silence back: over long gaps of quantisation noise the
 * recogniser hears words that nobody said. Around speech some silence is kept, so that word
 * beginnings are whole and the recogniser hears that a sentence has ended.
 */
final class SilenceGate {

    private static final int KEPT_AFTER = frames(0.6);
    private static final int KEPT_BEFORE = frames(0.3);

    private final int threshold;
    private final TimeMap times = new TimeMap();
    private final Deque<short[]> heldBack = new ArrayDeque<>();
    private final BitSet loud = new BitSet();
    private int frame;
    private int quietFrames = KEPT_AFTER;
    private boolean open;

    /**
     * @param threshold in decibels; frames below it are quiet
     */
    SilenceGate(int threshold) {
        this.threshold = threshold;
    }

    /** Takes the next frame; what is to be fed goes to the sink. */
    void accept(short[] samples, Sink sink) throws InterruptedException {
        boolean quiet = Loudness.decibels(samples, 0, samples.length) < threshold;
        loud.set(frame, !quiet);
        quietFrames = quiet ? quietFrames + 1 : 0;
        if (quietFrames > KEPT_AFTER) {
            if (open) {
                open = false;
                sink.pause();
            }
            heldBack.addLast(samples);
            if (heldBack.size() > KEPT_BEFORE) {
                heldBack.removeFirst();
            }
        } else {
            if (!open) {
                open = true;
                times.begin((long) (frame - heldBack.size()) * Loudness.FRAME);
                while (!heldBack.isEmpty()) {
                    feed(heldBack.removeFirst(), sink);
                }
            }
            feed(samples, sink);
        }
        frame++;
    }

    private void feed(short[] samples, Sink sink) throws InterruptedException {
        times.fed(samples.length);
        sink.feed(samples);
    }

    /** From time fed to time in the recording. */
    TimeMap times() {
        return times;
    }

    /** Which share of this stretch of the recording is not quiet, 0…1. */
    double loudShare(double startSeconds, double endSeconds) {
        int from = frames(startSeconds);
        int to = Math.max(from + 1, frames(endSeconds));
        return loud.get(from, to).cardinality() / (double) (to - from);
    }

    private static int frames(double seconds) {
        return (int) (seconds * 16_000 / Loudness.FRAME);
    }

    /** Takes what passes the gate. */
    interface Sink {
        void feed(short[] samples) throws InterruptedException;

        /** Silence begins here, of which the rest is held back. */
        void pause();
    }
}
