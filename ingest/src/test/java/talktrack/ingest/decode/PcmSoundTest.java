package talktrack.ingest.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PcmSoundTest {

    private static final int FRAMES = 100_000;

    @TempDir Path folder;

    @Test
    void aChannelIsReadAnywhereAndIsSilentBeyondItsEnds() throws Exception {
        try (PcmSound second = new PcmSound(sound(), 1)) {
            double[] samples = new double[4];
            second.read(-2, samples);
            assertThat(samples).containsExactly(0, 0, 0, -1);
            second.read(70_000, samples);
            assertThat(samples)
                    .containsExactly(
                            (short) -70_000, (short) -70_001, (short) -70_002, (short) -70_003);
            second.read(FRAMES - 1, samples);
            assertThat(samples).containsExactly((short) -(FRAMES - 1), 0, 0, 0);
        }
    }

    @Test
    void samplesEndWithTheSound() throws Exception {
        try (PcmSound first = new PcmSound(sound(), 0)) {
            assertThat(first.samples(5, 3)).containsExactly((short) 5, (short) 6, (short) 7);
            assertThat(first.samples(FRAMES - 2, 3)).hasSize(2);
            assertThat(first.samples(FRAMES + 2, 3)).isEmpty();
        }
    }

    @Test
    void whoIsToldToStopReadsNoFurther() throws Exception {
        try (PcmSound first = new PcmSound(sound(), 0)) {
            Thread.currentThread().interrupt();

            assertThatExceptionOfType(InterruptedException.class)
                    .isThrownBy(() -> first.read(0, new double[10]));
            assertThat(Thread.interrupted()).as("told once").isFalse();
        }
    }

    /** Counts up on the first channel and down on the second one. */
    private Decoded sound() throws Exception {
        ByteBuffer pcm = ByteBuffer.allocate(4 * FRAMES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < FRAMES; i++) {
            pcm.putShort((short) i).putShort((short) -i);
        }
        Path file = Files.write(folder.resolve("sound.pcm"), pcm.array());
        return new Decoded(file, 2, 2, (double) FRAMES / Decoded.SAMPLE_RATE, false, false);
    }
}
