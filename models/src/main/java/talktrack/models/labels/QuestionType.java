package talktrack.models.labels;

/** What a rep's question asks about (docs/conversation-model.md §1; Rackham, SPIN Selling). */
public enum QuestionType implements Label {
    SITUATION,
    PROBLEM,
    IMPLICATION,
    NEED_PAYOFF,
    /** Checks understanding: "did that make sense?" Counts as no SPIN question. */
    CHECK,
    /** Asks for a commitment, the budget or who decides. Counts as no SPIN question. */
    CLOSING,
    /** Small talk. Counts as no SPIN question. */
    RAPPORT,
    /** No question of the rep at all. */
    NONE;

    /** Whether this is one of the four SPIN types. */
    public boolean isSpin() {
        return switch (this) {
            case SITUATION, PROBLEM, IMPLICATION, NEED_PAYOFF -> true;
            case CHECK, CLOSING, RAPPORT, NONE -> false;
        };
    }
}
