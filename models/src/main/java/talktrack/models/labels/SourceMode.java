package talktrack.models.labels;

/** What a call was read from, which decides what can be measured on it. */
public enum SourceMode implements Label {
    /** Two channels, a speaker on each. */
    STEREO,
    /** One channel: who speaks is unknown for now. */
    MONO,
    /** An imported transcript with times. */
    TIMED_TRANSCRIPT,
    /** An imported transcript without times: time metrics are absent. */
    UNTIMED_TRANSCRIPT
}
