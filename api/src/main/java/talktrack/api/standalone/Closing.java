package talktrack.api.standalone;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was started, to be closed in the opposite order; once. A signal may come in the middle of a
 * start: whatever is opened after that is closed at once.
 */
final class Closing implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Closing.class);

    /** The start was interrupted by a request to stop. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private boolean closed;

    /** Remembers something that was opened. */
    <T extends AutoCloseable> T later(T resource) {
        synchronized (this) {
            if (!closed) {
                opened.push(resource);
                return resource;
            }
        }
        close(resource);
        throw new Stopped();
    }

    /** Whether closing has begun. */
    synchronized boolean closed() {
        return closed;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        for (AutoCloseable next = next(); next != null; next = next()) {
            close(next);
        }
    }

    private synchronized AutoCloseable next() {
        return opened.poll();
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) { // the others must be closed all the same
            log.warn("{} did not close properly", resource.getClass().getSimpleName(), e);
        }
    }
}
