package talktrack.ingest.stream;

import java.util.OptionalDouble;
import talktrack.models.events.CallProgress.Stage;

/**
 * Estimates how long a stage of one call will still take: as long for the rest as it took for what
 * is done. Thread-safe, as parts heard at the same time report.
 */
final class RemainingTime {

    /** Before that, starting up weighs more than the work itself. */
    private static final double LEAST_ELAPSED_SECONDS = 2;

    private Stage stage;
    private double sinceSeconds;
    private double doneBefore;

    /**
     * @param nowSeconds on a clock that only goes forward
     * @return absent while there is nothing to go by
     */
    synchronized OptionalDouble seconds(
            Stage now, double doneSeconds, double totalSeconds, double nowSeconds) {
        if (now != stage) {
            stage = now;
            sinceSeconds = nowSeconds;
            doneBefore = doneSeconds;
        }
        double elapsed = nowSeconds - sinceSeconds;
        double done = doneSeconds - doneBefore;
        if (elapsed < LEAST_ELAPSED_SECONDS || done <= 0 || totalSeconds < doneSeconds) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Math.rint((totalSeconds - doneSeconds) * elapsed / done));
    }
}
