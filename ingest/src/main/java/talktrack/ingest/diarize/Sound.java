package talktrack.ingest.diarize;

import java.io.IOException;

/** Samples of one channel at 16 kHz, read where they are needed. */
@FunctionalInterface
public interface Sound {

    /**
     * Fills in the samples from this one on, −32768…32767; zeros before the start and beyond the
     * end.
     */
    void read(long firstSample, double[] into) throws IOException;
}
