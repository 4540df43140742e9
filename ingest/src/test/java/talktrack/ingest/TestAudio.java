package talktrack.ingest;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.function.IntToDoubleFunction;

/** Sound for tests: real clips that lie beside the project, and generated files. */
public final class TestAudio {

    private TestAudio() {}

    /**
     * A real clip; the test is skipped, saying so, where the collection is missing. It is sought in
     * the folder that the system property {@code talktrack.test.audio} names, and as {@code
     * shared/audio} in every folder above.
     */
    public static Path clip(String name) {
        Path clip = folder().resolve(name);
        assumeTrue(
                Files.exists(clip),
                () -> "skipped: no test clip " + name + "; set -Dtalktrack.test.audio=FOLDER");
        return clip;
    }

    private static Path folder() {
        String stated = System.getProperty("talktrack.test.audio");
        if (stated != null) {
            return Path.of(stated);
        }
        for (Path above = Path.of("").toAbsolutePath(); above != null; above = above.getParent()) {
            Path folder = above.resolve("shared/audio");
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        return Path.of("shared/audio");
    }

    /**
     * A WAV file of 16 bits; the wave tells each frame's sample, −1…1, the same on all channels.
     */
    public static Path wav(
            Path file, int sampleRate, int channels, double seconds, IntToDoubleFunction wave)
            throws IOException {
        short[] samples = new short[(int) (seconds * sampleRate)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (32767 * wave.applyAsDouble(i));
        }
        return wav(
                file, sampleRate, Collections.nCopies(channels, samples).toArray(short[][]::new));
    }

    /** A WAV file of 16 bits with these samples on each channel. */
    public static Path wav(Path file, int sampleRate, short[]... channels) throws IOException {
        int frames = channels[0].length;
        int frameBytes = channels.length * 2;
        int bytes = frames * frameBytes;
        ByteBuffer wav = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes()).putInt(36 + bytes).put("WAVEfmt ".getBytes()).putInt(16);
        wav.putShort((short) 1).putShort((short) channels.length).putInt(sampleRate);
        wav.putInt(sampleRate * frameBytes).putShort((short) frameBytes).putShort((short) 16);
        wav.put("data".getBytes()).putInt(bytes);
        for (int i = 0; i < frames; i++) {
            for (short[] channel : channels) {
                wav.putShort(channel[i]);
            }
        }
        return Files.write(file, wav.array());
    }

    /** A tone of half the greatest loudness. */
    public static IntToDoubleFunction tone(double hertz, int sampleRate) {
        return i -> 0.5 * Math.sin(2 * Math.PI * hertz * i / sampleRate);
    }
}
