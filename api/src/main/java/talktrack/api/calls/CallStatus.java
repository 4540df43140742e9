package talktrack.api.calls;

import talktrack.models.labels.Label;

/** How far a call has come. */
public enum CallStatus implements Label {
    QUEUED,
    DECODING,
    TRANSCRIBING,
    ANALYSING,
    ANALYSED,
    FAILED
}
