package talktrack.models.labels;

/** Why a coach does not want a recommendation; each teaches the ranking something else. */
public enum DismissalReason implements Label {
    /** The rep does this well enough. */
    ALREADY_GOOD,

    /** True, but something else comes first. */
    NOT_NOW,

    /** The skill does not matter in this rep's calls. */
    NOT_RELEVANT,

    /** The moment does not show what it is said to show. */
    WRONG_CLIP,

    /** The talk track does not fit. */
    WRONG_TALK_TRACK,

    /** What the note says. */
    OTHER
}
