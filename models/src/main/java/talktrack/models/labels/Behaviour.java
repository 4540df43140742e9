package talktrack.models.labels;

/** What is looked for in each tenth of a call (docs/conversation-model.md §7). */
public enum Behaviour implements Label {
    /** The rep's questions of this type, like the three below. */
    SITUATION,
    PROBLEM,
    IMPLICATION,
    NEED_PAYOFF,
    /** Objections that are certain enough to count. */
    OBJECTION,
    /** The customer's negative utterances, as a share of all the customer's. */
    NEGATIVE,
    /** The customer's tense or frustrated ones likewise; only where the voice is read. */
    TENSE,
    /** The rep's share of the speech. */
    REP_TALK;

    /** Whether its rate is a share, 0…1, and not a count. */
    public boolean isShare() {
        return this == NEGATIVE || this == TENSE || this == REP_TALK;
    }
}
