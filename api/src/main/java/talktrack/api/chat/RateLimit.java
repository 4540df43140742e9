package talktrack.api.chat;

import dev.failsafe.RateLimiter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** So many questions in a minute for everybody who asks. Thread-safe. */
final class RateLimit {

    /** Whoever asked longest ago is forgotten first; by then their minute is over. */
    private static final int MOST_ASKERS = 10_000;

    private final int perMinute;
    private final Map<String, RateLimiter<Object>> limiters =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, RateLimiter<Object>> eldest) {
                    return size() > MOST_ASKERS;
                }
            };

    RateLimit(int perMinute) {
        this.perMinute = perMinute;
    }

    /** Whether this one may ask now; counts it if so. */
    synchronized boolean allows(String asker) {
        return limiters.computeIfAbsent(
                        asker,
                        key -> RateLimiter.burstyBuilder(perMinute, Duration.ofMinutes(1)).build())
                .tryAcquirePermit();
    }
}
