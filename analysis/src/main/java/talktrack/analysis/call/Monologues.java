package talktrack.analysis.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.labels.Speaker;

/** How long one side holds the floor. */
final class Monologues {

    /** Others may say this much in between without ending it, such as a backchannel. */
    private static final long INTERRUPTED_BY_MILLIS = 2000;

    private Monologues() {}

    /** One speaker's stretch of speech. */
    record Monologue(double seconds, List<String> utteranceIds) {
        Monologue {
            utteranceIds = List.copyOf(utteranceIds);
        }
    }

    /**
     * Seconds of the longest stretch of a speaker's speech that others interrupt for less than 2 s
     * at a time; pauses do not count.
     *
     * @return empty without times, or when this speaker says nothing
     */
    static OptionalDouble longestSeconds(SpokenCall call, Speaker speaker) {
        return longest(call, speaker).stream().mapToDouble(Monologue::seconds).findAny();
    }

    /** The longest one, or nothing. */
    static Optional<Monologue> longest(SpokenCall call, Speaker speaker) {
        if (!call.timed() || call.of(speaker).isEmpty()) {
            return Optional.empty();
        }
        Monologue longest = new Monologue(-1, List.of());
        double seconds = 0;
        double others = 0;
        List<String> ids = new ArrayList<>();
        for (ScoredUtterance said : call.utterances()) {
            double length = said.utterance().durationSeconds().orElseThrow();
            if (said.utterance().speaker() != speaker) {
                others += length;
                continue;
            }
            if (Millis.of(others) >= INTERRUPTED_BY_MILLIS) {
                seconds = 0;
                ids.clear();
            }
            others = 0;
            seconds += length;
            ids.add(said.utterance().utteranceId());
            if (seconds > longest.seconds()) {
                longest = new Monologue(seconds, ids);
            }
        }
        return Optional.of(longest);
    }
}
