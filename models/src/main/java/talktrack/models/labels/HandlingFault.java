package talktrack.models.labels;

/** A fault in handling an objection (docs/conversation-model.md §3). */
public enum HandlingFault implements Label {
    /** Cuts the customer off; needs times. */
    INTERRUPTS,
    ARGUES,
    DISCOUNTS_AT_ONCE,
    IGNORES,
    /** Answers for more than a minute; needs times. */
    MONOLOGUE,
    DISMISSES,
    CLAIMS_WITHOUT_SUPPORT,
    PRESSURES,
    GIVES_UP
}
