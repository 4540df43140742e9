package talktrack.models.labels;

/** Whether a customer's utterance states a need (docs/conversation-model.md §2). */
public enum Need implements Label {
    NONE,

    /** A problem, a difficulty, a dissatisfaction. */
    IMPLIED,

    /** A want, a desire, an intention to act. */
    EXPLICIT
}
