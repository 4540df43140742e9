package talktrack.analysis.advice;

import java.util.Collection;

/** Where a mean stands among others'. */
public final class Percentile {

    private Percentile() {}

    /**
     * The share of the others that are lower, equal ones counting half.
     *
     * @param others at least one
     * @return 0…100
     */
    public static double of(double own, Collection<Double> others) {
        return 100 * others.stream().mapToDouble(other -> below(other, own)).sum() / others.size();
    }

    private static double below(double other, double own) {
        if (other == own) {
            return 0.5;
        }
        return other < own ? 1 : 0;
    }
}
