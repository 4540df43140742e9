package talktrack.analysis.call;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import talktrack.models.events.ScoredUtterance;

/** Stretches of time in which somebody speaks, in order and without overlap among themselves. */
record Intervals(List<Interval> stretches) {

    /** From start to end, in seconds. */
    record Interval(double start, double end) {}

    Intervals {
        stretches = List.copyOf(stretches);
    }

    /** When at least one of these timed utterances is being said. */
    static Intervals of(List<ScoredUtterance> utterances) {
        List<Interval> merged = new ArrayList<>();
        utterances.stream()
                .map(
                        said ->
                                new Interval(
                                        said.utterance().startSeconds().orElseThrow(),
                                        said.utterance().endSeconds().orElseThrow()))
                .sorted(Comparator.comparingDouble(Interval::start))
                .forEach(
                        next -> {
                            if (merged.isEmpty() || next.start() > merged.getLast().end()) {
                                merged.add(next);
                            } else if (next.end() > merged.getLast().end()) {
                                Interval last = merged.removeLast();
                                merged.add(new Interval(last.start(), next.end()));
                            }
                        });
        return new Intervals(merged);
    }

    double seconds() {
        return stretches.stream().mapToDouble(one -> one.end() - one.start()).sum();
    }

    /** Seconds that belong to both. */
    double overlapSeconds(Intervals other) {
        double shared = 0;
        for (Interval one : stretches) {
            for (Interval two : other.stretches) {
                shared +=
                        Math.max(
                                0,
                                Math.min(one.end(), two.end())
                                        - Math.max(one.start(), two.start()));
            }
        }
        return shared;
    }
}
