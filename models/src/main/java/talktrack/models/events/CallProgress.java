package talktrack.models.events;

import java.time.Instant;
import java.util.OptionalDouble;
import talktrack.models.labels.Label;

/**
 * How far a call has come. Topic {@code progress} (short-lived), key {@link #callId()}.
 *
 * @param doneSeconds of the recording in this stage
 * @param totalSeconds of the recording; 0 while unknown
 * @param remainingSeconds estimate of how long this stage will still take; absent while there is
 *     nothing to go by
 */
public record CallProgress(
        String callId,
        int revision,
        Stage stage,
        double doneSeconds,
        double totalSeconds,
        OptionalDouble remainingSeconds,
        Instant at) {

    public CallProgress {
        remainingSeconds = remainingSeconds == null ? OptionalDouble.empty() : remainingSeconds;
    }

    /** Where in ingest a call is. */
    public enum Stage implements Label {
        DECODING,
        TRANSCRIBING,
        DONE,
        FAILED
    }
}
