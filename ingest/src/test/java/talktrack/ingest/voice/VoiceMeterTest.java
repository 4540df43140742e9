package talktrack.ingest.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.ingest.decode.Decoded;
import talktrack.models.events.Utterance;
import talktrack.models.events.VoiceMeasures;
import talktrack.models.events.Word;
import talktrack.models.labels.Language;
import talktrack.models.labels.Speaker;
import talktrack.models.labels.VoiceEmotion;

class VoiceMeterTest {

    @TempDir Path folder;

    /** A tone for each second on channel 0, silence on channel 1. */
    private Decoded sound(double[] hertz, double[] amplitudes) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(hertz.length * Decoded.SAMPLE_RATE * 4)
                        .order(ByteOrder.LITTLE_ENDIAN);
        for (int second = 0; second < hertz.length; second++) {
            for (int i = 0; i < Decoded.SAMPLE_RATE; i++) {
                double phase = 2 * Math.PI * hertz[second] * i / Decoded.SAMPLE_RATE;
                bytes.putShort((short) (32767 * amplitudes[second] * Math.sin(phase)));
                bytes.putShort((short) 0);
            }
        }
        Path pcm = folder.resolve("sound.pcm");
        Files.write(pcm, bytes.array());
        return new Decoded(pcm, 2, 2, hertz.length, false, false);
    }

    /** Two words of 0.3 s with a pause of 0.2 s between them. */
    private static Utterance said(int second, int channel, Speaker speaker) {
        return new Utterance(
                "u" + second,
                "c",
                1,
                second,
                channel,
                0,
                speaker,
                "",
                Language.EN,
                OptionalDouble.of(second),
                OptionalDouble.of(second + 0.8),
                "too expensive",
                "",
                List.of(
                        new Word("too", second, second + 0.3, 1),
                        new Word("expensive", second + 0.5, second + 0.8, 1)));
    }

    private static List<VoiceMeasures> measure(
            Decoded sound, List<Utterance> utterances, VoiceEmotion emotion)
            throws IOException, InterruptedException {
        return VoiceMeter.measured(sound, utterances, emotion).stream()
                .map(Utterance::voiceMeasures)
                .toList();
    }

    @Test
    void aToneIsMeasuredAsItWasMade() throws IOException, InterruptedException {
        VoiceMeasures measures =
                measure(
                                sound(new double[] {150}, new double[] {0.5}),
                                List.of(said(0, 0, Speaker.CUSTOMER)),
                                VoiceEmotion.CUSTOMER)
                        .getFirst();

        assertThat(measures.medianPitchHertz().orElseThrow()).isCloseTo(150, within(1.0));
        assertThat(measures.pitchRangeSemitones().orElseThrow()).isLessThan(0.1);
        assertThat(measures.loudnessDecibels().orElseThrow()).isCloseTo(-9.0, within(0.1));
        assertThat(measures.articulationRate().orElseThrow())
                .as("4 syllables in 0.6 s of words")
                .isCloseTo(6.67, within(0.01));
        assertThat(measures.pauseRatio().orElseThrow()).isCloseTo(0.25, within(0.001));
        assertThat(measures.arousal()).as("of one utterance").isEmpty();
    }

    @Test
    void whoIsNotToBeReadForEmotionHasNoPitchAndNoArousal()
            throws IOException, InterruptedException {
        VoiceMeasures measures =
                measure(
                                sound(new double[] {150}, new double[] {0.5}),
                                List.of(said(0, 0, Speaker.REP)),
                                VoiceEmotion.CUSTOMER)
                        .getFirst();

        assertThat(measures.medianPitchHertz()).isEmpty();
        assertThat(measures.pitchRangeSemitones()).isEmpty();
        assertThat(measures.arousal()).isEmpty();
        assertThat(measures.loudnessDecibels()).isPresent();
    }

    @Test
    void aMuteChannelHasNoLevelAndNoPitch() throws IOException, InterruptedException {
        VoiceMeasures measures =
                measure(
                                sound(new double[] {150}, new double[] {0.5}),
                                List.of(said(0, 1, Speaker.CUSTOMER)),
                                VoiceEmotion.CUSTOMER)
                        .getFirst();

        assertThat(measures.loudnessDecibels()).isEmpty();
        assertThat(measures.medianPitchHertz()).isEmpty();
    }

    @Test
    void higherAndLouderThanUsualIsAroused() throws IOException, InterruptedException {
        int seconds = 12;
        double[] hertz = new double[seconds];
        double[] amplitudes = new double[seconds];
        List<Utterance> utterances = new ArrayList<>();
        for (int i = 0; i < seconds; i++) {
            boolean excited = i == 5;
            hertz[i] = excited ? 260 : 140 + 4 * (i % 3);
            amplitudes[i] = excited ? 0.8 : 0.1 + 0.01 * (i % 4);
            utterances.add(said(i, 0, Speaker.CUSTOMER));
        }
        utterances.set(
                3,
                new Utterance(
                        "u3",
                        "c",
                        1,
                        3,
                        0,
                        0,
                        Speaker.CUSTOMER,
                        "",
                        Language.EN,
                        OptionalDouble.of(3),
                        OptionalDouble.of(3.8),
                        "hm",
                        "",
                        List.of(new Word("hm", 3, 3.8, 1))));

        List<VoiceMeasures> measures =
                measure(sound(hertz, amplitudes), utterances, VoiceEmotion.CUSTOMER);

        assertThat(measures.get(5).arousal().orElseThrow()).isGreaterThan(1.5);
        assertThat(measures.get(3).arousal().orElseThrow()).as("slow").isLessThan(0);
        assertThat(measures.stream().mapToDouble(m -> m.arousal().orElseThrow()).sum())
                .as("the voice's own mean is 0, but for what is cut off")
                .isCloseTo(0, within(1.5));
    }
}
