package talktrack.ingest.decode;

import java.nio.file.Path;

/**
 * A recording as the recogniser wants it.
 *
 * @param pcm interleaved signed 16-bit samples, little endian, {@link #SAMPLE_RATE} a second
 * @param channels 1 or 2, of {@code pcm}
 * @param sourceChannels of the recording; more than two were mixed down to one
 * @param damaged parts of the file could not be read
 * @param sameSound both channels say the same: not one speaker on each
 */
public record Decoded(
        Path pcm,
        int channels,
        int sourceChannels,
        double seconds,
        boolean damaged,
        boolean sameSound) {

    public static final int SAMPLE_RATE = 16_000;
}
