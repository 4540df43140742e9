package talktrack.api.llm;

import dev.failsafe.RateLimiter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import talktrack.api.Config.Llm.Limits;

/**
 * How much the language model may be asked: so often a minute, so much a day. Visitors have a part
 * of it, so that strangers who ask much leave the rest to the team. Thread-safe.
 */
final class Allowance {

    /**
     * @param file in the data folder, where the day's counts lie
     * @param remark on a limit that is reached
     */
    private record Whose(String file, String remark) {
        static final Whose EVERYBODY = new Whose(DailyUsage.FILE, "");
        static final Whose VISITORS =
                new Whose("llm-usage-visitors.json", " (visitors: talktrack.chat.widget-share)");
    }

    private final Limits limits;
    private final Optional<Path> data;
    private final Clock clock;
    private final Whose whose;
    private final Optional<RateLimiter<Object>> rate;
    private final DailyUsage usage;
    private final Optional<Allowance> whole;

    /** Everybody's. */
    Allowance(Limits limits, Optional<Path> data, Clock clock) {
        this(limits, data, clock, Whose.EVERYBODY, Optional.empty());
    }

    private Allowance(
            Limits limits,
            Optional<Path> data,
            Clock clock,
            Whose whose,
            Optional<Allowance> whole) {
        this.limits = limits;
        this.data = data;
        this.clock = clock;
        this.whose = whose;
        this.whole = whole;
        this.usage = new DailyUsage(data.map(f -> f.resolve(whose.file())), limits, clock);
        this.rate =
                limits.requestsPerMinute() == 0
                        ? Optional.empty()
                        : Optional.of(
                                RateLimiter.burstyBuilder(
                                                limits.requestsPerMinute(), Duration.ofMinutes(1))
                                        .build());
    }

    /**
     * The visitors' part: what they use counts here and in the whole.
     *
     * @param ratio 0…1 of each limit
     */
    Allowance ofVisitors(double ratio) {
        return new Allowance(limits.part(ratio), data, clock, Whose.VISITORS, Optional.of(this));
    }

    /**
     * Counts a request that is about to be sent. The part before the whole: what a part refuses
     * takes nothing from the others.
     *
     * @param patience how long to wait within the minute's limit
     * @throws LimitReached when there is no more
     */
    void take(Duration patience) {
        try {
            if (rate.isPresent() && !rate.get().tryAcquirePermit(patience)) {
                throw new LimitReached("talktrack.llm.requests-per-minute" + whose.remark());
            }
        } catch (InterruptedException e) {
            throw Endpoint.interrupted(e);
        }
        usage.request()
                .ifPresent(
                        limit -> {
                            throw new LimitReached(limit + whose.remark());
                        });
        try {
            whole.ifPresent(all -> all.take(patience));
        } catch (RuntimeException e) {
            usage.giveBack(); // not sent; of the minute it stays taken
            throw e;
        }
    }

    /** Counts what was read and written. */
    void tokens(long count) {
        usage.tokens(count);
        whole.ifPresent(all -> all.tokens(count));
    }
}
