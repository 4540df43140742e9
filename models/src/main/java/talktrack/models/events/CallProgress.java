package talktrack.models.events;

import java.time.Instant;
import talktrack.models.labels.Label;

/**
 * How far a call has come. Topic {@code progress} (short-lived), key {@link #callId()}.
 *
 * @param doneSeconds of the recording in this stage
 * @param totalSeconds of the recording; 0 while unknown
 */
public record CallProgress(
        String callId,
        int revision,
        Stage stage,
        double doneSeconds,
        double totalSeconds,
        Instant at) {

    /** Where in ingest a call is. */
    public enum Stage implements Label {
        DECODING,
        TRANSCRIBING,
        DONE,
        FAILED
    }
}
