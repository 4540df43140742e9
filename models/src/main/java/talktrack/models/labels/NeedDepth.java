package talktrack.models.labels;

/**
 * How far a topic went in the discovery of needs (docs/conversation-model.md §2); a topic that was
 * never raised has none.
 */
public enum NeedDepth implements Label {
    /** The customer told how things are. */
    SITUATION(1),

    /** The customer admitted a problem. */
    PROBLEM(2),

    /** The customer admitted what the problem leads to. */
    IMPLICATION(3),

    /** The customer stated a want, or in own words what solving it would be worth. */
    EXPLICIT_NEED(4);

    private final int level;

    NeedDepth(int level) {
        this.level = level;
    }

    /** 1…4. */
    public int level() {
        return level;
    }
}
