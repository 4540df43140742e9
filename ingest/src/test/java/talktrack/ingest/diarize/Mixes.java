package talktrack.ingest.diarize;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Conversations put together from clips of single speakers: turns of many lengths, pauses and
 * overlaps, levels, noise, and the band of a telephone. The same seed makes the same mix.
 */
final class Mixes {

    private static final int RATE = VoiceFrames.SAMPLE_RATE;
    private static final int STEP = RATE / 50;

    private Mixes() {}

    /**
     * Clips of one speaker, one after the other.
     *
     * @param set {@code dev} or {@code held}
     * @param name up to an underscore it names the voice
     * @param wide whether it has sound above the band of a telephone
     */
    record Stock(String set, String sex, String name, double[] samples, boolean wide) {
        String voice() {
            return name.replaceFirst("_.*", "");
        }
    }

    /** One channel with known turns. */
    record Mix(String name, boolean sameSex, double[] samples, List<Turn> turns) {

        Sound sound() {
            return (first, into) -> {
                for (int i = 0; i < into.length; i++) {
                    long at = first + i;
                    into[i] = at >= 0 && at < samples.length ? samples[(int) at] : 0;
                }
            };
        }

        int speakers() {
            return (int) turns.stream().map(Turn::speaker).distinct().count();
        }
    }

    /** All files {@code SET-SEX-NAME.wav} of a folder, 16 bit, one channel, 16 kHz. */
    static List<Stock> stocks(Path folder) throws IOException {
        List<Stock> stocks = new ArrayList<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String[] parts = file.getFileName().toString().replace(".wav", "").split("-");
                double[] samples = samples(file);
                stocks.add(new Stock(parts[0], parts[1], parts[2], samples, wide(samples)));
            }
        }
        return stocks;
    }

    static double[] samples(Path wav) throws IOException {
        byte[] bytes = Files.readAllBytes(wav);
        int start = 12;
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (in.getInt(start) != 0x61746164) {
            start += 8 + in.getInt(start + 4);
        }
        double[] samples = new double[(bytes.length - start - 8) / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = in.getShort(start + 8 + 2 * i);
        }
        return samples;
    }

    private static boolean wide(double[] samples) {
        double[] low = lowPass(samples, 4000);
        double all = 0;
        double high = 0;
        for (int i = 0; i < samples.length; i++) {
            all += samples[i] * samples[i];
            high += (samples[i] - low[i]) * (samples[i] - low[i]);
        }
        return high > 1e-4 * all;
    }

    /** A conversation of so many different voices of a set. */
    static Mix of(List<Stock> stocks, int speakers, boolean sameSex, long seed) {
        Random random = new Random(seed);
        List<Stock> chosen = new ArrayList<>();
        int tries = 0;
        while (chosen.size() < speakers) {
            Stock next = stocks.get(random.nextInt(stocks.size()));
            boolean fits =
                    chosen.stream().noneMatch(c -> c.voice().equals(next.voice()))
                            && (!sameSex
                                    || chosen.stream().allMatch(c -> c.sex().equals(next.sex())))
                            && (sameSex
                                    || speakers != 2
                                    || chosen.stream().noneMatch(c -> c.sex().equals(next.sex())));
            if (fits) {
                chosen.add(next);
            }
            if (++tries > 1000) {
                chosen.clear();
                tries = 0;
            }
        }
        boolean telephone =
                random.nextBoolean() || chosen.stream().anyMatch(stock -> !stock.wide());
        return put(chosen, sameSex, telephone, random);
    }

    private static Mix put(List<Stock> chosen, boolean sameSex, boolean telephone, Random random) {
        double target = 25 + random.nextInt(150);
        double[] all = new double[(int) ((target + 40) * RATE)];
        int[] at = new int[chosen.size()];
        double[] gain = new double[chosen.size()];
        for (int s = 0; s < gain.length; s++) {
            gain[s] = Math.pow(10, -(6 + 9 * random.nextDouble()) / 20);
        }
        List<Turn> turns = new ArrayList<>();
        int place = RATE / 2;
        int speaker = random.nextInt(chosen.size());
        while (place < target * RATE) {
            Stock stock = chosen.get(speaker);
            double seconds = 0.5 * Math.pow(30, random.nextDouble());
            int length = (int) (seconds * RATE);
            if (at[speaker] + length > stock.samples().length) {
                break;
            }
            length += toQuiet(stock.samples(), at[speaker] + length);
            length = Math.min(length, stock.samples().length - at[speaker]);
            place = Math.max(RATE / 4, place);
            double[] piece = new double[length];
            for (int i = 0; i < length; i++) {
                piece[i] = gain[speaker] * stock.samples()[at[speaker] + i];
                all[place + i] += piece[i];
            }
            for (Span span : speech(piece, 0.3)) {
                turns.add(
                        new Turn(
                                (double) place / RATE + span.startSeconds(),
                                (double) place / RATE + span.endSeconds(),
                                stock.name()));
            }
            at[speaker] += length;
            place +=
                    length
                            + (int)
                                    (RATE
                                            * Math.clamp(
                                                    0.25 + 0.45 * random.nextGaussian(), -0.4, 2));
            if (chosen.size() > 1) {
                speaker = (speaker + 1 + random.nextInt(chosen.size() - 1)) % chosen.size();
            }
        }
        double noise = Math.pow(10, -(40 + 20 * random.nextDouble()) / 20) * 8000;
        double[] mixed = new double[Math.min(all.length, place + RATE)];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = all[i] + noise * random.nextGaussian();
        }
        mixed = telephone ? telephone(mixed) : lowPass(mixed, 7000);
        turns.sort(Comparator.comparingDouble(Turn::startSeconds));
        String name =
                String.join("+", chosen.stream().map(Stock::name).toList())
                        + (telephone ? " 8k" : " 16k");
        return new Mix(name, sameSex, mixed, turns);
    }

    /** Samples until the next quiet place, at most a second. */
    private static int toQuiet(double[] samples, int from) {
        int best = 0;
        double least = Double.MAX_VALUE;
        for (int on = 0; on < RATE && from + on + STEP * 3 < samples.length; on += STEP) {
            double energy = 0;
            for (int i = 0; i < 3 * STEP; i++) {
                energy += samples[from + on + i] * samples[from + on + i];
            }
            if (energy < least) {
                least = energy;
                best = on;
            }
        }
        return best;
    }

    /** Where the sound is no more than 35 dB below the loud tenth, pauses this short included. */
    static List<Span> speech(double[] samples, double joined) {
        int frames = samples.length / STEP;
        double[] energy = new double[frames];
        for (int f = 0; f < frames; f++) {
            for (int i = 0; i < STEP; i++) {
                energy[f] += samples[f * STEP + i] * samples[f * STEP + i] / STEP;
            }
        }
        double[] sorted = energy.clone();
        java.util.Arrays.sort(sorted);
        double threshold = frames == 0 ? 0 : Math.max(2000, sorted[frames * 9 / 10] * 0.001);
        List<Span> spans = new ArrayList<>();
        int start = -1;
        int last = -1;
        for (int f = 0; f <= frames; f++) {
            boolean loud = f < frames && energy[f] > threshold;
            if (loud) {
                start = start < 0 ? f : start;
                last = f;
            } else if (start >= 0 && (f == frames || (f - last) * 0.02 > joined)) {
                spans.add(new Span(start * 0.02, (last + 1) * 0.02));
                start = -1;
            }
        }
        return spans;
    }

    /** As a recogniser would cut, roughly: loud stretches in pieces of a third of a second. */
    static List<Span> words(double[] samples) {
        List<Span> words = new ArrayList<>();
        for (Span span : speech(samples, 0.08)) {
            int pieces = Math.max(1, (int) Math.round(span.seconds() / 0.33));
            for (int p = 0; p < pieces; p++) {
                words.add(
                        new Span(
                                span.startSeconds() + span.seconds() * p / pieces,
                                span.startSeconds() + span.seconds() * (p + 1) / pieces));
            }
        }
        return words;
    }

    private static double[] telephone(double[] samples) {
        double[] low = lowPass(samples, 3400);
        double[] rumble = lowPass(samples, 250);
        for (int i = 0; i < low.length; i++) {
            low[i] = muLaw(low[i] - rumble[i]);
        }
        return low;
    }

    /** There and back by G.711's curve. */
    private static double muLaw(double sample) {
        double x = Math.clamp(sample / 32768, -1.0, 1.0);
        double y = Math.signum(x) * Math.log1p(255 * Math.abs(x)) / Math.log(256);
        double rounded = Math.round(y * 127) / 127.0;
        return 32768 * Math.signum(rounded) * (Math.pow(256, Math.abs(rounded)) - 1) / 255;
    }

    private static double[] lowPass(double[] samples, double hertz) {
        int half = 48;
        double[] taps = new double[2 * half + 1];
        double sum = 0;
        for (int i = -half; i <= half; i++) {
            double x = 2 * hertz / RATE;
            double sinc = i == 0 ? x : Math.sin(Math.PI * x * i) / (Math.PI * i);
            taps[i + half] = sinc * (0.54 + 0.46 * Math.cos(Math.PI * i / half));
            sum += taps[i + half];
        }
        double[] filtered = new double[samples.length];
        for (int i = 0; i < samples.length; i++) {
            double value = 0;
            for (int t = Math.max(0, i - half); t <= Math.min(samples.length - 1, i + half); t++) {
                value += samples[t] * taps[t - i + half];
            }
            filtered[i] = value / sum;
        }
        return filtered;
    }
}
