package talktrack.models.labels;

/** A stretch of a call (docs/conversation-model.md §6), in the order in which they come. */
public enum Phase implements Label {
    OPENING,
    DISCOVERY,
    PRESENTATION,
    OBJECTIONS,
    CLOSING
}
