package talktrack.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.ingest.decode.Decoded;
import talktrack.ingest.decode.Decoder;
import talktrack.ingest.diarize.SpeakerErrors;
import talktrack.models.demonstration.Demonstration;
import talktrack.models.events.Utterance;
import talktrack.models.labels.Caution;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.SourceMode;
import talktrack.models.labels.Speaker;

/**
 * The start of one of the demonstration's recordings, two voices of one sex: as it is, mixed into
 * one channel, and with each side heard on the other one's channel.
 */
class SpeakersIT {

    private static final double MOST_CONFUSION = 0.05;
    private static final int SECONDS = 100;

    @TempDir static Path data;

    private static RecordingReader reader;
    private static short[] left;
    private static short[] right;
    private static Transcript clean;

    @BeforeAll
    static void readTheCleanCall() throws Exception {
        reader = new RecordingReader(data);
        Demonstration.Call call =
                Demonstration.calls().stream()
                        .filter(c -> c.file().endsWith("red-barn-furniture.flac"))
                        .findFirst()
                        .orElseThrow();
        Path file = data.resolve("call.flac");
        try (InputStream in = Demonstration.open(call)) {
            Files.copy(in, file);
        }
        Path pcm = data.resolve("call.pcm");
        Decoded sound =
                new Decoder(data.resolve("native"))
                        .decode(file, Optional.empty(), pcm, 2, Optional.empty(), Progress.NONE);
        assertThat(sound.channels()).isEqualTo(2);
        ByteBuffer samples =
                ByteBuffer.wrap(Files.readAllBytes(pcm)).order(ByteOrder.LITTLE_ENDIAN);
        left = new short[SECONDS * Decoded.SAMPLE_RATE];
        right = new short[left.length];
        for (int i = 0; i < left.length; i++) {
            left[i] = samples.getShort(4 * i);
            right[i] = samples.getShort(4 * i + 2);
        }
        clean = read(wav("clean.wav", left, right), call.channels());
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    @Test
    void onOneChannelTheVoicesAreToldApartAndTheRepIsGuessed() throws Exception {
        short[] mixed = new short[left.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (short) ((left[i] + right[i]) / 2);
        }

        Transcript told = read(wav("mono.wav", mixed), ChannelLayout.AUTO);

        assertThat(told.end().mode()).isEqualTo(SourceMode.MONO);
        assertThat(told.end().speakers().voices()).isEqualTo(2);
        assertThat(told.end().speakers().errorShare().getAsDouble())
                .isLessThan(SharedChannel.MOST_ERROR);
        assertThat(told.end().speakers().repConfidence().getAsDouble()).isGreaterThan(0.6);
        assertThat(told.end().cautions())
                .contains(Caution.TOLD_BY_VOICE, Caution.REP_GUESSED)
                .doesNotContain(Caution.MONO, Caution.SPEAKERS_UNSURE);
        SpeakerErrors errors =
                SpeakerErrors.between(
                        SpeakerMeasure.turns(clean.utterances()),
                        SpeakerMeasure.turns(told.utterances()),
                        SpeakerErrors.USUAL_COLLAR_SECONDS);
        assertThat(errors.confusionRate()).isLessThan(MOST_CONFUSION);
        assertThat(secondsOf(Speaker.REP, told))
                .as("the rep is the rep")
                .isBetween(
                        0.85 * secondsOf(Speaker.REP, clean), 1.15 * secondsOf(Speaker.REP, clean));
    }

    @Test
    void crossTalkIsWrittenDownOnce() throws Exception {
        Path file =
                wav(
                        "cross-talk.wav",
                        plus(left, echo(right, -20, 60)),
                        plus(right, echo(left, -15, 30)));

        Transcript heard = read(file, ChannelLayout.CUSTOMER_REP);

        assertThat(heard.end().mode()).isEqualTo(SourceMode.STEREO);
        assertThat(heard.end().cautions()).contains(Caution.CROSS_TALK);
        assertThat(clean.end().cautions()).doesNotContain(Caution.CROSS_TALK);
        assertThat(words(heard, 0)).as("the customer's").isBetween(few(0), many(0));
        assertThat(words(heard, 1)).as("the rep's").isBetween(few(1), many(1));
    }

    @Test
    void aQuieterNoisyCopyIsTheSameSound() throws Exception {
        short[] copy = new short[left.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = (short) (0.7 * right[i] + (i * 7919L % 61 - 30));
        }

        Transcript heard = read(wav("copy.wav", right, copy), ChannelLayout.AUTO);

        assertThat(heard.end().mode()).isEqualTo(SourceMode.FAKE_STEREO);
        assertThat(heard.end().channels()).isEqualTo(2);
        assertThat(heard.end().speakers().voices()).as("one side alone").isEqualTo(1);
        assertThat(heard.end().speakers().repConfidence()).isEqualTo(OptionalDouble.empty());
        assertThat(heard.end().cautions()).contains(Caution.MONO);
        assertThat(heard.utterances()).extracting(Utterance::speaker).containsOnly(Speaker.UNKNOWN);
    }

    private static Transcript read(Path file, ChannelLayout channels) throws Exception {
        return reader.read(
                ReadRequest.oneShot(file, Optional.empty(), channels, "", ""), Progress.NONE);
    }

    private static int few(int channel) {
        return (int) (0.93 * words(clean, channel));
    }

    private static int many(int channel) {
        return (int) (1.07 * words(clean, channel)) + 1;
    }

    private static int words(Transcript transcript, int channel) {
        return transcript.utterances().stream()
                .filter(said -> said.channel() == channel)
                .mapToInt(said -> said.words().size())
                .sum();
    }

    private static double secondsOf(Speaker speaker, Transcript transcript) {
        return transcript.utterances().stream()
                .filter(said -> said.speaker() == speaker)
                .mapToDouble(said -> said.durationSeconds().getAsDouble())
                .sum();
    }

    /** Weaker, later and duller. */
    private static short[] echo(short[] samples, double decibels, double milliseconds) {
        short[] echo = new short[samples.length];
        int delay = (int) (milliseconds / 1000 * Decoded.SAMPLE_RATE);
        double smoothed = 0;
        for (int i = delay; i < echo.length; i++) {
            smoothed += 0.5 * (samples[i - delay] - smoothed);
            echo[i] = (short) (Math.pow(10, decibels / 20) * smoothed);
        }
        return echo;
    }

    private static short[] plus(short[] one, short[] other) {
        short[] sum = new short[one.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (short) Math.clamp(one[i] + other[i], Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return sum;
    }

    private static Path wav(String name, short[]... channels) throws IOException {
        return TestAudio.wav(data.resolve(name), Decoded.SAMPLE_RATE, channels);
    }
}
