package talktrack.models.labels;

/** A step of handling an objection well (docs/conversation-model.md §3). */
public enum HandlingStep implements Label {
    /**
     * Waits at least half a second before answering; needs times, so it is never read from words.
     */
    PAUSE,
    ACKNOWLEDGE,
    CLARIFY,
    RESPOND,
    CONFIRM
}
