package talktrack.models.labels;

/**
 * A named thing that a rep does, scored 0…100 with the utterances that prove it (docs/metrics.md).
 */
public enum Skill implements Label {
    OPENING,
    SITUATION_ECONOMY,
    PROBLEM_DISCOVERY,
    IMPLICATION_DEPTH,
    NEED_PAYOFF,
    SOLUTION_MATCH,
    LISTENING,
    OBJECTION_HANDLING,
    TALK_TRACK_ADHERENCE,
    EMOTIONAL_CONTROL,
    CLEAR_NEXT_STEP
}
