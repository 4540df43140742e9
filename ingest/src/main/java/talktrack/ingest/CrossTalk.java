package talktrack.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import talktrack.ingest.decode.Decoded;
import talktrack.ingest.diarize.Leakage;
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

    private CrossTalk() {}

    /**
     * Writes into the decoded samples; the copy for browsers keeps its sound.
     *
     * @return whether there was any to speak of
     */
    static boolean silence(Decoded sound) throws IOException {
        List<List<Span>> echoes = new ArrayList<>();
        try (PcmSound first = new PcmSound(sound, 0);
                PcmSound second = new PcmSound(sound, 1)) {
            echoes.add(Leakage.of(second, first, sound.seconds()));
            echoes.add(Leakage.of(first, second, sound.seconds()));
        }
        double seconds = 0;
        for (int channel = 0; channel < 2; channel++) {
            for (Span span : echoes.get(channel)) {
                silence(sound, channel, span);
                seconds += span.endSeconds() - span.startSeconds();
            }
        }
        return seconds >= WORTH_SAYING_SECONDS;
    }

    /** Without the words that were heard of an echo all the same. */
    static List<Spoken> withoutEchoes(Decoded sound, List<Spoken> spoken) throws IOException {
        try (PcmSound first = new PcmSound(sound, 0);
                PcmSound second = new PcmSound(sound, 1)) {
            return Echo.without(
                    spoken,
                    (channel, start, end) -> (channel == 0 ? first : second).decibels(start, end));
        }
    }

    private static void silence(Decoded sound, int channel, Span span) throws IOException {
        int frame = sound.channels() * Short.BYTES;
        long from = ((long) (span.startSeconds() * Decoded.SAMPLE_RATE)) * frame;
        long to = ((long) (span.endSeconds() * Decoded.SAMPLE_RATE)) * frame;
        try (FileChannel file =
                FileChannel.open(sound.pcm(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer samples =
                    ByteBuffer.allocate((int) Math.clamp(file.size() - from, 0, to - from));
            while (samples.hasRemaining() && file.read(samples, from + samples.position()) > 0) {
                // until all is read
            }
            samples.flip();
            for (int at = channel * Short.BYTES; at + 1 < samples.limit(); at += frame) {
                samples.putShort(at, (short) 0);
            }
            for (long at = from; samples.hasRemaining(); ) {
                at += file.write(samples, at);
            }
        }
    }
}
