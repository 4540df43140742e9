package talktrack.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.ingest.decode.Decoded;
import talktrack.ingest.decode.PcmSound;

class CrossTalkTest {

    private static final int RATE = Decoded.SAMPLE_RATE;
    private static final int SECONDS = 60;
    private static final int QUIET_SECONDS = 12;

    @TempDir Path folder;

    /** Longer than what is written at a time. */
    @Test
    void aLongEchoIsSilencedFromEndToEndAndTheOtherChannelKept() throws Exception {
        Decoded sound = noiseWithEcho();
        byte[] before = Files.readAllBytes(sound.pcm());

        assertThat(CrossTalk.silence(sound)).isTrue();

        try (PcmSound first = new PcmSound(sound, 0);
                PcmSound second = new PcmSound(sound, 1)) {
            int count = (SECONDS - QUIET_SECONDS - 1) * RATE;
            assertThat(second.samples((QUIET_SECONDS + 1) * RATE, count))
                    .hasSize(count)
                    .containsOnly((short) 0);
            ByteBuffer was = ByteBuffer.wrap(before).order(ByteOrder.LITTLE_ENDIAN);
            short[] kept = first.samples(0, SECONDS * RATE);
            for (int i = 0; i < kept.length; i++) {
                assertThat(kept[i]).isEqualTo(was.getShort(4 * i));
            }
        }
        assertThat(sound.pcm()).hasSize(before.length);
    }

    private Decoded noiseWithEcho() throws Exception {
        Random random = new Random(1);
        ByteBuffer pcm = ByteBuffer.allocate(4 * SECONDS * RATE).order(ByteOrder.LITTLE_ENDIAN);
        short[] noise = new short[SECONDS * RATE];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (short) (i < QUIET_SECONDS * RATE ? 0 : 3000 * random.nextGaussian());
            pcm.putShort(noise[i]).putShort((short) (0.1 * noise[Math.max(0, i - RATE / 50)]));
        }
        return new Decoded(
                Files.write(folder.resolve("noise.pcm"), pcm.array()), 2, 2, SECONDS, false, false);
    }
}
