package talktrack.ingest.transcribe;

import java.util.ArrayList;
import java.util.List;
import talktrack.ingest.decode.Decoded;

/**
 * A part of a channel that one recogniser hears, from one long pause to another: so the cores share
 * the work on a single call, too.
 *
 * @param gate of the channel
 */
record Part(int channel, SilenceGate gate, List<SilenceGate.Stretch> stretches) {

    /**
     * A new recogniser knows nothing of the sound before it. Vosk itself forgets that after 200 s,
     * so shorter parts than this would not balance the cores much better.
     */
    private static final double LEAST_SECONDS = 60;

    Part {
        stretches = List.copyOf(stretches);
    }

    static List<Part> of(int channel, SilenceGate gate) {
        List<Part> parts = new ArrayList<>();
        List<SilenceGate.Stretch> next = new ArrayList<>();
        int frames = 0;
        for (SilenceGate.Stretch stretch : gate.stretches()) {
            next.add(stretch);
            frames += stretch.frames();
            if (seconds(frames) >= LEAST_SECONDS) {
                parts.add(new Part(channel, gate, next));
                next.clear();
                frames = 0;
            }
        }
        if (!next.isEmpty()) {
            parts.add(new Part(channel, gate, next));
        }
        return parts;
    }

    /** Of sound to hear. */
    double seconds() {
        return seconds(stretches.stream().mapToInt(SilenceGate.Stretch::frames).sum());
    }

    private static double seconds(int frames) {
        return (double) frames * Loudness.FRAME / Decoded.SAMPLE_RATE;
    }
}
