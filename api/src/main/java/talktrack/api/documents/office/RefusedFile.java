package talktrack.api.documents.office;

import java.io.IOException;

/** A file cannot be read; the message says why and what to do, for people. */
public final class RefusedFile extends IOException {

    private static final long serialVersionUID = 1L;

    RefusedFile(String message) {
        super(message);
    }

    RefusedFile(String message, Throwable cause) {
        super(message, cause);
    }
}
