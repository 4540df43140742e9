package talktrack.api.callquestions;

import talktrack.models.labels.Label;

/** What a figure is counted in. */
enum Unit implements Label {
    /** A score, 0…100. */
    POINTS,
    /** 0…1. */
    SHARE,
    SECONDS,
    PER_MINUTE,
    PER_HOUR,
    PER_CALL,
    TIMES
}
