package talktrack.api.cli;

import java.util.List;

/** What so large a share of measured values does not exceed. */
final class Quantile {

    private Quantile() {}

    /**
     * @param sorted at least one, smallest first
     * @param share 0…1
     */
    static double of(List<Double> sorted, double share) {
        return sorted.get(Math.min(sorted.size() - 1, (int) (share * sorted.size())));
    }
}
