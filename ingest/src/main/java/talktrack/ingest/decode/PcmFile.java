package talktrack.ingest.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes samples to a file, and tells whether two channels say the same. */
final class PcmFile implements AutoCloseable {

    /** The difference of two copies that a lossy codec made is weaker than this share. */
    private static final double SAME_SOUND = 0.003;

    private final FileChannel file;
    private ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    private long samples;
    private double energy;
    private double differenceEnergy;

    PcmFile(Path path) throws IOException {
        file =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
    }

    void write(short[] interleaved, int frames, int channels) throws IOException {
        int count = frames * channels;
        if (buffer.capacity() < count * Short.BYTES) {
            buffer = ByteBuffer.allocateDirect(count * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        }
        buffer.clear();
        buffer.asShortBuffer().put(interleaved, 0, count);
        buffer.limit(count * Short.BYTES);
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
        samples += frames;
        if (channels == 2) {
            for (int i = 0; i < count; i += 2) {
                double left = interleaved[i];
                double right = interleaved[i + 1];
                energy += left * left + right * right;
                differenceEnergy += (left - right) * (left - right);
            }
        }
    }

    /** Samples of each channel so far. */
    long samples() {
        return samples;
    }

    boolean sameSound() {
        return energy > 0 && differenceEnergy < SAME_SOUND * energy;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
