package talktrack.ingest.transcribe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.ingest.decode.Decoded;

class PcmChannelTest {

    @TempDir Path folder;

    @Test
    void aChannelOfTwoIsReadInFramesOfWhichTheLastIsShorter() throws Exception {
        Decoded stereo = sound(2, Loudness.FRAME + 7);

        try (PcmChannel left = new PcmChannel(stereo, 0);
                PcmChannel right = new PcmChannel(stereo, 1)) {
            short[] first = left.next();
            assertThat(first).hasSize(Loudness.FRAME).startsWith((short) 0, (short) 2, (short) 4);
            assertThat(left.next()).hasSize(7).startsWith((short) (2 * Loudness.FRAME));
            assertThat(left.next()).isEmpty();
            assertThat(right.next()).startsWith((short) 1, (short) 3, (short) 5);
        }
    }

    @Test
    void framesAreNewArraysSinceTheGateKeepsThem() throws Exception {
        try (PcmChannel mono = new PcmChannel(sound(1, 2 * Loudness.FRAME), 0)) {
            short[] first = mono.next();
            mono.next();

            assertThat(first).startsWith((short) 0, (short) 1);
        }
    }

    @Test
    void halfASampleAtTheEndIsDropped() throws Exception {
        Path pcm = Files.write(folder.resolve("cut.pcm"), new byte[] {1, 0, 2, 0, 3});

        try (PcmChannel mono = new PcmChannel(new Decoded(pcm, 1, 1, 0, true, false), 0)) {
            assertThat(mono.next()).containsExactly(1, 2);
        }
    }

    /** Samples that count up. */
    private Decoded sound(int channels, int frames) throws Exception {
        ByteBuffer samples =
                ByteBuffer.allocate(frames * channels * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < frames * channels; i++) {
            samples.putShort((short) i);
        }
        Path pcm = Files.write(folder.resolve("sound.pcm"), samples.array());
        return new Decoded(pcm, channels, channels, frames / 16_000.0, false, false);
    }
}
