package talktrack.ingest.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes samples to a file, and tells whether two channels say the same. */
final class PcmFile implements AutoCloseable {

    /**
     * Copies correlate this much, whatever the gain of each: a lossy codec leaves 0.997, noise 15
     * dB below the speech 0.97. Two sides of a call that hear each other 12 dB weaker have 0.5.
     */
    private static final double SAME_SOUND = 0.96;

    /** A copy that is weaker than this is no good to listen to; the louder channel is sought. */
    private static final double WEAKEST_COPY = 0.1;

    private final FileChannel file;
    private ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    private long samples;
    private double leftEnergy;
    private double rightEnergy;
    private double productEnergy;

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
                leftEnergy += left * left;
                rightEnergy += right * right;
                productEnergy += left * right;
            }
        }
    }

    /** Samples of each channel so far. */
    long samples() {
        return samples;
    }

    boolean sameSound() {
        return productEnergy > SAME_SOUND * Math.sqrt(leftEnergy * rightEnergy)
                && leftEnergy > WEAKEST_COPY * rightEnergy;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
