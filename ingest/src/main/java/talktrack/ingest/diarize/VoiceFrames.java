package talktrack.ingest.diarize;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a voice sounds like, every {@value #HOP} samples of some speech: mel-frequency cepstra for
 * the shape of the vocal tract, and the pitch.
 *
 * @see "Davis and Mermelstein, IEEE Trans. ASSP 28(4), 1980; pitch: Boersma, Proc. IFA 17, 1993"
 */
final class VoiceFrames {

    static final int HOP = 320;
    static final int SAMPLE_RATE = 16_000;

    private static final int WINDOW = 400;
    private static final int SIZE = 512;
    private static final int FILTERS = 24;
    private static final int CEPSTRA = 19;
    static final int DIMENSIONS = CEPSTRA + 1;

    private static final double LOWEST_HERTZ = 200;
    private static final double TELEPHONE_HERTZ = 3400;
    private static final double WIDE_HERTZ = 7000;

    /** Frames this much below the loud ones of the call are the quiet inside of a word. */
    private static final double BELOW_LOUD_DECIBELS = 30;

    private final float[][] cepstra;
    private final float[] logPitch;
    private final int[] firstOf;

    private VoiceFrames(float[][] cepstra, float[] logPitch, int[] firstOf) {
        this.cepstra = cepstra;
        this.logPitch = logPitch;
        this.firstOf = firstOf;
    }

    /** Per frame c1…c19, and the level last. */
    float[][] cepstra() {
        return cepstra;
    }

    /** Per frame, NaN where unvoiced. */
    float[] logPitch() {
        return logPitch;
    }

    /** Index of each span's first frame, and the number of frames last. */
    int[] firstOf() {
        return firstOf;
    }

    static VoiceFrames of(Sound sound, List<Span> spans) throws IOException, InterruptedException {
        Reader reader = new Reader(sound);
        boolean wide = reader.isWide(spans);
        double[][] filters = filters(wide ? WIDE_HERTZ : TELEPHONE_HERTZ);
        List<float[]> cepstra = new ArrayList<>();
        List<Float> pitches = new ArrayList<>();
        double quiet = reader.loudDecibels(spans) - BELOW_LOUD_DECIBELS;
        int[] firstOf = new int[spans.size() + 1];
        for (int s = 0; s < spans.size(); s++) {
            long end = (long) (spans.get(s).endSeconds() * SAMPLE_RATE);
            for (long at = (long) (spans.get(s).startSeconds() * SAMPLE_RATE) + HOP / 2;
                    at < end;
                    at += HOP) {
                double[] power = reader.power(at);
                if (reader.decibels() >= quiet) {
                    cepstra.add(cepstra(power, filters, reader.decibels()));
                    pitches.add((float) reader.logPitch(at));
                }
            }
            firstOf[s + 1] = cepstra.size();
        }
        float[] logPitch = new float[pitches.size()];
        for (int i = 0; i < logPitch.length; i++) {
            logPitch[i] = pitches.get(i);
        }
        return new VoiceFrames(cepstra.toArray(float[][]::new), logPitch, firstOf);
    }

    private static float[] cepstra(double[] power, double[][] filters, double decibels) {
        double[] logs = new double[FILTERS];
        for (int f = 0; f < FILTERS; f++) {
            double sum = 1;
            for (int i = 0; i < power.length; i++) {
                sum += filters[f][i] * power[i];
            }
            logs[f] = Math.log(sum);
        }
        float[] cepstra = new float[DIMENSIONS];
        for (int c = 1; c <= CEPSTRA; c++) {
            double sum = 0;
            for (int f = 0; f < FILTERS; f++) {
                sum += logs[f] * Math.cos(Math.PI * c * (f + 0.5) / FILTERS);
            }
            cepstra[c - 1] = (float) sum;
        }
        cepstra[CEPSTRA] = (float) decibels;
        return cepstra;
    }

    /** Triangles of equal width on the mel scale. */
    private static double[][] filters(double highestHertz) {
        double low = mel(LOWEST_HERTZ);
        double width = (mel(highestHertz) - low) / (FILTERS + 1);
        double[][] filters = new double[FILTERS][SIZE / 2];
        for (int i = 0; i < SIZE / 2; i++) {
            double at = (mel((double) i * SAMPLE_RATE / SIZE) - low) / width;
            for (int f = 0; f < FILTERS; f++) {
                filters[f][i] = Math.max(0, 1 - Math.abs(at - (f + 1)));
            }
        }
        return filters;
    }

    private static double mel(double hertz) {
        return 1127 * Math.log(1 + hertz / 700);
    }

    /** Reads windows and keeps the arrays for it. */
    private static final class Reader {

        private static final int PITCH_WINDOW = 640;
        private static final int PITCH_SIZE = 1024;
        private static final int SHORTEST_PERIOD = SAMPLE_RATE / 400;
        private static final int LONGEST_PERIOD = SAMPLE_RATE / 65;
        private static final double VOICED = 0.5;
        private static final int LOOKED_AT = 400;

        private final Sound sound;
        private final Fourier fourier = new Fourier(SIZE);
        private final Fourier pitchFourier = new Fourier(PITCH_SIZE);
        private final double[] samples = new double[WINDOW + 1];
        private final double[] pitchSamples = new double[PITCH_WINDOW];
        private final double[] windowCorrelation;
        private double decibels;

        Reader(Sound sound) {
            this.sound = sound;
            double[] ones = new double[PITCH_WINDOW];
            Arrays.fill(ones, 1);
            windowCorrelation = correlation(ones);
        }

        /** The power spectrum around a sample. */
        double[] power(long middle) throws IOException, InterruptedException {
            sound.read(middle - WINDOW / 2 - 1, samples);
            double[] real = new double[SIZE];
            for (int i = 0; i < WINDOW; i++) {
                double hamming = 0.54 - 0.46 * Math.cos(2 * Math.PI * i / (WINDOW - 1));
                real[i] = hamming * (samples[i + 1] - 0.97 * samples[i]);
            }
            decibels = Sound.decibels(samples, 1, samples.length);
            double[] imaginary = new double[SIZE];
            fourier.transform(real, imaginary);
            double[] power = new double[SIZE / 2];
            for (int i = 0; i < power.length; i++) {
                power[i] = real[i] * real[i] + imaginary[i] * imaginary[i];
            }
            return power;
        }

        /** Of the window read last. */
        double decibels() {
            return decibels;
        }

        /** Where the autocorrelation of the sound, as if unwindowed, is highest. */
        double logPitch(long middle) throws IOException, InterruptedException {
            sound.read(middle - PITCH_WINDOW / 2, pitchSamples);
            double mean = Arrays.stream(pitchSamples).average().orElse(0);
            for (int i = 0; i < PITCH_WINDOW; i++) {
                pitchSamples[i] -= mean;
            }
            double[] correlation = correlation(pitchSamples);
            if (correlation[0] <= 0) {
                return Double.NaN;
            }
            int best = 0;
            double highest = VOICED;
            for (int lag = SHORTEST_PERIOD; lag <= LONGEST_PERIOD; lag++) {
                double value =
                        correlation[lag] / correlation[0] / windowCorrelation[lag]
                                - 0.02 * Math.log((double) lag / SHORTEST_PERIOD);
                if (value > highest) {
                    highest = value;
                    best = lag;
                }
            }
            return best == 0 ? Double.NaN : Math.log((double) SAMPLE_RATE / best);
        }

        private double[] correlation(double[] window) {
            double[] real = new double[PITCH_SIZE];
            for (int i = 0; i < PITCH_WINDOW; i++) {
                real[i] =
                        window[i] * (0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / PITCH_WINDOW));
            }
            double[] imaginary = new double[PITCH_SIZE];
            pitchFourier.transform(real, imaginary);
            for (int i = 0; i < PITCH_SIZE; i++) {
                real[i] = real[i] * real[i] + imaginary[i] * imaginary[i];
            }
            pitchFourier.transform(real, new double[PITCH_SIZE]);
            double first = windowCorrelation == null ? real[0] : 1;
            double[] correlation = new double[LONGEST_PERIOD + 1];
            for (int lag = 0; lag < correlation.length; lag++) {
                correlation[lag] = real[lag] / first;
            }
            return correlation;
        }

        /** Whether there is sound above what a telephone lets through. */
        boolean isWide(List<Span> spans) throws IOException, InterruptedException {
            double telephone = 0;
            double above = 0;
            for (long middle : middles(spans)) {
                double[] power = power(middle);
                for (int i = 0; i < power.length; i++) {
                    double hertz = (double) i * SAMPLE_RATE / SIZE;
                    if (hertz > 300 && hertz < TELEPHONE_HERTZ) {
                        telephone += power[i];
                    } else if (hertz > 4200 && hertz < WIDE_HERTZ) {
                        above += power[i];
                    }
                }
            }
            return above > 0.001 * telephone;
        }

        /** The level that a tenth of the speech exceeds. */
        double loudDecibels(List<Span> spans) throws IOException, InterruptedException {
            long[] middles = middles(spans);
            double[] levels = new double[middles.length];
            for (int i = 0; i < middles.length; i++) {
                power(middles[i]);
                levels[i] = decibels;
            }
            Arrays.sort(levels);
            return levels.length == 0 ? 0 : levels[levels.length * 9 / 10];
        }

        private static long[] middles(List<Span> spans) {
            int step = Math.max(1, spans.size() / LOOKED_AT);
            List<Long> middles = new ArrayList<>();
            for (int s = 0; s < spans.size(); s += step) {
                Span span = spans.get(s);
                middles.add((long) ((span.startSeconds() + span.endSeconds()) / 2 * SAMPLE_RATE));
            }
            return middles.stream().mapToLong(Long::longValue).toArray();
        }
    }
}
