package talktrack.ingest.voice;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The pitch of a voice, frame by frame, with YIN (de Cheveigné and Kawahara, "YIN, a fundamental
 * frequency estimator for speech and music", JASA 111, 2002): the lag at which the sound resembles
 * itself most. It finds the fundamental of telephone sound, too, from which that itself is cut.
 */
final class Pitch {

    /** Voices of adults, from the deepest men to excited women. */
    static final double LOWEST_HERTZ = 60;

    static final double HIGHEST_HERTZ = 500;

    /** Half of what decoding delivers: a lag is then still finer than a hundredth of a semitone. */
    private static final int RATE = 8_000;

    private static final int STEP = RATE / 100;
    private static final int WINDOW = RATE / 40;
    private static final int LONGEST_LAG = (int) Math.ceil(RATE / LOWEST_HERTZ);
    private static final int SHORTEST_LAG = (int) (RATE / HIGHEST_HERTZ);

    /** YIN's absolute threshold: the first lag that is so good is taken, not a multiple of it. */
    private static final double GOOD = 0.15;

    /** Above it a frame is no voice: a breath, a hiss, a plosive. */
    private static final double VOICED = 0.3;

    /** Frames so far below the loudest tenth are room and echo. */
    private static final double QUIET_SHARE = 0.03;

    private Pitch() {}

    /**
     * The pitch of the voiced frames, a hundred a second.
     *
     * @param samples at 16 kHz
     * @return Hertz, smoothed by a median over five frames; empty when nothing is voiced
     */
    static double[] ofVoicedFrames(short[] samples) {
        float[] sound = halved(samples);
        int frames = Math.max(0, (sound.length - WINDOW - LONGEST_LAG) / STEP + 1);
        double[] power = new double[frames];
        for (int i = 0; i < frames; i++) {
            power[i] = power(sound, i * STEP);
        }
        double quiet = QUIET_SHARE * percentile(power, 0.9).orElse(0);
        double[] found = new double[frames];
        int voiced = 0;
        for (int i = 0; i < frames; i++) {
            if (power[i] > quiet && power[i] > 0) {
                OptionalDouble pitch = ofFrame(sound, i * STEP);
                if (pitch.isPresent()) {
                    found[voiced++] = pitch.getAsDouble();
                }
            }
        }
        return smoothed(Arrays.copyOf(found, voiced));
    }

    private static OptionalDouble ofFrame(float[] sound, int from) {
        double[] unlike = unlikeness(sound, from);
        int best = -1;
        for (int lag = SHORTEST_LAG; lag < LONGEST_LAG; lag++) {
            if (unlike[lag] < GOOD) {
                while (lag + 1 < LONGEST_LAG && unlike[lag + 1] < unlike[lag]) {
                    lag++;
                }
                best = lag;
                break;
            }
            if (best < 0 || unlike[lag] < unlike[best]) {
                best = lag;
            }
        }
        return unlike[best] < VOICED
                ? OptionalDouble.of(RATE / between(unlike, best))
                : OptionalDouble.empty();
    }

    /** YIN's cumulative mean normalised difference for each lag. */
    private static double[] unlikeness(float[] sound, int from) {
        double[] unlike = new double[LONGEST_LAG + 1];
        unlike[0] = 1;
        double sum = 0;
        for (int lag = 1; lag <= LONGEST_LAG; lag++) {
            double difference = 0;
            for (int i = from; i < from + WINDOW; i++) {
                double d = sound[i] - sound[i + lag];
                difference += d * d;
            }
            sum += difference;
            unlike[lag] = sum > 0 ? difference * lag / sum : 1;
        }
        return unlike;
    }

    /** The lowest point of the parabola through a lag and its neighbours. */
    private static double between(double[] unlike, int lag) {
        double before = unlike[lag - 1];
        double after = unlike[lag + 1];
        double curve = before - 2 * unlike[lag] + after;
        return curve <= 0 ? lag : lag + 0.5 * (before - after) / curve;
    }

    private static double power(float[] sound, int from) {
        double sum = 0;
        for (int i = from; i < from + WINDOW; i++) {
            sum += sound[i] * sound[i];
        }
        return sum / WINDOW;
    }

    /** Half the sample rate, behind the mildest low pass: voices are far below. */
    private static float[] halved(short[] samples) {
        float[] half = new float[samples.length / 2];
        for (int i = 0; i < half.length; i++) {
            half[i] = (samples[2 * i] + samples[2 * i + 1]) / 2f;
        }
        return half;
    }

    private static double[] smoothed(double[] pitch) {
        double[] smooth = new double[pitch.length];
        for (int i = 0; i < pitch.length; i++) {
            double[] around =
                    Arrays.copyOfRange(pitch, Math.max(0, i - 2), Math.min(pitch.length, i + 3));
            Arrays.sort(around);
            smooth[i] = around[around.length / 2];
        }
        return smooth;
    }

    /** The value that this share of the values does not exceed; empty without values. */
    static OptionalDouble percentile(double[] values, double share) {
        if (values.length == 0) {
            return OptionalDouble.empty();
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return OptionalDouble.of(sorted[(int) Math.round(share * (sorted.length - 1))]);
    }
}
