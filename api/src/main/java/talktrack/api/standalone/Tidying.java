package talktrack.api.standalone;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has to be tidied up, one after the other and beside all else: a bucket may be slow or away,
 * and nobody shall wait for that. What fails keeps nothing else from being done.
 */
final class Tidying implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Tidying.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("tidying").factory());

    /** What is left when it fails, the next time or the next start finds again. */
    @FunctionalInterface
    interface Chore {
        void run() throws IOException, InterruptedException;
    }

    /** Does it as soon as what came before is done. */
    void once(String what, Chore chore) {
        thread.execute(() -> attempt(what, chore));
    }

    /** The same, and once more each time that this long has passed since. */
    void again(String what, Duration every, Chore chore) {
        var unused =
                thread.scheduleWithFixedDelay(
                        () -> attempt(what, chore), 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void attempt(String what, Chore chore) {
        try {
            chore.run();
        } catch (InterruptedException e) {
            log.info("stopped tidying up {}; the next start does it", what);
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            log.warn("{} could not be tidied up, later again", what, e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("the recording store is still being asked");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
