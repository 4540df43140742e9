package talktrack.models.labels;

/** The reason that a customer gives against going on (docs/conversation-model.md §3). */
public enum ObjectionType implements Label {
    PRICE,
    TIMING,
    AUTHORITY,
    NEED,
    TRUST,
    COMPETITOR,
    FIT,
    CONTRACT,
    NONE
}
