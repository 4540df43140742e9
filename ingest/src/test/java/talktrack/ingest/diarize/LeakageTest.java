package talktrack.ingest.diarize;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Noise in syllables stands in for speech; real voices are in {@code SpeakersIT}. */
class LeakageTest {

    private static final int RATE = 16_000;
    private static final double SECONDS = 40;

    /**
     * One side speaks from 1 to 11 s and from 21 to 31, the other one from 12 to 20 and from 28 to
     * 36.
     */
    private static final double[] REP = speech(1, List.of(new Span(1, 11), new Span(21, 31)));

    private static final double[] CUSTOMER = speech(2, List.of(new Span(12, 20), new Span(28, 36)));

    @ParameterizedTest
    @CsvSource({"-10, 5", "-15, 30", "-20, 80", "-25, 140", "-15, 0"})
    void anEchoIsFoundAndTheOwnSpeechKept(double decibels, double delayMilliseconds)
            throws IOException, InterruptedException {
        double[] channel = CUSTOMER.clone();
        int delay = (int) (delayMilliseconds / 1000 * RATE);
        double smoothed = 0;
        for (int i = delay; i < channel.length; i++) {
            smoothed += 0.5 * (REP[i - delay] - smoothed);
            channel[i] += Math.pow(10, decibels / 20) * smoothed;
        }

        List<Span> echoes = Leakage.of(sound(REP), sound(channel), SECONDS);

        assertThat(within(echoes, 1, 11)).as("echo alone").isGreaterThan(9);
        assertThat(within(echoes, 21, 28)).as("echo alone").isGreaterThan(6);
        assertThat(within(echoes, 12, 20)).as("own speech").isLessThan(0.4);
        assertThat(within(echoes, 28.2, 36)).as("own speech, over the echo too").isLessThan(0.8);
        assertThat(Leakage.of(sound(channel), sound(REP), SECONDS)).as("the way back").isEmpty();
    }

    @Test
    void twoWhoSpeakHaveNoEcho() throws IOException, InterruptedException {
        assertThat(Leakage.of(sound(REP), sound(CUSTOMER), SECONDS)).isEmpty();
        assertThat(Leakage.of(sound(CUSTOMER), sound(REP), SECONDS)).isEmpty();
    }

    /** As loud as the other one, it is no leak: nobody can tell whose channel it is. */
    @Test
    void theSameSoundOnBothIsNoEcho() throws IOException, InterruptedException {
        assertThat(Leakage.of(sound(REP), sound(REP), SECONDS)).isEmpty();
    }

    @Test
    void silenceAndAMomentHaveNoEcho() throws IOException, InterruptedException {
        assertThat(Leakage.of(sound(REP), sound(new double[REP.length]), SECONDS)).isEmpty();
        assertThat(Leakage.of(sound(REP), sound(CUSTOMER), 0.3)).isEmpty();
    }

    @Test
    void theCommonLagIsThatOfHalfTheClearBlocksAtLeast() {
        int[] clear = new int[200];
        clear[50] = 3;
        clear[60] = 5;
        clear[190] = 7;
        assertThat(Leakage.commonLag(clear)).as("neighbours count together").isEqualTo(60);
        clear[130] = 2;
        assertThat(Leakage.commonLag(clear)).as("8 of 17").isEqualTo(-1);
        int[] few = new int[200];
        few[0] = 3;
        assertThat(Leakage.commonLag(few)).as("chance").isEqualTo(-1);
        assertThat(Leakage.commonLag(new int[200])).isEqualTo(-1);
    }

    @Test
    void aStretchIsAsLoudAsItsSamplesHoweverItIsRead() throws Exception {
        int from = 2 * RATE - 5;
        int to = 5 * RATE + 7;

        assertThat(sound(REP).decibels(from, to - from))
                .isCloseTo(Sound.decibels(REP, from, to), Offset.offset(1e-9));
    }

    private static double within(List<Span> spans, double from, double to) {
        double sum = 0;
        for (Span span : spans) {
            sum +=
                    Math.max(
                            0,
                            Math.min(to, span.endSeconds()) - Math.max(from, span.startSeconds()));
        }
        return sum;
    }

    /** Syllables of five a second, of one colour each. */
    private static double[] speech(int seed, List<Span> when) {
        Random random = new Random(seed);
        double[] samples = new double[(int) (SECONDS * RATE)];
        double colour = 0.3;
        double value = 0;
        for (int i = 0; i < samples.length; i++) {
            double at = (double) i / RATE;
            if (i % (RATE / 5) == 0) {
                colour = 0.1 + 0.5 * random.nextDouble();
            }
            value += colour * (random.nextGaussian() - value);
            double syllable = 0.6 + 0.4 * Math.sin(2 * Math.PI * 5 * at);
            boolean speaks =
                    when.stream().anyMatch(s -> at >= s.startSeconds() && at < s.endSeconds());
            samples[i] = 2 * random.nextGaussian() + (speaks ? 6000 * syllable * value : 0);
        }
        return samples;
    }

    static Sound sound(double[] samples) {
        return (first, into) -> {
            for (int i = 0; i < into.length; i++) {
                long at = first + i;
                into[i] = at >= 0 && at < samples.length ? samples[(int) at] : 0;
            }
        };
    }
}
