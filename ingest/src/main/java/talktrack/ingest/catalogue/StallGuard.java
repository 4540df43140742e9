package talktrack.ingest.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * Ends the reading of a stream that sends nothing any more: the HTTP client would wait for ever.
 */
final class StallGuard implements AutoCloseable {

    private final Thread watch;
    private volatile long aliveNanos = System.nanoTime();

    StallGuard(InputStream stream, Duration longest) {
        watch = Thread.ofVirtual().name("stall-guard").start(() -> watch(stream, longest));
    }

    void alive() {
        aliveNanos = System.nanoTime();
    }

    private void watch(InputStream stream, Duration longest) {
        try {
            while (true) {
                long left = longest.toNanos() - (System.nanoTime() - aliveNanos);
                if (left <= 0) {
                    stream.close();
                    return;
                }
                Thread.sleep(Duration.ofNanos(left));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the reading has ended
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
