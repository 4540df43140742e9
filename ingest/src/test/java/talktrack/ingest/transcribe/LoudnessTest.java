package talktrack.ingest.transcribe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LoudnessTest {

    @Test
    void levelsAreDecibelsBelowFullScale() {
        assertThat(decibels(constant(32767))).isZero();
        assertThat(decibels(constant(3277))).isEqualTo(-20);
        assertThat(decibels(constant(1))).isEqualTo(-90);
        assertThat(decibels(constant(0))).isEqualTo(Loudness.SILENCE_DECIBELS);
        assertThat(Loudness.decibels(new short[0], 0, 0)).isEqualTo(Loudness.SILENCE_DECIBELS);
    }

    @Test
    void theLoudestNegativeSampleIsNotAboveFullScale() {
        assertThat(decibels(constant(Short.MIN_VALUE))).isZero();
    }

    @Test
    void digitalSilenceAndTelephoneNoiseAreSilent() {
        assertThat(heard(100, -100).silent()).isTrue();
        assertThat(heard(1000, -70).silent()).isTrue();
        assertThat(new Loudness().silent()).isTrue();
    }

    @Test
    void aSingleWordInAnHourOfSilenceIsNotSilent() {
        Loudness loudness = heard(120_000, -100);
        loudness.add(-40);

        assertThat(loudness.silent()).isFalse();
    }

    @Test
    void theThresholdLiesALittleAboveTheNoise() {
        assertThat(heard(300, -55, 700, -20).speechThreshold()).isEqualTo(-47);
    }

    @Test
    void soundWithoutQuietPartsIsLetThroughWhole() {
        assertThat(heard(1000, -30).speechThreshold()).isLessThan(-30);
    }

    @Test
    void inLoudNoiseTheRecogniserDecides() {
        Loudness loudness = heard(500, -30, 500, -22); // speech 8 dB above an engine

        assertThat(loudness.speechThreshold()).isLessThan(-30);
    }

    @Test
    void whoSpeaksRarelyIsHeardAlthoughMostIsSilence() {
        assertThat(heard(9_900, -100, 100, -45).speechThreshold()).isLessThan(-45);
    }

    private static int decibels(short[] samples) {
        return Loudness.decibels(samples, 0, samples.length);
    }

    private static short[] constant(int sample) {
        short[] samples = new short[Loudness.FRAME];
        Arrays.fill(samples, (short) sample);
        return samples;
    }

    private static Loudness heard(int... framesAndLevels) {
        Loudness loudness = new Loudness();
        for (int i = 0; i < framesAndLevels.length; i += 2) {
            for (int frame = 0; frame < framesAndLevels[i]; frame++) {
                loudness.add(framesAndLevels[i + 1]);
            }
        }
        return loudness;
    }
}
