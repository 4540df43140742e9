package talktrack.api.callquestions;

import talktrack.models.labels.Label;

/** What a question about calls asks for. */
enum Intent implements Label {
    /** How good somebody is at something. */
    SCORE,
    /** Who does something best, worst, most or least. */
    RANKING,
    /** What somebody or a team is good or weak at. */
    STRENGTHS,
    CALL_COUNT,
    /** Which objections come, and how often. */
    OBJECTIONS,
    /** Whether somebody is getting better. */
    TREND,
    NEEDS,
    /** What was agreed at the end. */
    NEXT_STEPS,
    /** What somebody said about something. */
    SAID
}
