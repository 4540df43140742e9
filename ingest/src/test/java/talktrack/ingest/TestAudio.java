package talktrack.ingest;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
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
        int frames = (int) (seconds * sampleRate);
        int bytes = frames * channels * 2;
        ByteBuffer wav = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes()).putInt(36 + bytes).put("WAVEfmt ".getBytes()).putInt(16);
        wav.putShort((short) 1).putShort((short) channels).putInt(sampleRate);
        wav.putInt(sampleRate * channels * 2).putShort((short) (channels * 2)).putShort((short) 16);
        wav.put("data".getBytes()).putInt(bytes);
        for (int i = 0; i < frames; i++) {
            for (int c = 0; c < channels; c++) {
                wav.putShort((short) (32767 * wave.applyAsDouble(i)));
            }
        }
        return Files.write(file, wav.array());
    }

    /** A tone of half the greatest loudness. */
    public static IntToDoubleFunction tone(double hertz, int sampleRate) {
        return i -> 0.5 * Math.sin(2 * Math.PI * hertz * i / sampleRate);
    }
}
