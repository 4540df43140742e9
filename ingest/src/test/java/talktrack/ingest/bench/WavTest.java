package talktrack.ingest.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.ingest.decode.Decoded;

class WavTest {

    @TempDir Path folder;

    @Test
    void piecesOfBothChannelsStandOneAfterTheOther() throws Exception {
        int frames = 2 * Decoded.SAMPLE_RATE;
        ByteBuffer samples = ByteBuffer.allocate(4 * frames).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < frames; i++) {
            samples.putShort((short) 11).putShort((short) 22);
        }
        Path pcm = Files.write(folder.resolve("two.pcm"), samples.array());
        Path file = folder.resolve("one.wav");

        double seconds =
                Wav.write(
                        file,
                        new Decoded(pcm, 2, 2, 2, false, false),
                        List.of(new Wav.Piece(0, -0.1, 0.5), new Wav.Piece(1, 1.5, 9)));

        ByteBuffer wav = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(seconds).as("cut off at the ends of the sound").isEqualTo(1);
        assertThat(wav.getShort(44)).isEqualTo((short) 11);
        assertThat(wav.getShort(wav.limit() - 2)).isEqualTo((short) 22);
        assertThat(wav.limit()).isEqualTo(44 + 2 * Decoded.SAMPLE_RATE);
        assertThat(wav.getInt(40)).as("bytes of samples").isEqualTo(2 * Decoded.SAMPLE_RATE);
    }
}
