package talktrack.api.callquestions;

import talktrack.models.labels.Label;

/** Which end of a ranking is asked for. */
enum Order implements Label {
    BEST,
    WORST,
    /** Of a metric, which is neither good nor bad. */
    MOST,
    LEAST;

    boolean highestFirst() {
        return this == BEST || this == MOST;
    }
}
