package talktrack.ingest.diarize;

import java.util.Arrays;
import java.util.List;

/**
 * What stretches of speech say about whose voice they are: for each component of the background,
 * how much of the stretch it accounts for and how far the stretch lies off its mean. Sums of it are
 * evidence about longer stretches. The pitch is one more component, of one dimension.
 */
final class Evidence {

    /** Pitches further off than this are mistakes of an octave. */
    private static final double FARTHEST_PITCH = 2.5;

    private final float[][] counts;
    private final float[][] offsets;
    private final int components;
    private final int dimensions;

    private Evidence(int pieces, int components, int dimensions) {
        this.components = components;
        this.dimensions = dimensions;
        counts = new float[pieces][components + 1];
        offsets = new float[pieces][components * dimensions + 1];
    }

    /**
     * @param frameShare how much a frame counts, as neighbours say almost the same
     * @param pitchShare the same for its pitch
     */
    static Evidence of(
            VoiceFrames frames, Background background, double frameShare, double pitchShare) {
        int pieces = frames.firstOf().length - 1;
        int k = background.components();
        int dims = background.dimensions();
        Evidence evidence = new Evidence(pieces, k, dims);
        double[] pitch = pitchScale(frames.logPitch());
        double[] shares = new double[k];
        for (int p = 0; p < pieces; p++) {
            float[] counts = evidence.counts[p];
            float[] offsets = evidence.offsets[p];
            for (int i = frames.firstOf()[p]; i < frames.firstOf()[p + 1]; i++) {
                background.shares(frames.cepstra()[i], shares);
                for (int c = 0; c < k; c++) {
                    double share = frameShare * shares[c];
                    if (share > 1e-4) {
                        counts[c] += (float) share;
                        for (int d = 0; d < dims; d++) {
                            offsets[c * dims + d] +=
                                    (float) (share * background.offset(frames.cepstra()[i], c, d));
                        }
                    }
                }
                double off = (frames.logPitch()[i] - pitch[0]) / pitch[1];
                if (Math.abs(off) <= FARTHEST_PITCH) {
                    counts[k] += (float) pitchShare;
                    offsets[k * dims] += (float) (pitchShare * off);
                }
            }
        }
        return evidence;
    }

    /** Median and spread of the call's pitch. */
    private static double[] pitchScale(float[] logPitch) {
        double[] voiced = new double[logPitch.length];
        int count = 0;
        for (float value : logPitch) {
            if (!Float.isNaN(value)) {
                voiced[count++] = value;
            }
        }
        if (count < 10) {
            return new double[] {0, 1e-9};
        }
        Arrays.sort(voiced, 0, count);
        double spread = voiced[count * 9 / 10] - voiced[count / 10];
        return new double[] {voiced[count / 2], Math.max(0.05, spread / 2.56)};
    }

    int pieces() {
        return counts.length;
    }

    int components() {
        return components;
    }

    int dimensions() {
        return dimensions;
    }

    float[] counts(int piece) {
        return counts[piece];
    }

    float[] offsets(int piece) {
        return offsets[piece];
    }

    /** The sums over pieces, each taken with its share. */
    Sum sum(double[] shareOf) {
        Sum sum = new Sum(components, dimensions);
        for (int p = 0; p < counts.length; p++) {
            if (shareOf[p] > 1e-6) {
                sum.add(counts[p], offsets[p], shareOf[p]);
            }
        }
        return sum;
    }

    Sum sum(List<Integer> pieces) {
        Sum sum = new Sum(components, dimensions);
        pieces.forEach(p -> sum.add(counts[p], offsets[p], 1));
        return sum;
    }

    /** Evidence about several pieces together. */
    static final class Sum {

        final double[] counts;
        final double[] offsets;
        private final int dimensions;

        Sum(int components, int dimensions) {
            this.dimensions = dimensions;
            counts = new double[components + 1];
            offsets = new double[components * dimensions + 1];
        }

        void add(float[] moreCounts, float[] moreOffsets, double share) {
            for (int i = 0; i < counts.length; i++) {
                counts[i] += share * moreCounts[i];
            }
            for (int i = 0; i < offsets.length; i++) {
                offsets[i] += share * moreOffsets[i];
            }
        }

        Sum plus(Sum other) {
            Sum both = new Sum(counts.length - 1, dimensions);
            for (int i = 0; i < counts.length; i++) {
                both.counts[i] = counts[i] + other.counts[i];
            }
            for (int i = 0; i < offsets.length; i++) {
                both.offsets[i] = offsets[i] + other.offsets[i];
            }
            return both;
        }

        int componentOf(int offset) {
            return offset / dimensions;
        }
    }
}
