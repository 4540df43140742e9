package talktrack.ingest.decode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A stretch of a recording that nobody shall hear.
 *
 * @param startSeconds from the start of the recording
 */
public record HiddenSound(double startSeconds, double endSeconds) {

    /**
     * A recogniser's times are a little late or early; a number's first digit must not be heard.
     */
    private static final double MARGIN_SECONDS = 0.15;

    private static final double TONE_HERTZ = 1000;
    private static final int TONE_AMPLITUDE = 3000;

    /** In order, those that touch each other joined. */
    static List<HiddenSound> joined(List<HiddenSound> all) {
        List<HiddenSound> joined = new ArrayList<>();
        for (HiddenSound one :
                all.stream()
                        .sorted(Comparator.comparingDouble(HiddenSound::startSeconds))
                        .toList()) {
            HiddenSound last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && one.startSeconds <= last.endSeconds + 2 * MARGIN_SECONDS) {
                joined.removeLast();
                joined.add(
                        new HiddenSound(
                                last.startSeconds, Math.max(last.endSeconds, one.endSeconds)));
            } else {
                joined.add(one);
            }
        }
        return joined;
    }

    /** For the decoder's process: a line each, as command lines are short. */
    static void write(Path file, List<HiddenSound> all) throws IOException {
        Files.write(
                file, all.stream().map(one -> one.startSeconds + " " + one.endSeconds).toList());
    }

    static List<HiddenSound> read(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> line.split(" "))
                    .map(
                            parts ->
                                    new HiddenSound(
                                            Double.parseDouble(parts[0]),
                                            Double.parseDouble(parts[1])))
                    .toList();
        }
    }

    /**
     * Puts a tone over it, on every channel, as the other side's may hold an echo.
     *
     * @param first number of the first frame in the recording
     */
    void cover(short[] interleaved, int frames, int channels, long first) {
        long from = Math.max(first, frame(startSeconds - MARGIN_SECONDS));
        long to = Math.min(first + frames, frame(endSeconds + MARGIN_SECONDS));
        for (long frame = from; frame < to; frame++) {
            double phase = 2 * Math.PI * TONE_HERTZ * frame / Decoded.SAMPLE_RATE;
            short tone = (short) Math.round(TONE_AMPLITUDE * Math.sin(phase));
            for (int channel = 0; channel < channels; channel++) {
                interleaved[(int) (frame - first) * channels + channel] = tone;
            }
        }
    }

    private static long frame(double seconds) {
        return Math.round(seconds * Decoded.SAMPLE_RATE);
    }
}
