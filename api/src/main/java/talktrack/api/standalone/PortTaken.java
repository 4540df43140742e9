package talktrack.api.standalone;

import java.io.IOException;

/** Another program listens on the page's port. */
public final class PortTaken extends IOException {

    private static final long serialVersionUID = 1L;

    private final int port;

    PortTaken(int port) {
        super("port %d is taken".formatted(port));
        this.port = port;
    }

    public int port() {
        return port;
    }
}
