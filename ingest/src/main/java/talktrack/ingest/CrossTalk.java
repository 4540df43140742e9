package talktrack.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import talktrack.ingest.decode.Decoded;
import talktrack.ingest.decode.PcmSound;
import talktrack.ingest.diarize.Leakage;
import talktrack.ingest.diarize.Sound;
import talktrack.ingest.diarize.Span;
import talktrack.ingest.transcribe.Spoken;

/**
 * Silences what one channel has of the other one's speech, before anybody listens: it would be
 * written down twice, the second time for the wrong speaker. What is left of it at its edges goes
 * by its words ({@link Echo}).
 */
final class CrossTalk {

    /** Less than this is chance, and worth no word to the reader. */
    private static final double WORTH_SAYING_SECONDS = 1;

    private static final int FRAME_BYTES = 2 * Short.BYTES;

    /** Echoes may last for hours; whole frames of them are written at a time. */
    private static final int MOST_BYTES = 1 << 20;

    private CrossTalk() {}

    /**
     * Writes into the decoded samples; the copy for browsers keeps its sound.
     *
     * @return whether there was any to speak of
     */
    static boolean silence(Decoded sound) throws IOException, InterruptedException {
        List<List<Span>> echoes = new ArrayList<>();
        try (PcmSound first = new PcmSound(sound, 0);
                PcmSound second = new PcmSound(sound, 1)) {
            echoes.add(Leakage.of(second::read, first::read, sound.seconds()));
            echoes.add(Leakage.of(first::read, second::read, sound.seconds()));
        }
        double seconds = 0;
        try (FileChannel file =
                FileChannel.open(sound.pcm(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            for (int channel = 0; channel < 2; channel++) {
                for (Span span : echoes.get(channel)) {
                    silence(file, channel, span);
                    seconds += span.endSeconds() - span.startSeconds();
                }
            }
        } catch (ClosedByInterruptException e) {
            Thread.interrupted(); // told by the exception from here on
            throw new InterruptedException("silencing echoes was stopped");
        }
        return seconds >= WORTH_SAYING_SECONDS;
    }

    /** Without the words that were heard of an echo all the same. */
    static List<Spoken> withoutEchoes(Decoded sound, List<Spoken> spoken)
            throws IOException, InterruptedException {
        try (PcmSound first = new PcmSound(sound, 0);
                PcmSound second = new PcmSound(sound, 1)) {
            return Echo.without(
                    spoken,
                    (channel, start, end) ->
                            decibels((channel == 0 ? first : second)::read, start, end));
        }
    }

    private static double decibels(Sound sound, double startSeconds, double endSeconds)
            throws IOException, InterruptedException {
        return sound.decibels(
                (long) (startSeconds * Decoded.SAMPLE_RATE),
                (long) ((endSeconds - startSeconds) * Decoded.SAMPLE_RATE) + 1);
    }

    private static void silence(FileChannel file, int channel, Span span) throws IOException {
        long from = position(span.startSeconds());
        long to = Math.min(file.size(), position(span.endSeconds()));
        for (long at = from; at < to; at += MOST_BYTES) {
            silence(file, channel, at, (int) Math.min(MOST_BYTES, to - at));
        }
    }

    private static long position(double seconds) {
        long sample = (long) (seconds * Decoded.SAMPLE_RATE);
        return sample * FRAME_BYTES;
    }

    private static void silence(FileChannel file, int channel, long from, int bytes)
            throws IOException {
        ByteBuffer samples = ByteBuffer.allocate(bytes);
        while (samples.hasRemaining() && file.read(samples, from + samples.position()) > 0) {
            // until all is read
        }
        samples.flip();
        for (int at = channel * Short.BYTES; at + 1 < samples.limit(); at += FRAME_BYTES) {
            samples.putShort(at, (short) 0);
        }
        for (long at = from; samples.hasRemaining(); ) {
            at += file.write(samples, at);
        }
    }
}
