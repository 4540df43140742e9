package talktrack.models.labels;

/** Rackham's two kinds of sale (docs/conversation-model.md §7). */
public enum SaleSize implements Label {
    /** Decided in one call, by one person, for little money. */
    SIMPLE,
    /** Several calls or people, much money, a lasting relation. */
    MAJOR
}
