package talktrack.ingest.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import talktrack.ingest.decode.Decoded;

/** Makes recordings out of pieces of decoded sound. */
final class Wav {

    private static final int HEADER_BYTES = 44;

    private Wav() {}

    /** A piece of one channel. */
    record Piece(int channel, double startSeconds, double endSeconds) {}

    /**
     * Writes the pieces one after the other into a file of one channel.
     *
     * @return its length in seconds
     */
    static double write(Path file, Decoded sound, List<Piece> pieces) throws IOException {
        try (FileChannel in = FileChannel.open(sound.pcm());
                FileChannel out =
                        FileChannel.open(
                                file,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.TRUNCATE_EXISTING,
                                StandardOpenOption.WRITE)) {
            out.position(HEADER_BYTES);
            for (Piece piece : pieces) {
                copy(in, out, sound.channels(), piece);
            }
            int bytes = Math.toIntExact(out.position() - HEADER_BYTES);
            ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            header.putInt(0x46464952).putInt(HEADER_BYTES - 8 + bytes); // RIFF
            header.putInt(0x45564157).putInt(0x20746d66).putInt(16); // WAVE, fmt
            header.putShort((short) 1).putShort((short) 1).putInt(Decoded.SAMPLE_RATE);
            header.putInt(Decoded.SAMPLE_RATE * Short.BYTES);
            header.putShort((short) Short.BYTES).putShort((short) Short.SIZE);
            header.putInt(0x61746164).putInt(bytes).flip(); // data
            out.write(header, 0);
            return bytes / (double) Short.BYTES / Decoded.SAMPLE_RATE;
        }
    }

    private static void copy(FileChannel in, FileChannel out, int channels, Piece piece)
            throws IOException {
        int frameBytes = channels * Short.BYTES;
        long from = (long) (Math.max(0, piece.startSeconds()) * Decoded.SAMPLE_RATE);
        long to =
                Math.min((long) (piece.endSeconds() * Decoded.SAMPLE_RATE), in.size() / frameBytes);
        if (to <= from) {
            return;
        }
        ByteBuffer interleaved = ByteBuffer.allocate((int) (to - from) * frameBytes);
        while (interleaved.hasRemaining()
                && in.read(interleaved, from * frameBytes + interleaved.position()) > 0) {
            // until all of it is there
        }
        int frames = interleaved.position() / frameBytes;
        ByteBuffer one = ByteBuffer.allocate(frames * Short.BYTES);
        for (int i = 0; i < frames; i++) {
            int at = i * frameBytes + piece.channel() * Short.BYTES;
            one.put(interleaved.get(at)).put(interleaved.get(at + 1));
        }
        one.flip();
        while (one.hasRemaining()) {
            out.write(one);
        }
    }
}
