package talktrack.models.labels;

/**
 * Who speaks: the seller's side, the buyer's side, or nobody knows, as when the voices of a mono
 * recording cannot be told apart.
 */
public enum Speaker implements Label {
    REP,
    CUSTOMER,
    UNKNOWN
}
