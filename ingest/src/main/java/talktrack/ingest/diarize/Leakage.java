package talktrack.ingest.diarize;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where one channel of a call holds nothing but the other one's speech, quieter and a little later:
 * the echo of a loudspeaker, or cross-talk of a line. Found in blocks of half a second, in which
 * the quieter channel correlates with the louder one, always at the same lag and by the same gain.
 * Where that is so, what is no louder than such an echo is one.
 *
 * <p>Whoever speaks into the echo is louder, and so is kept.
 */
public final class Leakage {

    private static final int RATE = VoiceFrames.SAMPLE_RATE / 2;
    private static final int HOP = RATE / 4;
    private static final int BLOCK = 2 * HOP;
    private static final int SIZE = 8192;

    /** Sound is this much later at most; a little earlier when clocks are set unlike. */
    private static final int LATEST = RATE * 150 / 1000;

    private static final int EARLIEST = -RATE * 10 / 1000;
    private static final int SAME_LAG = RATE * 3 / 1000;

    private static final double LEAST_LOUDER_DECIBELS = 6;
    private static final double SPEECH_DECIBELS = 8;

    /** Between unrelated speech, the highest of all lags hardly exceeds this. */
    private static final double CLEAR_CORRELATION = 0.6;

    /** And at one given lag hardly this. */
    private static final double CORRELATION_AT_LAG = 0.4;

    private static final int LEAST_CLEAR_BLOCKS = 4;

    /** The share of the clear blocks that have one lag: of unrelated speech, any lag has few. */
    private static final double SHARE_OF_ONE_LAG = 0.5;

    private static final double FRAME_SECONDS = 0.02;

    /** An echo dies away by a decibel a frame in a room, and is over after this. */
    private static final int TAIL_FRAMES = 15;

    /** By so much the level of an echo differs from sound to sound. */
    private static final double MARGIN_DECIBELS = 7;

    /** Short louder moments inside an echo are clicks; shorter echoes are no word. */
    private static final int BRIDGED_FRAMES = 3;

    private static final int LEAST_FRAMES = 10;

    private Leakage() {}

    /**
     * Where the second channel holds an echo of the first.
     *
     * @param seconds length of both
     * @return in order of time, apart from each other
     */
    public static List<Span> of(Sound from, Sound into, double seconds) throws IOException {
        int blocks = (int) (seconds * RATE / HOP) - 1;
        if (blocks < LEAST_CLEAR_BLOCKS) {
            return List.of();
        }
        double[][] levels = levels(from, into, blocks);
        double fromFloor = floor(levels[0]);
        double intoFloor = floor(levels[1]);
        Correlator correlator = new Correlator();
        float[][] correlations = new float[blocks][];
        List<Integer> clearLags = new ArrayList<>();
        for (int b = 0; b < blocks; b++) {
            if (levels[0][b] > fromFloor + SPEECH_DECIBELS
                    && levels[1][b] > intoFloor + SPEECH_DECIBELS / 2
                    && levels[0][b] - levels[1][b] >= LEAST_LOUDER_DECIBELS) {
                correlations[b] = correlator.correlation(from, into, b);
                int lag = highest(correlations[b], 0, correlations[b].length);
                if (correlations[b][lag] > CLEAR_CORRELATION) {
                    clearLags.add(lag);
                }
            }
        }
        int lag = commonLag(clearLags);
        if (lag < 0) {
            return List.of();
        }
        double[] weaker = new double[blocks];
        int echoes = 0;
        for (int b = 0; b < blocks; b++) {
            if (correlations[b] != null) {
                int low = Math.max(0, lag - SAME_LAG);
                int high = Math.min(correlations[b].length, lag + SAME_LAG + 1);
                if (correlations[b][highest(correlations[b], low, high)] > CORRELATION_AT_LAG) {
                    weaker[echoes++] = levels[1][b] - levels[0][b];
                }
            }
        }
        Arrays.sort(weaker, 0, echoes);
        double delaySeconds = (double) (lag + EARLIEST) / RATE;
        return explained(
                from, into, seconds, delaySeconds, weaker[echoes / 2], fromFloor + SPEECH_DECIBELS);
    }

    /**
     * Where the second channel is no louder than the echo of the first would be: as the echo's way
     * is known now, its level decides, frame by frame.
     */
    private static List<Span> explained(
            Sound from,
            Sound into,
            double seconds,
            double delaySeconds,
            double gainDecibels,
            double speechDecibels)
            throws IOException {
        int frames = (int) (seconds / FRAME_SECONDS);
        long delay = Math.round(delaySeconds * 2 * RATE);
        double[] samples = new double[(int) (FRAME_SECONDS * 2 * RATE)];
        boolean[] explained = new boolean[frames];
        double[] before = new double[frames];
        for (int f = 0; f < frames; f++) {
            from.read((long) f * samples.length - delay, samples);
            before[f] = decibels(samples);
            into.read((long) f * samples.length, samples);
            double here = decibels(samples);
            double loudest = 0;
            for (int back = 0; back <= Math.min(f, TAIL_FRAMES); back++) {
                loudest = Math.max(loudest, before[f - back] - back);
            }
            explained[f] =
                    loudest > speechDecibels && here < loudest + gainDecibels + MARGIN_DECIBELS;
        }
        List<Span> spans = new ArrayList<>();
        int start = -1;
        int last = -1;
        for (int f = 0; f <= frames; f++) {
            if (f < frames && explained[f]) {
                start = start < 0 ? f : start;
                last = f;
            } else if (start >= 0 && (f == frames || f - last > BRIDGED_FRAMES)) {
                if (last - start >= LEAST_FRAMES) {
                    spans.add(new Span(start * FRAME_SECONDS, (last + 1) * FRAME_SECONDS));
                }
                start = -1;
            }
        }
        return spans;
    }

    /** The lag of most clear blocks, or −1 when it is not the same for most of them. */
    private static int commonLag(List<Integer> lags) {
        int best = -1;
        long most = 0;
        for (int lag : lags) {
            long near = lags.stream().filter(l -> Math.abs(l - lag) <= SAME_LAG).count();
            if (near > most) {
                most = near;
                best = lag;
            }
        }
        return most >= LEAST_CLEAR_BLOCKS && most >= SHARE_OF_ONE_LAG * lags.size() ? best : -1;
    }

    private static int highest(float[] values, int from, int to) {
        int best = from;
        for (int i = from + 1; i < to; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }

    private static double[][] levels(Sound from, Sound into, int blocks) throws IOException {
        double[][] levels = new double[2][blocks];
        double[] samples = new double[2 * BLOCK];
        for (int b = 0; b < blocks; b++) {
            from.read(2L * b * HOP, samples);
            levels[0][b] = decibels(samples);
            into.read(2L * b * HOP, samples);
            levels[1][b] = decibels(samples);
        }
        return levels;
    }

    private static double decibels(double[] samples) {
        double energy = 0;
        for (double sample : samples) {
            energy += sample * sample;
        }
        return 10 * Math.log10(1 + energy / samples.length);
    }

    /** The level that a tenth of the blocks does not exceed, at least that of 8-bit noise. */
    private static double floor(double[] levels) {
        double[] sorted = levels.clone();
        Arrays.sort(sorted);
        return Math.max(12, sorted[sorted.length / 10]);
    }

    /** Correlates blocks of two channels at all lags, at half the sample rate. */
    private static final class Correlator {

        private final Fourier fourier = new Fourier(SIZE);
        private final double[] raw = new double[2 * BLOCK];

        /** Per lag from the earliest to the latest: 0…1, whatever the sign. */
        float[] correlation(Sound from, Sound into, int block) throws IOException {
            double[][] first = spectrum(from, block);
            double[][] second = spectrum(into, block);
            double firstEnergy = 0;
            double secondEnergy = 0;
            for (int i = 0; i < SIZE; i++) {
                firstEnergy += first[0][i] * first[0][i] + first[1][i] * first[1][i];
                secondEnergy += second[0][i] * second[0][i] + second[1][i] * second[1][i];
                double real = second[0][i] * first[0][i] + second[1][i] * first[1][i];
                // conjugated, as a forward transform stands in for the inverse one
                second[1][i] = -(second[1][i] * first[0][i] - second[0][i] * first[1][i]);
                second[0][i] = real;
            }
            fourier.transform(second[0], second[1]);
            double scale = Math.sqrt(firstEnergy * secondEnergy);
            float[] correlation = new float[LATEST - EARLIEST + 1];
            for (int lag = EARLIEST; lag <= LATEST; lag++) {
                correlation[lag - EARLIEST] =
                        scale == 0
                                ? 0
                                : (float) Math.abs(second[0][Math.floorMod(lag, SIZE)] / scale);
            }
            return correlation;
        }

        /** Pre-emphasised, so that the deep of a voice does not make all alike. */
        private double[][] spectrum(Sound sound, int block) throws IOException {
            sound.read(2L * block * HOP, raw);
            double[] real = new double[SIZE];
            double last = 0;
            for (int i = 0; i < BLOCK; i++) {
                double sample = raw[2 * i] + raw[2 * i + 1];
                real[i] = sample - 0.9 * last;
                last = sample;
            }
            double[] imaginary = new double[SIZE];
            fourier.transform(real, imaginary);
            return new double[][] {real, imaginary};
        }
    }
}
