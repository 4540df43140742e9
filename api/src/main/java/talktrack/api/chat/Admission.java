package talktrack.api.chat;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import talktrack.api.http.Problem;

/** Who may ask now: so many a minute, so many at the same time. Thread-safe. */
final class Admission {

    private static final String EVERYBODY = "";

    private final ChatLimits limits;
    private final RateLimit each;
    private final RateLimit all;
    private final Map<String, Integer> underWay = new HashMap<>();

    Admission(ChatLimits limits) {
        this.limits = limits;
        this.each = new RateLimit(limits.askerPerMinute());
        this.all = new RateLimit(limits.allPerMinute());
    }

    /** A question that is being answered; closed when it is, and twice does no harm. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Lets a question in.
     *
     * @throws Problem 429, with Retry-After, where it is too much
     */
    Place admit(Context ctx, String asker) {
        Place place = place(ctx, asker);
        try {
            refuse(
                    ctx,
                    each.waitOf(asker),
                    "More than %d questions in a minute came from here."
                            .formatted(limits.askerPerMinute()));
            refuse(ctx, all.waitOf(EVERYBODY), "Very many people ask at this moment.");
            return place;
        } catch (Problem e) {
            place.close();
            throw e;
        }
    }

    private synchronized Place place(Context ctx, String asker) {
        int own = underWay.getOrDefault(asker, 0);
        int everybody = underWay.values().stream().mapToInt(Integer::intValue).sum();
        if (own >= limits.askerStreams() || everybody >= limits.allStreams()) {
            ctx.header("Retry-After", "2");
            throw new Problem(
                    429,
                    "too-many-at-once",
                    "Too many questions at once",
                    own >= limits.askerStreams()
                            ? "%d questions from here are being answered already.".formatted(own)
                            : "Very many people ask at this moment.",
                    "Wait for an answer, then ask again.");
        }
        underWay.put(asker, own + 1);
        AtomicBoolean left = new AtomicBoolean();
        return () -> {
            if (left.compareAndSet(false, true)) {
                leave(asker);
            }
        };
    }

    private synchronized void leave(String asker) {
        underWay.computeIfPresent(asker, (key, count) -> count > 1 ? count - 1 : null);
    }

    private static void refuse(Context ctx, Optional<Duration> wait, String detail) {
        if (wait.isPresent()) {
            long seconds = wait.get().toSeconds() + 1;
            ctx.header("Retry-After", String.valueOf(seconds));
            throw new Problem(
                    429,
                    "too-many-questions",
                    "Too many questions",
                    detail,
                    "Wait %d seconds, then ask again.".formatted(seconds));
        }
    }
}
