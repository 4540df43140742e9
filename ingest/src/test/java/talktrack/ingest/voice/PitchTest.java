package talktrack.ingest.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PitchTest {

    private static final int RATE = 16_000;

    /** A second of harmonics of a pitch that may glide. */
    private static short[] voice(
            DoubleUnaryOperator hertzAt, int firstHarmonic, int lastHarmonic, double noise) {
        Random random = new Random(7);
        short[] samples = new short[RATE];
        double phase = 0;
        for (int i = 0; i < samples.length; i++) {
            phase += 2 * Math.PI * hertzAt.applyAsDouble((double) i / RATE) / RATE;
            double value = noise * random.nextGaussian();
            for (int harmonic = firstHarmonic; harmonic <= lastHarmonic; harmonic++) {
                value += Math.sin(harmonic * phase + harmonic) / harmonic;
            }
            samples[i] = (short) (4000 * value);
        }
        return samples;
    }

    private static double median(short[] samples) {
        return Pitch.percentile(Pitch.ofVoicedFrames(samples), 0.5).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(doubles = {75, 98.5, 120, 173.3, 220, 310, 400})
    void aSteadyVoiceIsFoundWithinHalfAPercent(double hertz) {
        assertThat(median(voice(t -> hertz, 1, 8, 0.02))).isCloseTo(hertz, within(0.005 * hertz));
    }

    @ParameterizedTest
    @ValueSource(doubles = {95, 120, 200})
    void telephoneSoundLacksTheFundamentalAndIsStillFound(double hertz) {
        int first = (int) Math.ceil(300 / hertz);

        assertThat(median(voice(t -> hertz, first, first + 8, 0.02)))
                .isCloseTo(hertz, within(0.01 * hertz));
    }

    @Test
    void aGlideOverAnOctaveHasFourFifthsOfItBetweenItsPercentiles() {
        double[] pitch = Pitch.ofVoicedFrames(voice(t -> 100 * Math.pow(2, t), 1, 6, 0.01));

        double semitones =
                12
                        * Math.log(
                                Pitch.percentile(pitch, 0.9).orElseThrow()
                                        / Pitch.percentile(pitch, 0.1).orElseThrow())
                        / Math.log(2);
        assertThat(semitones).as("the last 42 ms make no frame").isCloseTo(9.2, within(0.3));
    }

    @Test
    void noiseAndSilenceHaveNone() {
        short[] hiss = voice(t -> 100, 1, 0, 1);

        assertThat(Pitch.ofVoicedFrames(new short[RATE])).isEmpty();
        assertThat(Pitch.ofVoicedFrames(new short[100])).isEmpty();
        assertThat(Pitch.ofVoicedFrames(hiss).length).as("of 97 frames").isLessThan(5);
    }
}
