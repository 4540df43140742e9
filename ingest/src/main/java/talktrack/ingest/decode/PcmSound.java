package talktrack.ingest.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/**
 * One channel of decoded sound, read where it is needed, best in order of time. Reading two seconds
 * at a time, it is also where whoever works through hours of sound notices that he is to stop.
 */
public final class PcmSound implements AutoCloseable {

    private static final int BUFFERED_SAMPLES = 1 << 15;

    private final FileChannel file;
    private final int channels;
    private final int channel;
    private final ByteBuffer buffer;
    private long first = -1;

    public PcmSound(Decoded sound, int channel) throws IOException {
        file = FileChannel.open(sound.pcm());
        channels = sound.channels();
        this.channel = channel;
        buffer =
                ByteBuffer.allocate(BUFFERED_SAMPLES * channels * Short.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .limit(0);
    }

    /**
     * Fills in the samples from this one on, −32768…32767; zeros before the start and beyond the
     * end.
     */
    public void read(long firstSample, double[] into) throws IOException, InterruptedException {
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

    /** So many samples from this one on, or as many as there are before the end. */
    public short[] samples(long firstSample, int most) throws IOException, InterruptedException {
        long all = file.size() / channels / Short.BYTES;
        double[] values = new double[(int) Math.clamp(all - firstSample, 0, (long) most)];
        read(firstSample, values);
        short[] samples = new short[values.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) values[i];
        }
        return samples;
    }

    private int buffered() {
        return buffer.limit() / channels / Short.BYTES;
    }

    private void fill(long from) throws IOException, InterruptedException {
        buffer.clear();
        long position = from * channels * Short.BYTES;
        try {
            while (buffer.hasRemaining() && file.read(buffer, position + buffer.position()) > 0) {
                // until the buffer is full or the sound at its end
            }
        } catch (ClosedByInterruptException e) {
            Thread.interrupted(); // told by the exception from here on
            throw new InterruptedException("reading sound was stopped");
        }
        buffer.flip();
        first = from;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
