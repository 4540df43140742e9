package talktrack.ingest.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import talktrack.ingest.decode.Decoded;
import talktrack.ingest.decode.PcmSound;

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
    static double write(Path file, Decoded sound, List<Piece> pieces)
            throws IOException, InterruptedException {
        try (PcmSound first = new PcmSound(sound, 0);
                PcmSound last = new PcmSound(sound, sound.channels() - 1);
                FileChannel out =
                        FileChannel.open(
                                file,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.TRUNCATE_EXISTING,
                                StandardOpenOption.WRITE)) {
            out.position(HEADER_BYTES);
            for (Piece piece : pieces) {
                copy(piece.channel() == 0 ? first : last, out, piece);
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

    private static void copy(PcmSound in, FileChannel out, Piece piece)
            throws IOException, InterruptedException {
        long from = (long) (Math.max(0, piece.startSeconds()) * Decoded.SAMPLE_RATE);
        long to = (long) (piece.endSeconds() * Decoded.SAMPLE_RATE);
        short[] samples = in.samples(from, (int) Math.max(0, to - from));
        ByteBuffer bytes =
                ByteBuffer.allocate(samples.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}
