package talktrack.analysis;

import java.io.IOException;
import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import talktrack.models.events.CallDetails;
import talktrack.models.events.Json;
import talktrack.models.events.TranscriptEnd;

/**
 * What assembly remembers of a call besides its utterances.
 *
 * @param requestedRevision the newest revision that anybody asked for
 * @param deletedRevision this revision and all older ones are deleted; 0 when none is
 * @param analysedRevision the revision whose analysis is out; 0 when none is
 * @param end of the newest finished revision
 */
record CallState(
        int requestedRevision,
        int deletedRevision,
        int analysedRevision,
        Optional<CallDetails> details,
        Optional<TranscriptEnd> end) {

    static final CallState NEW = new CallState(0, 0, 0, Optional.empty(), Optional.empty());

    /**
     * Whether records of this revision count: it is neither deleted nor overtaken by a newer
     * request.
     */
    boolean counts(int revision) {
        return revision > deletedRevision && revision >= requestedRevision;
    }

    CallState requested(int revision) {
        return new CallState(
                Math.max(requestedRevision, revision),
                deletedRevision,
                analysedRevision,
                details,
                end);
    }

    CallState deleted(int revision) {
        return new CallState(
                requestedRevision,
                Math.max(deletedRevision, revision),
                analysedRevision > revision ? analysedRevision : 0,
                details,
                end.filter(one -> one.revision() > revision));
    }

    CallState analysed(int revision) {
        return new CallState(requestedRevision, deletedRevision, revision, details, end);
    }

    CallState with(Optional<CallDetails> other) {
        return new CallState(requestedRevision, deletedRevision, analysedRevision, other, end);
    }

    CallState with(TranscriptEnd other) {
        return new CallState(
                requestedRevision, deletedRevision, analysedRevision, details, Optional.of(other));
    }

    static Serde<CallState> serde() {
        return Serdes.serdeFrom(
                (topic, state) -> state == null ? null : Json.bytes(state),
                (topic, bytes) -> {
                    try {
                        return bytes == null ? null : Json.read(bytes, CallState.class);
                    } catch (IOException e) {
                        throw new SerializationException("the state of a call is unreadable", e);
                    }
                });
    }
}
