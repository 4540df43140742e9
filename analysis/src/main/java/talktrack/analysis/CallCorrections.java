package talktrack.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import talktrack.models.events.LabelCorrection;

/** What people say of calls' labels, by call. */
final class CallCorrections {

    private final KeyValueStore<String, LabelCorrection> store;

    /**
     * @param store key of a correction → the correction
     */
    CallCorrections(KeyValueStore<String, LabelCorrection> store) {
        this.store = store;
    }

    List<LabelCorrection> of(String callId) {
        List<LabelCorrection> all = new ArrayList<>();
        // A hyphen ends the call id in a key, and no character lies between it and a full stop.
        try (KeyValueIterator<String, LabelCorrection> range =
                store.range(callId + "-", callId + ".")) {
            range.forEachRemaining(one -> all.add(one.value));
        }
        return all;
    }

    /** Takes a correction in, or out when there is none. */
    void put(String key, Optional<LabelCorrection> correction) {
        store.put(key, correction.orElse(null));
    }
}
