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
    public static List<Span> of(Sound from, Sound into, double seconds)
            throws IOException, InterruptedException {
        int blocks = (int) (seconds * RATE / HOP) - 1;
        if (blocks < LEAST_CLEAR_BLOCKS) {
            return List.of();
        }
        double[][] levels = levels(from, into, blocks);
        double fromFloor = floor(levels[0]);
        double intoFloor = floor(levels[1]);
        boolean[] candidates = new boolean[blocks];
        Correlator correlator = new Correlator();
        int[] clearBlocks = new int[LATEST - EARLIEST + 1];
        for (int b = 0; b < blocks; b++) {
            candidates[b] =
                    levels[0][b] > fromFloor + SPEECH_DECIBELS
                            && levels[1][b] > intoFloor + SPEECH_DECIBELS / 2
                            && levels[0][b] - levels[1][b] >= LEAST_LOUDER_DECIBELS;
            if (candidates[b]) {
                float[] correlation = correlator.correlation(from, into, b);
                int lag = highest(correlation, 0, correlation.length);
                if (correlation[lag] > CLEAR_CORRELATION) {
                    clearBlocks[lag]++;
                }
            }
        }
        int lag = commonLag(clearBlocks);
        if (lag < 0) {
            return List.of();
        }
        double[] weaker = new double[blocks];
        int echoes = 0;
        for (int b = 0; b < blocks; b++) {
            // computed again: to keep all lags of hours takes more memory than ingest has
            if (candidates[b]
                    && correlationNear(lag, correlator.correlation(from, into, b))
                            > CORRELATION_AT_LAG) {
                weaker[echoes++] = levels[1][b] - levels[0][b];
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
            throws IOException, InterruptedException {
        int frames = (int) (seconds / FRAME_SECONDS);
        long delay = Math.round(delaySeconds * 2 * RATE);
        double[] samples = new double[(int) (FRAME_SECONDS * 2 * RATE)];
        boolean[] explained = new boolean[frames];
        double[] before = new double[frames];
        for (int f = 0; f < frames; f++) {
            from.read((long) f * samples.length - delay, samples);
            before[f] = Sound.decibels(samples, 0, samples.length);
            into.read((long) f * samples.length, samples);
            double here = Sound.decibels(samples, 0, samples.length);
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

    /**
     * The lag of most clear blocks, or −1 when it is not the same for most of them.
     *
     * @param clearBlocks how many there are of each lag
     */
    static int commonLag(int[] clearBlocks) {
        int best = -1;
        int most = 0;
        for (int lag = 0; lag < clearBlocks.length; lag++) {
            int near = 0;
            for (int l = lag - SAME_LAG; l <= lag + SAME_LAG; l++) {
                near += l >= 0 && l < clearBlocks.length ? clearBlocks[l] : 0;
            }
            if (clearBlocks[lag] > 0
                    && (near > most || (near == most && clearBlocks[lag] > clearBlocks[best]))) {
                most = near;
                best = lag;
            }
        }
        int all = Arrays.stream(clearBlocks).sum();
        return most >= LEAST_CLEAR_BLOCKS && most >= SHARE_OF_ONE_LAG * all ? best : -1;
    }

    private static float correlationNear(int lag, float[] correlation) {
        int low = Math.max(0, lag - SAME_LAG);
        int high = Math.min(correlation.length, lag + SAME_LAG + 1);
        return correlation[highest(correlation, low, high)];
    }

    private static int highest(float[] values, int from, int to) {
        int best = from;
        for (int i = from + 1; i < to; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }

    private static double[][] levels(Sound from, Sound into, int blocks)
            throws IOException, InterruptedException {
        double[][] levels = new double[2][blocks];
        double[] samples = new double[2 * BLOCK];
        for (int b = 0; b < blocks; b++) {
            from.read(2L * b * HOP, samples);
            levels[0][b] = Sound.decibels(samples, 0, samples.length);
            into.read(2L * b * HOP, samples);
            levels[1][b] = Sound.decibels(samples, 0, samples.length);
        }
        return levels;
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
        float[] correlation(Sound from, Sound into, int block)
                throws IOException, InterruptedException {
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
        private double[][] spectrum(Sound sound, int block)
                throws IOException, InterruptedException {
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
