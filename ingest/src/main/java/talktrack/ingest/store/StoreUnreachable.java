package talktrack.ingest.store;

import java.io.IOException;

/** The recording store does not answer for now. The recording is not at fault: try again later. */
public final class StoreUnreachable extends IOException {

    private static final long serialVersionUID = 1L;

    public StoreUnreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
