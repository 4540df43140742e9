package talktrack.ingest.decode;

import java.time.Duration;

/**
 * What one decoding may take.
 *
 * @param maxSeconds of sound
 * @param total time
 * @param silence time without a word from the child
 * @param residentBytes memory of the child
 */
record Limits(double maxSeconds, Duration total, Duration silence, long residentBytes) {

    static final Limits USUAL =
            new Limits(6 * 3600, Duration.ofMinutes(40), Duration.ofSeconds(90), 600L << 20);

    /** Of the samples that such a recording has, with some room. */
    long maxOutputBytes() {
        long samples = (long) ((maxSeconds + 60) * Decoded.SAMPLE_RATE);
        return samples * 2 * Short.BYTES;
    }
}
