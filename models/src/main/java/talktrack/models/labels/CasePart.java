package talktrack.models.labels;

/** What a case tells, of which each has its proof. */
public enum CasePart implements Label {
    CUSTOMER,
    DECISION_CHAIN,
    PROBLEM,
    VALUE_SHOWN,
    OUTCOME
}
