package talktrack.models.labels;

/** The language of a call. */
public enum Language implements Label {
    EN,
    ZH
}
