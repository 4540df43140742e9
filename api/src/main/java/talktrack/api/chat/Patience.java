package talktrack.api.chat;

import dev.failsafe.CircuitBreaker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for work that somebody waits for: not longer than a limit until there is something to show.
 * Work that has been waited for in vain twice in a row is left alone for a while, so that not every
 * asker waits for the same silence. Thread-safe.
 */
final class Patience {

    private static final Logger log = LoggerFactory.getLogger(Patience.class);
    private static final int IN_VAIN = 2;
    private static final Duration LEFT_ALONE = Duration.ofSeconds(30);

    private final String what;
    private final Duration limit;
    private final CircuitBreaker<Object> breaker =
            CircuitBreaker.builder().withFailureThreshold(IN_VAIN).withDelay(LEFT_ALONE).build();

    /**
     * @param what is waited for, as the log names it
     */
    Patience(String what, Duration limit) {
        this.what = what;
        this.limit = limit;
    }

    /** How the waiting for something to show ended. */
    private enum Ended {
        CAME,
        IN_VAIN,

        /** Whoever waited went away, which says nothing about the work. */
        LEFT
    }

    private sealed interface Event<T, P> {
        record Part<T, P>(P part) implements Event<T, P> {}

        record Done<T, P>(Optional<T> result) implements Event<T, P> {}

        record Failed<T, P>(RuntimeException cause) implements Event<T, P> {}
    }

    /** The same for work that shows nothing before its end. */
    <T> Optional<T> of(Supplier<Optional<T>> work) {
        return of(nobody -> work.get(), part -> {});
    }

    /**
     * Does the work in a thread of its own, which is interrupted when it is given up.
     *
     * @param work is handed where to put what may be shown already
     * @param soFar gets that in the caller's thread; what it throws ends the work
     * @return empty when the work has no result, or when nothing came within the limit
     */
    <T, P> Optional<T> of(Function<Consumer<P>, Optional<T>> work, Consumer<P> soFar) {
        if (!breaker.tryAcquirePermit()) {
            return Optional.empty();
        }
        Ended ended = Ended.LEFT;
        BlockingQueue<Event<T, P>> events = new LinkedBlockingQueue<>();
        Thread worker = Thread.ofVirtual().name(what).start(() -> work(work, events));
        try {
            Event<T, P> event = events.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
            ended = event == null ? Ended.IN_VAIN : Ended.CAME;
            if (event == null) {
                log.warn("given up what={} cause=nothing within {}", what, limit);
                return Optional.empty();
            }
            while (event instanceof Event.Part<T, P>(P part)) {
                soFar.accept(part);
                event = events.take();
            }
            return result(event);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            worker.interrupt();
            record(ended);
        }
    }

    private void record(Ended ended) {
        switch (ended) {
            case CAME -> breaker.recordSuccess();
            case IN_VAIN -> breaker.recordFailure();
            case LEFT -> {
                if (breaker.isHalfOpen()) { // it was on trial, and a trial has to end
                    breaker.recordFailure();
                }
            }
        }
    }

    private static <T, P> void work(
            Function<Consumer<P>, Optional<T>> work, BlockingQueue<Event<T, P>> events) {
        try {
            events.add(new Event.Done<>(work.apply(part -> events.add(new Event.Part<>(part)))));
        } catch (RuntimeException e) {
            events.add(new Event.Failed<>(e));
        }
    }

    private static <T, P> Optional<T> result(Event<T, P> event) {
        return switch (event) {
            case Event.Part<T, P> part -> throw new IllegalStateException("Bug: not the end");
            case Event.Done<T, P>(Optional<T> result) -> result;
            case Event.Failed<T, P>(RuntimeException cause) -> throw cause;
        };
    }
}
