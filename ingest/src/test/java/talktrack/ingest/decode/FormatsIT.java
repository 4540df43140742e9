package talktrack.ingest.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.ingest.Progress;
import talktrack.ingest.UnreadableRecording;

/** Every format that phone systems, meeting programs and handsets record, under no telling name. */
class FormatsIT {

    private static final double SECONDS = 3;
    private static final double HERTZ = 440;

    @TempDir Path folder;

    private final Decoder decoder = new Decoder(Path.of("target/native").toAbsolutePath());

    @BeforeAll
    static void load() {
        Ffmpeg.load();
        avutil.av_log_set_level(avutil.AV_LOG_FATAL);
    }

    @ParameterizedTest(name = "{0} {1} {2} Hz, {3} channels")
    @CsvSource({
        "wav, pcm_u8, 8000, 1",
        "wav, pcm_s16le, 16000, 2",
        "wav, pcm_s24le, 48000, 2",
        "wav, pcm_s32le, 44100, 1",
        "wav, pcm_f32le, 16000, 1",
        "wav, pcm_f64le, 16000, 2",
        "wav, pcm_alaw, 8000, 2",
        "wav, pcm_mulaw, 8000, 2",
        "wav, adpcm_ima_wav, 8000, 1",
        "wav, adpcm_ms, 22050, 2",
        "w64, pcm_s16le, 16000, 1",
        "mp3, libmp3lame, 8000, 1",
        "mp3, libmp3lame, 44100, 2",
        "ipod, aac, 16000, 1",
        "ipod, aac, 48000, 2",
        "adts, aac, 44100, 1",
        "ogg, vorbis, 48000, 2",
        "ogg, libopus, 48000, 1",
        "flac, flac, 44100, 2",
        "webm, libopus, 48000, 2",
        "matroska, pcm_s16le, 16000, 1",
        "amr, libopencore_amrnb, 8000, 1",
        "amr, libvo_amrwbenc, 16000, 1",
        "3gp, libopencore_amrnb, 8000, 1",
        "asf, wmav2, 16000, 1",
        "aiff, pcm_s16be, 22050, 2",
        "au, pcm_mulaw, 8000, 1",
        "caf, pcm_s16le, 16000, 2",
        "mov+pictures, aac, 48000, 2",
        "mp4+pictures, aac, 44100, 1",
        "matroska+pictures, libopus, 48000, 1",
        "avi, libmp3lame, 44100, 2",
        "mpegts, aac, 48000, 1",
    })
    void aToneComesThrough(String muxer, String encoder, int sampleRate, int channels)
            throws Exception {
        Path file = folder.resolve("recording.bin");
        SoundWriter.write(file, muxer, encoder, sampleRate, channels, tone(sampleRate, channels));

        assertTone(decode(file, Optional.empty()), channels, 0.15);
    }

    @Test
    void sphereFilesOfSpeechCorporaAreRead() throws Exception {
        ByteBuffer sph = ByteBuffer.allocate(1024 + 2 * 8000 * 3).order(ByteOrder.LITTLE_ENDIAN);
        sph.put(
                """
                NIST_1A
                   1024
                channel_count -i 1
                sample_rate -i 8000
                sample_n_bytes -i 2
                sample_byte_format -s2 01
                sample_coding -s3 pcm
                sample_count -i 24000
                end_head
                """
                        .getBytes(StandardCharsets.US_ASCII));
        sph.position(1024);
        sph.asShortBuffer().put(tone(8000, 1));

        Decoded decoded =
                decode(Files.write(folder.resolve("call.sph"), sph.array()), Optional.empty());

        assertTone(decoded, 1, 0.01);
    }

    @ParameterizedTest
    @CsvSource({"s16le, pcm_s16le, 2", "mulaw, pcm_mulaw, 1", "alaw, pcm_alaw, 2"})
    void soundWithoutAHeaderIsReadAsDeclared(String encoding, String encoder, int channels)
            throws Exception {
        Path file = folder.resolve("recording.wav");
        String muxer = encoding;
        SoundWriter.write(file, muxer, encoder, 8000, channels, tone(8000, channels));

        Decoded decoded =
                decode(file, Optional.of(RawSound.parse("8000," + channels + "," + encoding)));

        assertTone(decoded, channels, 0.01);
    }

    @Test
    void soundWithoutAHeaderIsRefusedUntilDeclared() {
        Path file = folder.resolve("recording.wav");
        SoundWriter.write(file, "s16le", "pcm_s16le", 8000, 1, tone(8000, 1));

        assertThatThrownBy(() -> decode(file, Optional.empty()))
                .isInstanceOf(UnreadableRecording.class);
    }

    private static short[] tone(int sampleRate, int channels) {
        int frames = (int) (SECONDS * sampleRate);
        short[] samples = new short[frames * channels];
        for (int i = 0; i < samples.length; i++) {
            double angle = 2 * Math.PI * HERTZ * (i / channels) / sampleRate;
            samples[i] = (short) (12_000 * Math.sin(angle));
        }
        return samples;
    }

    private Decoded decode(Path file, Optional<RawSound> raw) throws Exception {
        return decoder.decode(
                file, raw, folder.resolve("samples.pcm"), 2, Optional.empty(), Progress.NONE);
    }

    private static void assertTone(Decoded decoded, int channels, double tolerance)
            throws Exception {
        assertThat(decoded.channels()).isEqualTo(channels);
        assertThat(decoded.damaged()).isFalse();
        assertThat(decoded.seconds()).isCloseTo(SECONDS, within(tolerance));
        short[] samples = samples(decoded);
        int crossings = 0;
        int from = Decoded.SAMPLE_RATE / 2;
        int to = 5 * Decoded.SAMPLE_RATE / 2;
        for (int i = from + 1; i < to; i++) {
            if (samples[i - 1] < 0 && samples[i] >= 0) {
                crossings++;
            }
        }
        assertThat(crossings / 2.0)
                .as("Hertz, by the rises through zero of 2 s")
                .isCloseTo(HERTZ, within(3.0));
    }

    private static short[] samples(Decoded decoded) throws Exception {
        ByteBuffer bytes =
                ByteBuffer.wrap(Files.readAllBytes(decoded.pcm())).order(ByteOrder.LITTLE_ENDIAN);
        short[] first = new short[bytes.capacity() / Short.BYTES / decoded.channels()];
        for (int i = 0; i < first.length; i++) {
            first[i] = bytes.getShort(i * decoded.channels() * Short.BYTES);
        }
        return first;
    }
}
