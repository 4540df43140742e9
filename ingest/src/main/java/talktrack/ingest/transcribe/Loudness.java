package talktrack.ingest.transcribe;

/**
 * How loud a channel is: a histogram of its frames' levels, from which the level is found below
 * which nobody speaks.
 */
final class Loudness {

    /** 30 ms at 16 kHz. */
    static final int FRAME = 480;

    /** Digital silence, and everything that is as quiet. */
    static final int SILENCE_DECIBELS = -100;

    /** Below this is only the noise of 8-bit telephone coding, never a voice. */
    private static final int NEVER_SPEECH_DECIBELS = -64;

    private static final int ABOVE_NOISE_DECIBELS = 8;
    private static final int BELOW_SPEECH_DECIBELS = 26;

    /** What is so much weaker than the speech of a channel is none of it. */
    private static final int FAR_BELOW_SPEECH_DECIBELS = 36;

    private final long[] framesAt = new long[1 - SILENCE_DECIBELS];
    private long frames;

    /** The level of a frame in decibels below full scale, −100…0. */
    static int decibels(short[] samples, int from, int to) {
        double energy = 0;
        for (int i = from; i < to; i++) {
            energy += (double) samples[i] * samples[i];
        }
        double mean = energy / Math.max(1, to - from) / (32768.0 * 32768.0);
        return mean <= 1e-10
                ? SILENCE_DECIBELS
                : Math.min(0, (int) Math.round(10 * Math.log10(mean)));
    }

    void add(int decibels) {
        framesAt[-decibels]++;
        frames++;
    }

    /**
     * Frames below this level are no speech: a little above the noise, but well below the loudest
     * tenth, so that in doubt the recogniser decides.
     */
    int speechThreshold() {
        int noise = percentile(0.10, SILENCE_DECIBELS);
        int loudest = percentile(0.90, SILENCE_DECIBELS);
        int inDoubt = Math.min(noise + ABOVE_NOISE_DECIBELS, loudest - BELOW_SPEECH_DECIBELS);
        int speech = percentile(0.90, NEVER_SPEECH_DECIBELS);
        return Math.max(
                NEVER_SPEECH_DECIBELS, Math.max(inDoubt, speech - FAR_BELOW_SPEECH_DECIBELS));
    }

    /** Whether the whole channel is so quiet that nobody speaks on it. */
    boolean silent() {
        return frames == 0 || percentile(1, SILENCE_DECIBELS) < NEVER_SPEECH_DECIBELS;
    }

    /** The level that this share of the frames does not exceed, of those not below a level. */
    private int percentile(double share, int least) {
        long counted = 0;
        for (int decibels = least; decibels <= 0; decibels++) {
            counted += framesAt[-decibels];
        }
        long wanted = Math.max(1, (long) Math.ceil(share * counted));
        long seen = 0;
        for (int decibels = least; decibels < 0; decibels++) {
            seen += framesAt[-decibels];
            if (seen >= wanted) {
                return decibels;
            }
        }
        return 0;
    }
}
