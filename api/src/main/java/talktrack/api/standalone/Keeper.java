package talktrack.api.standalone;

import java.io.IOException;
import java.time.Duration;
import java.util.function.IntPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a process again whenever it ends, until it is let go. What keeps it from starting may
 * pass, as a full disk does: it is tried until it works.
 */
final class Keeper {

    /** A start; in the keeper's lock, so that whoever lets go waits for it. */
    @FunctionalInterface
    interface Launch {
        Process launch() throws IOException, InterruptedException;
    }

    private static final Logger log = LoggerFactory.getLogger(Keeper.class);

    private final String name;
    private final Duration pause;
    private final IntPredicate planned;
    private final Launch launch;
    private final Object lock = new Object();
    private Process process; // guarded by lock
    private boolean letGo; // guarded by lock

    /**
     * @param process the first one
     * @param pause before a start after an end that was not planned, or after a start that failed
     * @param planned whether a process that ends with this code wants to be started again at once
     */
    Keeper(String name, Process process, Duration pause, IntPredicate planned, Launch launch) {
        this.name = name;
        this.process = process;
        this.pause = pause;
        this.planned = planned;
        this.launch = launch;
    }

    void start() {
        Thread.ofPlatform().name("keeper of " + name).daemon().start(this::keep);
    }

    boolean alive() {
        synchronized (lock) {
            return process.isAlive();
        }
    }

    /** The process that is to be ended; none is started after it. */
    Process letGo() {
        synchronized (lock) {
            letGo = true;
            lock.notifyAll();
            return process;
        }
    }

    private void keep() {
        try {
            while (true) {
                Process current;
                synchronized (lock) {
                    current = process;
                }
                int code = current.waitFor();
                synchronized (lock) {
                    if (!letGo && !planned.test(code)) {
                        log.warn("{} ended with code {} and is started again", name, code);
                        lock.wait(pause.toMillis());
                    }
                    while (!letGo && !launched()) {
                        lock.wait(pause.toMillis());
                    }
                    if (letGo) {
                        return;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean launched() throws InterruptedException {
        try {
            process = launch.launch();
            log.info("{} started again pid={}", name, process.pid());
            return true;
        } catch (IOException | RuntimeException e) {
            log.error("{} cannot be started again yet", name, e);
            return false;
        }
    }
}
