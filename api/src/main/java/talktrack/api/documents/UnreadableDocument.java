package talktrack.api.documents;

import java.io.IOException;

/** A document cannot be used; the message says why and what to do, for people. */
final class UnreadableDocument extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableDocument(String message) {
        super(message);
    }

    UnreadableDocument(String message, Throwable cause) {
        super(message, cause);
    }
}
