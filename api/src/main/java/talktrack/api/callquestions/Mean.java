package talktrack.api.callquestions;

import java.util.List;
import java.util.Optional;
import talktrack.models.events.Band;

/**
 * The mean of some calls, each value counting once, as in a heatmap's cell.
 *
 * @param n how many values
 */
record Mean(Unit unit, double value, int n) {

    /** A cell of fewer is drawn as uncertain (docs/conversation-model.md §7). */
    static final int LEAST = 3;

    static Mean of(List<Heard> calls, Measure measure) {
        double[] values =
                calls.stream()
                        .flatMap(call -> call.values(measure).stream())
                        .mapToDouble(value -> value)
                        .toArray();
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return new Mean(
                measure.unit(), values.length == 0 ? 0 : sum / values.length, values.length);
    }

    /** Of scores only. */
    Optional<Band> band() {
        return unit == Unit.POINTS && n > 0
                ? Optional.of(Band.of(Math.clamp(value, 0, 100), n))
                : Optional.empty();
    }

    /** Whether there is enough to judge by. */
    boolean judged() {
        return n >= LEAST && band().map(Band::judges).orElse(true);
    }
}
