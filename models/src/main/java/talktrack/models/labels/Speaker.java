package talktrack.models.labels;

/**
 * Who speaks: the seller's side, the buyer's side, or nobody knows (mono recordings, until speakers
 * are told apart).
 */
public enum Speaker implements Label {
    REP,
    CUSTOMER,
    UNKNOWN
}
