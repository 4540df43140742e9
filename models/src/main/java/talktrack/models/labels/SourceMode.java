package talktrack.models.labels;

/** What a call was read from, which decides what can be measured on it. */
public enum SourceMode implements Label {
    /** Two channels, a speaker on each. */
    STEREO,
    /** Two channels that say the same: read as one. */
    FAKE_STEREO,
    /** One channel: speakers are told apart by their voices, if at all. */
    MONO,
    /** An imported transcript with times. */
    TIMED_TRANSCRIPT,
    /** An imported transcript without times: time metrics are absent. */
    UNTIMED_TRANSCRIPT
}
