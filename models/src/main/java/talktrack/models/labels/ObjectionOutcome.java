package talktrack.models.labels;

/** How an objection ended, by the customer's next words (docs/metrics.md). */
public enum ObjectionOutcome implements Label {
    /** The customer agrees. */
    SETTLED,
    /** The customer goes on to something else, and the objection does not come back. */
    MOVED_ON,
    /** The customer stays negative, puts it off or refuses. */
    LEFT_OPEN,
    /** The customer raises the same again. */
    REPEATED,
    /** The rep never got to answer. */
    UNANSWERED
}
