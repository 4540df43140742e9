package talktrack.ingest.decode;

import java.io.IOException;

/** Takes decoded sound piece by piece. */
@FunctionalInterface
interface Samples {

    /**
     * @param interleaved holds {@code frames} samples of each channel
     */
    void accept(short[] interleaved, int frames, int channels) throws IOException, Refused;
}
