package talktrack.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import talktrack.ingest.decode.Decoded;
import talktrack.ingest.diarize.Sound;

/** One channel of decoded sound, read where it is needed, best in order of time. */
final class PcmSound implements Sound, AutoCloseable {

    private static final int BUFFERED_SAMPLES = 1 << 15;

    private final FileChannel file;
    private final int channels;
    private final int channel;
    private final ByteBuffer buffer;
    private long first = -1;

    PcmSound(Decoded sound, int channel) throws IOException {
        file = FileChannel.open(sound.pcm());
        channels = sound.channels();
        this.channel = channel;
        buffer =
                ByteBuffer.allocate(BUFFERED_SAMPLES * channels * Short.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .limit(0);
    }

    @Override
    public void read(long firstSample, double[] into) throws IOException {
        Arrays.fill(into, 0);
        int skip = Math.clamp(-firstSample, 0, into.length);
        long from = firstSample + skip;
        int wanted = into.length - skip;
        for (int done = 0; done < wanted; ) {
            if (first < 0 || from + done < first || from + done >= first + buffered()) {
                fill(from + done);
                if (buffered() == 0) {
                    return; // beyond the end
                }
            }
            int start = (int) (from + done - first);
            int count = Math.min(wanted - done, buffered() - start);
            for (int i = 0; i < count; i++) {
                into[skip + done + i] =
                        buffer.getShort(((start + i) * channels + channel) * Short.BYTES);
            }
            done += count;
        }
    }

    /** How loud a stretch is. */
    double decibels(double startSeconds, double endSeconds) throws IOException {
        double[] samples =
                new double[(int) ((endSeconds - startSeconds) * Decoded.SAMPLE_RATE) + 1];
        read((long) (startSeconds * Decoded.SAMPLE_RATE), samples);
        return 10 * Math.log10(1 + Arrays.stream(samples).map(s -> s * s).sum() / samples.length);
    }

    private int buffered() {
        return buffer.limit() / channels / Short.BYTES;
    }

    private void fill(long from) throws IOException {
        buffer.clear();
        long position = from * channels * Short.BYTES;
        while (buffer.hasRemaining() && file.read(buffer, position + buffer.position()) > 0) {
            // until the buffer is full or the sound at its end
        }
        buffer.flip();
        first = from;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
