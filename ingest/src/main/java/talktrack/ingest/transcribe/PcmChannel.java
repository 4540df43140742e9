package talktrack.ingest.transcribe;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import talktrack.ingest.decode.Decoded;

/** One channel of decoded sound, read frame by frame. */
final class PcmChannel implements AutoCloseable {

    private final InputStream in;
    private final int channels;
    private final int channel;
    private final byte[] bytes;
    private int frame;

    PcmChannel(Decoded sound, int channel) throws IOException {
        in = new BufferedInputStream(Files.newInputStream(sound.pcm()), 1 << 16);
        channels = sound.channels();
        this.channel = channel;
        bytes = new byte[Loudness.FRAME * channels * Short.BYTES];
    }

    /**
     * Goes on at a later frame.
     *
     * @throws EOFException when the sound ends before it
     */
    void skipTo(int wanted) throws IOException {
        in.skipNBytes((long) (wanted - frame) * bytes.length);
        frame = wanted;
    }

    /** The next frame, a new array; the last one may be shorter; empty at the end. */
    short[] next() throws IOException {
        int read = in.readNBytes(bytes, 0, bytes.length);
        short[] samples = new short[read / (channels * Short.BYTES)];
        ByteBuffer interleaved = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = interleaved.getShort((i * channels + channel) * Short.BYTES);
        }
        frame++;
        return samples;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
