package talktrack.ingest.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static talktrack.ingest.TestAudio.clip;
import static talktrack.ingest.TestAudio.tone;
import static talktrack.ingest.TestAudio.wav;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.ingest.Progress;
import talktrack.ingest.UnreadableRecording;
import talktrack.models.labels.FailureKind;

class DecoderIT {

    @TempDir Path folder;

    private final Decoder decoder = new Decoder(Path.of("target/native").toAbsolutePath());

    @ParameterizedTest
    @CsvSource({
        "formats/azure_whatstheweatherlike.mp3, 1, 2.1",
        "formats/azure_whatstheweatherlike_mulaw.wav, 1, 2.03",
        "formats/fw_jfk.flac, 2, 11.0",
        "derived/google_commercial.m4a, 1, 45.3",
        "derived/google_commercial.ogg, 1, 45.3",
        "calls_mono/ami_meeting_dev00_30s_f32.wav, 1, 30.0",
        "calls_stereo/google_multi_en_es_44k.wav, 2, 5.155",
        "derived/aws_auto_repairs_40_stereo.mp3, 2, 245.5",
    })
    void realFormatsBecomeSamplesOfTheirLength(String name, int channels, double seconds)
            throws Exception {
        Decoded decoded = decode(clip(name), false);

        assertThat(decoded.channels()).isEqualTo(channels);
        assertThat(decoded.seconds()).isCloseTo(seconds, within(0.2));
        assertThat(Files.size(decoded.pcm()))
                .isEqualTo(Math.round(decoded.seconds() * 16_000) * 2 * channels);
        assertThat(decoded.damaged()).isFalse();
    }

    @Test
    void aCopyOnBothChannelsIsSeen() throws Exception {
        assertThat(decode(clip("formats/fw_jfk.flac"), false).sameSound()).isTrue();
        assertThat(decode(clip("derived/duet_A_stereo_8k_mulaw.wav"), false).sameSound()).isFalse();
    }

    @Test
    void moreThanTwoChannelsAreMixedDownToOne() throws Exception {
        Path six = wav(folder.resolve("six.wav"), 48_000, 6, 0.5, tone(440, 48_000));

        Decoded decoded = decode(six, false);

        assertThat(decoded.channels()).isEqualTo(1);
        assertThat(decoded.sourceChannels()).isEqualTo(6);
        assertThat(decoded.seconds()).isCloseTo(0.5, within(0.01));
    }

    @Test
    void thePlaybackCopyHasItsIndexInFrontAndIsSoundAgain() throws Exception {
        Path stereo = wav(folder.resolve("a b.wav"), 44_100, 2, 3, tone(440, 44_100));

        decode(stereo, true);

        Path playback = folder.resolve("playback-1.m4a");
        String boxes = boxes(Files.readAllBytes(playback));
        assertThat(boxes).startsWith("ftyp moov").contains("mdat");
        assertThat(Files.size(playback)).isLessThan(3 * 48_000 / 8 * 2);
        Decoded again = decode(playback, false);
        assertThat(again.channels()).isEqualTo(2);
        assertThat(again.seconds()).isCloseTo(3.0, within(0.1));
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.endsWith(".part"));
        }
    }

    @Test
    void whatNobodyShallHearIsNotInThePlaybackCopyOnAnyChannel() throws Exception {
        Path stereo = wav(folder.resolve("call.wav"), 16_000, 2, 8, tone(440, 16_000));
        decode(stereo, true);
        Path playback = folder.resolve("playback-1.m4a");

        decoder.hide(
                stereo,
                Optional.empty(),
                pcm(),
                2,
                playback,
                List.of(new HiddenSound(5, 5.5), new HiddenSound(2, 3), new HiddenSound(2.5, 3.5)));

        Decoded again = decode(playback, false);
        assertThat(again.seconds()).isCloseTo(8.0, within(0.1));
        for (int channel = 0; channel < 2; channel++) {
            assertThat(strength(again, channel, 0.2, 1.8)).isCloseTo(0.5, within(0.05));
            assertThat(strength(again, channel, 1.9, 3.6)).isLessThan(0.005);
            assertThat(strength(again, channel, 3.8, 4.8)).isCloseTo(0.5, within(0.05));
            assertThat(strength(again, channel, 4.9, 5.6)).isLessThan(0.005);
            assertThat(strength(again, channel, 5.8, 7.8)).isCloseTo(0.5, within(0.05));
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.endsWith(".hidden"));
        }
    }

    /** How strong the tone of 440 Hz is, 0…1. */
    private static double strength(Decoded sound, int channel, double from, double to)
            throws IOException, InterruptedException {
        double[] samples = new double[(int) ((to - from) * Decoded.SAMPLE_RATE)];
        try (PcmSound pcm = new PcmSound(sound, channel)) {
            pcm.read(Math.round(from * Decoded.SAMPLE_RATE), samples);
        }
        double sine = 0;
        double cosine = 0;
        for (int i = 0; i < samples.length; i++) {
            double phase = 2 * Math.PI * 440 * i / Decoded.SAMPLE_RATE;
            sine += samples[i] * Math.sin(phase);
            cosine += samples[i] * Math.cos(phase);
        }
        return 2 * Math.hypot(sine, cosine) / samples.length / 32768;
    }

    @Test
    void anEmptyFileIsRefusedWithASentence() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.wav"));
        assertRefused(empty, FailureKind.EMPTY_FILE, "This file is empty (0 bytes)");
    }

    @Test
    void textIsRefusedWhateverItsName() throws Exception {
        Path text = Files.writeString(folder.resolve("text.wav"), "Dear all,\nwe met — 你好\n");
        assertRefused(text, FailureKind.NOT_A_RECORDING, "This file is text, not a recording");
    }

    @Test
    void aRecordingOfNoLengthIsRefused() throws Exception {
        Path none = wav(folder.resolve("none.wav"), 8000, 1, 0, i -> 0);
        assertRefused(none, FailureKind.EMPTY_FILE, "0 seconds long");
    }

    @Test
    void aHeaderThatClaimsOneSampleASecondDoesNotBecomeHoursOfNoise() throws Exception {
        Path slow = wav(folder.resolve("slow.wav"), 1, 1, 8000, i -> i % 2 * 0.5);
        assertRefused(slow, FailureKind.NOT_A_RECORDING, "too few for speech");
    }

    @Test
    void randomBytesAreRefused() throws Exception {
        byte[] bytes = new byte[100_000];
        new Random(1).nextBytes(bytes);
        Path random = Files.write(folder.resolve("random.mp3"), bytes);
        assertRefused(random, FailureKind.NOT_A_RECORDING, "no recording that can be read");
    }

    @Test
    void aTruncatedM4aIsToldApart() throws Exception {
        byte[] whole = Files.readAllBytes(clip("derived/google_commercial.m4a"));
        Path half = Files.write(folder.resolve("half.m4a"), Arrays.copyOf(whole, whole.length / 2));
        assertRefused(half, FailureKind.NOT_A_RECORDING, "incomplete: its index");
    }

    @Test
    void aTruncatedWavGivesWhatIsThere() throws Exception {
        byte[] whole = Files.readAllBytes(wav(folder.resolve("w.wav"), 8000, 1, 9, i -> 0.1));
        Path half = Files.write(folder.resolve("half.wav"), Arrays.copyOf(whole, 60_000));

        Decoded decoded = decode(half, false);

        assertThat(decoded.seconds()).isCloseTo(3.75, within(0.1));
    }

    @Test
    void aVideoWithoutSoundIsRefused() throws Exception {
        Path video = folder.resolve("silent.webm");
        SilentVideo.write(video);
        assertRefused(video, FailureKind.NO_AUDIO_TRACK, "picture track but no sound");
    }

    @Test
    void tooLongARecordingIsStopped() throws Exception {
        Path sound = wav(folder.resolve("long.wav"), 8000, 1, 20, i -> 0.1);
        Limits tenSeconds = new Limits(10, Duration.ofMinutes(1), Duration.ofMinutes(1), 1L << 30);
        Decoder strict =
                new Decoder(
                        Path.of("target/native").toAbsolutePath(),
                        tenSeconds,
                        DecoderProcess.class.getName());
        assertThatThrownBy(() -> decode(strict, sound))
                .isInstanceOfSatisfying(
                        UnreadableRecording.class,
                        e -> assertThat(e.kind()).isEqualTo(FailureKind.TOO_LONG));
    }

    @ParameterizedTest
    @CsvSource({"crash, 60, SIGSEGV", "hang, 2, no sign of life", "exit, 60, exit code 7"})
    void aBrokenDecoderCostsTheFileAndNotThisProcess(String how, int patienceSeconds, String cause)
            throws Exception {
        Path sound = wav(folder.resolve(how + ".wav"), 8000, 1, 1, i -> 0.1);
        Limits impatient =
                new Limits(
                        60, Duration.ofMinutes(1), Duration.ofSeconds(patienceSeconds), 1L << 30);
        Decoder broken =
                new Decoder(
                        Path.of("target/native").toAbsolutePath(),
                        impatient,
                        BrokenDecoder.class.getName());
        assertThatThrownBy(() -> decode(broken, sound))
                .isInstanceOfSatisfying(
                        UnreadableRecording.class,
                        e -> {
                            assertThat(e.kind()).isEqualTo(FailureKind.DECODER_STOPPED);
                            assertThat(e.technicalCause()).contains(cause);
                        });
    }

    @Test
    void aDecoderIsToldNoKeys() throws Exception {
        assertThat(System.getenv()).as("set by the build").containsKey("TALKTRACK_TEST_KEY");
        Path sound = wav(folder.resolve("tell.wav"), 8000, 1, 1, i -> 0.1);
        Decoder telling =
                new Decoder(
                        Path.of("target/native").toAbsolutePath(),
                        Limits.USUAL,
                        BrokenDecoder.class.getName());
        assertThatThrownBy(() -> decode(telling, sound))
                .isInstanceOfSatisfying(
                        UnreadableRecording.class,
                        e ->
                                assertThat(e.technicalCause())
                                        .contains("told [")
                                        .doesNotContain("TALKTRACK_TEST_KEY"));
    }

    private void assertRefused(Path file, FailureKind kind, String reason) {
        assertThatThrownBy(() -> decode(file, true))
                .isInstanceOfSatisfying(
                        UnreadableRecording.class,
                        e -> {
                            assertThat(e.kind()).isEqualTo(kind);
                            assertThat(e.reason()).contains(reason);
                            assertThat(e.technicalCause()).startsWith("decode: ");
                        });
        assertThat(folder.resolve("playback-1.m4a")).doesNotExist();
    }

    private Decoded decode(Path file, boolean playback)
            throws IOException, UnreadableRecording, InterruptedException {
        return decoder.decode(
                file,
                Optional.empty(),
                pcm(),
                2,
                playback ? Optional.of(folder.resolve("playback-1.m4a")) : Optional.empty(),
                Progress.NONE);
    }

    private Decoded decode(Decoder other, Path file)
            throws IOException, UnreadableRecording, InterruptedException {
        return other.decode(file, Optional.empty(), pcm(), 2, Optional.empty(), Progress.NONE);
    }

    private Path pcm() {
        return folder.resolve("samples.pcm");
    }

    /** Names of an MP4 file's outer boxes. */
    private static String boxes(byte[] mp4) {
        StringBuilder names = new StringBuilder();
        ByteBuffer bytes = ByteBuffer.wrap(mp4);
        for (int at = 0; at + 8 <= mp4.length; at += bytes.getInt(at)) {
            names.append(new String(mp4, at + 4, 4, StandardCharsets.ISO_8859_1)).append(' ');
        }
        return names.toString();
    }
}
