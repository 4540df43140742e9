package talktrack.analysis.advice;

import java.util.List;
import talktrack.models.events.Band;

/**
 * The mean of a skill over calls, and where it may truly lie.
 *
 * @param mean 0…100, each call counting the same, as in heatmaps; 0 without calls
 * @param n calls
 * @param band {@link Band} with the sum of the calls' weights for occasions
 */
public record SkillMean(double mean, int n, Band band) {

    public static SkillMean of(List<Observed> calls) {
        double mean = calls.stream().mapToDouble(Observed::score).average().orElse(0);
        double occasions = calls.stream().mapToDouble(Observed::weight).sum();
        return new SkillMean(mean, calls.size(), Band.of(mean, occasions));
    }

    /** Whether that is enough to tell anybody: three calls, and a band that judges. */
    public boolean judges() {
        return n >= Recommendations.CALLS_NEEDED && band.judges();
    }
}
