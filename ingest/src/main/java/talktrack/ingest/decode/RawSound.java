package talktrack.ingest.decode;

import java.util.List;
import java.util.Locale;

/**
 * What somebody declares of a file that is nothing but samples, without a header that says it.
 *
 * @param encoding one of {@link #ENCODINGS}
 */
public record RawSound(int samplesPerSecond, int channels, String encoding) {

    /** FFmpeg's names: 16 bits of either byte order, and both telephone codings of 8 bits. */
    public static final List<String> ENCODINGS = List.of("s16le", "s16be", "mulaw", "alaw");

    public RawSound {
        if (samplesPerSecond < 4_000 || samplesPerSecond > 384_000) {
            throw new IllegalArgumentException(
                    "%d samples a second are not between 4000 and 384000"
                            .formatted(samplesPerSecond));
        }
        if (channels < 1 || channels > 2) {
            throw new IllegalArgumentException("%d channels are not 1 or 2".formatted(channels));
        }
        if (!ENCODINGS.contains(encoding)) {
            throw new IllegalArgumentException(
                    "'%s' is none of %s".formatted(encoding, String.join(", ", ENCODINGS)));
        }
    }

    /**
     * Reads {@code RATE[,CHANNELS[,ENCODING]]}, such as {@code 8000,2,mulaw}; what is left out is
     * one channel of {@code s16le}.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    public static RawSound parse(String text) {
        String[] parts = text.strip().toLowerCase(Locale.ROOT).split("\\s*,\\s*", -1);
        if (parts.length > 3) {
            throw new IllegalArgumentException(
                    "'%s' is not of the form RATE,CHANNELS,ENCODING".formatted(text));
        }
        return new RawSound(
                number(parts[0], text),
                parts.length > 1 ? number(parts[1], text) : 1,
                parts.length > 2 ? parts[2] : "s16le");
    }

    private static int number(String part, String text) {
        try {
            return Integer.parseInt(part);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'%s' in '%s' is no whole number".formatted(part, text), e);
        }
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return samplesPerSecond + "," + channels + "," + encoding;
    }
}
