package talktrack.ingest;

import talktrack.models.labels.FailureKind;

/**
 * This file cannot become a transcript, however often one tries: the file is at fault, or a speech
 * model is missing.
 */
public final class UnreadableRecording extends Exception {

    private static final long serialVersionUID = 1;

    private final FailureKind kind;
    private final String technicalCause;

    /**
     * @param reason sentences that a rep understands: what happened, what it means, what to do
     * @param technicalCause for an operator
     */
    public UnreadableRecording(FailureKind kind, String reason, String technicalCause) {
        super(reason);
        this.kind = kind;
        this.technicalCause = technicalCause;
    }

    public UnreadableRecording(
            FailureKind kind, String reason, String technicalCause, Throwable cause) {
        super(reason, cause);
        this.kind = kind;
        this.technicalCause = technicalCause;
    }

    public FailureKind kind() {
        return kind;
    }

    /** English sentences for a rep. */
    public String reason() {
        return getMessage();
    }

    /** What an operator needs to know. */
    public String technicalCause() {
        return technicalCause;
    }
}
