package talktrack.models.labels;

/** What the customer committed to at the end of a call (docs/conversation-model.md §2). */
public enum Commitment implements Label {
    ORDER,
    ADVANCE,
    CONTINUATION,
    NO_SALE,
    NONE_HEARD
}
