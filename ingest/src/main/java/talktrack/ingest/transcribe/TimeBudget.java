package talktrack.ingest.transcribe;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.vosk.Model;
import org.vosk.Recognizer;
import talktrack.ingest.decode.Decoded;

/**
 * How long a recogniser may compute on a stretch of sound. In noise, music or another language its
 * search finds nothing that fits and grows: it may take ten times as long as for speech.
 *
 * <p>Counted in computing time of the thread, which a busy machine does not use up, and in units of
 * what the same machine takes for silence with the same model, so that neither a slow machine nor a
 * large model is punished.
 *
 * @param silenceCost computing seconds per second of silence
 */
public record TimeBudget(double silenceCost) {

    /**
     * Speech took 3 to 9 times as long as silence with the starter model, white noise 3 times; so
     * this is five times the most costly speech seen.
     */
    static final double TIMES_SILENCE = 50;

    /** A short stretch may take as long as one of this length: the search is not even. */
    private static final double LEAST_SOUND_SECONDS = 4;

    /** Long against the clock, which may tick in hundredths of a second. */
    private static final int CALIBRATED_SECONDS = 4;

    /**
     * No machine and no model is so quick that less than this is more than a fault of the clock.
     */
    private static final double LEAST_COST = 0.02;

    /** Measures silence; takes as long as recognising four seconds of it. */
    static TimeBudget measured(Model model) throws IOException {
        try (Recognizer recogniser = new Recognizer(model, Decoded.SAMPLE_RATE)) {
            short[] silence = new short[CALIBRATED_SECONDS * Decoded.SAMPLE_RATE];
            double started = computedSeconds();
            recogniser.acceptWaveForm(silence, silence.length);
            recogniser.getFinalResult(); // what is only kept for later would cost nothing now
            return ofSilence(computedSeconds() - started, CALIBRATED_SECONDS);
        }
    }

    static TimeBudget ofSilence(double computedSeconds, double soundSeconds) {
        return new TimeBudget(Math.max(LEAST_COST, computedSeconds / soundSeconds));
    }

    boolean overspent(double computedSeconds, double soundSeconds) {
        return computedSeconds
                > TIMES_SILENCE * silenceCost * Math.max(LEAST_SOUND_SECONDS, soundSeconds);
    }

    /** What this thread has computed so far, native code included. */
    static double computedSeconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }
}
