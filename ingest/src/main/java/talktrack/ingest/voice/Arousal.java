package talktrack.ingest.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import talktrack.models.events.VoiceMeasures;

/**
 * How excited a voice sounds against itself: the mean of the z-scores of its pitch, loudness and
 * articulation rate over one call. People speak higher, louder and faster when aroused (Juslin and
 * Laukka, "Communication of emotions in vocal expression", Psychological Bulletin 129, 2003); equal
 * weights do as well as fitted ones where nobody has labelled the calls (Bone, Lee and Narayanan,
 * "Robust unsupervised arousal rating", IEEE Transactions on Affective Computing 5, 2014).
 */
final class Arousal {

    /** With fewer utterances nobody knows what is usual for a voice. */
    private static final int LEAST_UTTERANCES = 8;

    /** One cough is no outburst. */
    private static final double MOST_DEVIATIONS = 3;

    private Arousal() {}

    /**
     * @param ofOneVoice its utterances of one call
     * @return the same with arousal, where all three are measured
     */
    static List<VoiceMeasures> rated(List<VoiceMeasures> ofOneVoice) {
        List<Function<VoiceMeasures, OptionalDouble>> parts =
                List.of(
                        m -> logarithm(m.medianPitchHertz()),
                        VoiceMeasures::loudnessDecibels,
                        VoiceMeasures::articulationRate);
        double[] sums = new double[ofOneVoice.size()];
        int[] counts = new int[ofOneVoice.size()];
        for (var part : parts) {
            List<OptionalDouble> values = ofOneVoice.stream().map(part).toList();
            double[] known =
                    values.stream()
                            .filter(OptionalDouble::isPresent)
                            .mapToDouble(OptionalDouble::getAsDouble)
                            .toArray();
            double mean = mean(known);
            double deviation = deviation(known, mean);
            if (known.length >= LEAST_UTTERANCES && deviation > 0) {
                for (int i = 0; i < sums.length; i++) {
                    if (values.get(i).isPresent()) {
                        double z = (values.get(i).getAsDouble() - mean) / deviation;
                        sums[i] += Math.clamp(z, -MOST_DEVIATIONS, MOST_DEVIATIONS);
                        counts[i]++;
                    }
                }
            }
        }
        List<VoiceMeasures> rated = new ArrayList<>();
        for (int i = 0; i < sums.length; i++) {
            rated.add(
                    ofOneVoice
                            .get(i)
                            .withArousal(
                                    counts[i] == parts.size()
                                            ? OptionalDouble.of(
                                                    Math.rint(100 * sums[i] / counts[i]) / 100)
                                            : OptionalDouble.empty()));
        }
        return rated;
    }

    private static OptionalDouble logarithm(OptionalDouble value) {
        return value.isPresent()
                ? OptionalDouble.of(Math.log(value.getAsDouble()))
                : OptionalDouble.empty();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / values.length);
    }
}
