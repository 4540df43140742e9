package talktrack.ingest.transcribe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import talktrack.ingest.decode.Decoded;

/**
 * Tells which stretches of a channel are heard: over long gaps of quantisation noise the recogniser
 * hears words that nobody said, and silence costs time. Around speech some silence is kept, so that
 * word beginnings are whole and the recogniser hears that a sentence has ended.
 */
final class SilenceGate {

    private static final int KEPT_AFTER = frames(0.45);
    private static final int KEPT_BEFORE = frames(0.25);
    private static final int FIRST_ROOM = frames(600);

    private final byte[] levels;
    private final int threshold;
    private final boolean silent;

    /**
     * @param levels of all frames in decibels, −100…0: 33 bytes a second
     */
    SilenceGate(byte[] levels) {
        this.levels = levels;
        Loudness loudness = new Loudness();
        for (byte level : levels) {
            loudness.add(level);
        }
        threshold = loudness.speechThreshold();
        silent = loudness.silent();
    }

    /** Reads a channel once for its levels. */
    static SilenceGate of(Decoded sound, int channel) throws IOException {
        byte[] levels = new byte[FIRST_ROOM];
        int count = 0;
        try (PcmChannel pcm = new PcmChannel(sound, channel)) {
            for (short[] frame = pcm.next(); frame.length > 0; frame = pcm.next()) {
                if (count == levels.length) {
                    levels = Arrays.copyOf(levels, 2 * count);
                }
                levels[count++] = (byte) Loudness.decibels(frame, 0, frame.length);
            }
        }
        return new SilenceGate(Arrays.copyOf(levels, count));
    }

    /** A stretch of a channel that is heard without a gap; frames, the end excluded. */
    record Stretch(int fromFrame, int toFrame) {
        int frames() {
            return toFrame - fromFrame;
        }
    }

    /** What is heard, in order; between two stretches there is a pause. */
    List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        if (silent) {
            return stretches;
        }
        int from = -1;
        int lastLoud = 0;
        for (int frame = 0; frame < levels.length; frame++) {
            if (levels[frame] >= threshold) {
                if (from >= 0 && frame - lastLoud - 1 > KEPT_AFTER) {
                    stretches.add(new Stretch(from, lastLoud + 1 + KEPT_AFTER));
                    from = Math.max(lastLoud + 1 + KEPT_AFTER, frame - KEPT_BEFORE);
                } else if (from < 0) {
                    from = Math.max(0, frame - KEPT_BEFORE);
                }
                lastLoud = frame;
            }
        }
        if (from >= 0) {
            stretches.add(new Stretch(from, Math.min(levels.length, lastLoud + 1 + KEPT_AFTER)));
        }
        return stretches;
    }

    /** Which share of this stretch of the recording is not quiet, 0…1. */
    double loudShare(double startSeconds, double endSeconds) {
        int from = frames(startSeconds);
        int to = Math.max(from + 1, frames(endSeconds));
        int loud = 0;
        for (int frame = from; frame < Math.min(to, levels.length); frame++) {
            if (levels[frame] >= threshold) {
                loud++;
            }
        }
        return loud / (double) (to - from);
    }

    private static int frames(double seconds) {
        return (int) (seconds * Decoded.SAMPLE_RATE / Loudness.FRAME);
    }
}
