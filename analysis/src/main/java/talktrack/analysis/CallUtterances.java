package talktrack.analysis;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.Utterance;

/** Scored utterances by call, revision and place in it. */
final class CallUtterances {

    private final KeyValueStore<String, ScoredUtterance> rows;

    /**
     * @param rows {@code callId/revision/index} → scored utterance
     */
    CallUtterances(KeyValueStore<String, ScoredUtterance> rows) {
        this.rows = rows;
    }

    void put(ScoredUtterance scored) {
        Utterance said = scored.utterance();
        rows.put(row(said.callId(), said.revision(), said.index()), scored);
    }

    void remove(ScoredUtterance scored) {
        Utterance said = scored.utterance();
        rows.delete(row(said.callId(), said.revision(), said.index()));
    }

    /** All of one revision, in order. */
    List<ScoredUtterance> of(String callId, int revision) {
        List<ScoredUtterance> all = between(row(callId, revision, 0), row(callId, revision + 1, 0));
        all.removeIf(one -> one.utterance().revision() != revision);
        return all;
    }

    /** All of this revision and of those before it. */
    List<ScoredUtterance> upTo(String callId, int revision) {
        List<ScoredUtterance> all = between(row(callId, 0, 0), row(callId, revision + 1, 0));
        all.removeIf(one -> one.utterance().revision() > revision);
        return all;
    }

    /** The last ones before this one, in order; fewer where some are not there yet. */
    List<Utterance> before(Utterance said, int most) {
        int first = Math.max(0, said.index() - most);
        List<ScoredUtterance> all =
                between(
                        row(said.callId(), said.revision(), first),
                        row(said.callId(), said.revision(), said.index()));
        all.removeIf(one -> one.utterance().index() >= said.index());
        return all.stream().map(ScoredUtterance::utterance).toList();
    }

    /** With both ends. */
    private List<ScoredUtterance> between(String first, String last) {
        List<ScoredUtterance> all = new ArrayList<>();
        try (KeyValueIterator<String, ScoredUtterance> range = rows.range(first, last)) {
            range.forEachRemaining(row -> all.add(row.value));
        }
        return all;
    }

    /**
     * Sorts by revision, then by index; a call id has neither slash nor less than its own length.
     */
    private static String row(String callId, int revision, int index) {
        return "%s/%08d/%08d".formatted(callId, revision, index);
    }
}
