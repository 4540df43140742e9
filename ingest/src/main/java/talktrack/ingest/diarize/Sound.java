package talktrack.ingest.diarize;

import java.io.IOException;

/** Samples of one channel at 16 kHz, read where they are needed. */
@FunctionalInterface
public interface Sound {

    /**
     * Fills in the samples from this one on, −32768…32767; zeros before the start and beyond the
     * end.
     */
    void read(long firstSample, double[] into) throws IOException, InterruptedException;

    /** How loud a stretch of any length is, as {@link #decibels(double[], int, int)} says it. */
    default double decibels(long firstSample, long count) throws IOException, InterruptedException {
        double[] samples = new double[(int) Math.min(count, VoiceFrames.SAMPLE_RATE)];
        double energy = 0;
        for (long done = 0; done < count; done += samples.length) {
            read(firstSample + done, samples);
            energy += energy(samples, 0, (int) Math.min(samples.length, count - done));
        }
        return decibels(energy, count);
    }

    /** How loud samples are, in decibels above one step of 16 bits; 0 when silent. */
    static double decibels(double[] samples, int from, int to) {
        return decibels(energy(samples, from, to), to - from);
    }

    private static double decibels(double energy, long count) {
        return 10 * Math.log10(1 + energy / count);
    }

    private static double energy(double[] samples, int from, int to) {
        double energy = 0;
        for (int i = from; i < to; i++) {
            energy += samples[i] * samples[i];
        }
        return energy;
    }
}
