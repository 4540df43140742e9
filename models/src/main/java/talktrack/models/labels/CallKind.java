package talktrack.models.labels;

/** What a call is for (docs/conversation-model.md §7). */
public enum CallKind implements Label {
    /** The customer does not expect it. */
    COLD,
    /** A first talk on what the customer needs. */
    DISCOVERY,
    /** The product is shown. */
    DEMO,
    /** Price and terms of an offer that is on the table. */
    NEGOTIATION,
    /** A contract that ends or goes on. */
    RENEWAL,
    /** Something of a customer's is to be mended or explained; nothing is sold. */
    SERVICE
}
