package talktrack.api.documents.sandbox;

import java.io.IOException;

/** A document cannot be used; the message says why and what to do, for people. */
public final class UnreadableDocument extends IOException {

    private static final long serialVersionUID = 1L;

    public UnreadableDocument(String message) {
        super(message);
    }

    public UnreadableDocument(String message, Throwable cause) {
        super(message, cause);
    }
}
