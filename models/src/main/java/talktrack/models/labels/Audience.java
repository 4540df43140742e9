package talktrack.models.labels;

/** Who may read a document. */
public enum Audience implements Label {
    /** Everybody, customers too. */
    PUBLIC,
    /** Reps and coaches only. */
    INTERNAL;

    /** Whether somebody of this audience may read what is for another. */
    public boolean reads(Audience meant) {
        return this == INTERNAL || meant == PUBLIC;
    }
}
