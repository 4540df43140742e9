package talktrack.ingest.transcribe;

import java.util.ArrayList;
import java.util.List;
import talktrack.ingest.decode.Decoded;

/** From time in what was fed to the recogniser to time in the recording, of which parts are cut. */
final class TimeMap {

    /** A stretch without cuts; positions in samples. */
    private record Stretch(long fedStart, long recordedStart, long length) {
        Stretch longer(int samples) {
            return new Stretch(fedStart, recordedStart, length + samples);
        }
    }

    /** Where something is in the recording. */
    record Place(double startSeconds, double endSeconds) {}

    private final List<Stretch> stretches = new ArrayList<>();
    private long fed;

    /** What is fed from now on stands here in the recording. */
    void begin(long recordedStart) {
        stretches.add(new Stretch(fed, recordedStart, 0));
    }

    void fed(int samples) {
        stretches.set(stretches.size() - 1, stretches.getLast().longer(samples));
        fed += samples;
    }

    /**
     * Where a word is in the recording. One that spans a cut belongs to the side where more of it
     * lies.
     */
    Place place(double fedStartSeconds, double fedEndSeconds) {
        Stretch stretch = at((long) ((fedStartSeconds + fedEndSeconds) / 2 * Decoded.SAMPLE_RATE));
        return new Place(
                seconds(stretch, fedStartSeconds * Decoded.SAMPLE_RATE),
                seconds(stretch, fedEndSeconds * Decoded.SAMPLE_RATE));
    }

    private Stretch at(long fedSample) {
        int low = 0;
        int high = stretches.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (stretches.get(middle).fedStart() <= fedSample) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return stretches.get(low);
    }

    private static double seconds(Stretch stretch, double fedSample) {
        double inside = Math.clamp(fedSample - stretch.fedStart(), 0.0, (double) stretch.length());
        return (stretch.recordedStart() + inside) / Decoded.SAMPLE_RATE;
    }
}
