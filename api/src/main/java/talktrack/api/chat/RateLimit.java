package talktrack.api.chat;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** So many questions in a minute for everybody who asks. Thread-safe. */
final class RateLimit {

    /** Whoever asked longest ago is forgotten first; by then their minute is over. */
    private static final int MOST_ASKERS = 10_000;

    private final int perMinute;
    private final Map<String, Bucket> buckets =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                    return size() > MOST_ASKERS;
                }
            };

    RateLimit(int perMinute) {
        this.perMinute = perMinute;
    }

    /**
     * Lets this one ask, and counts it.
     *
     * @return how long to wait, where they have asked too much
     */
    synchronized Optional<Duration> waitOf(String asker) {
        ConsumptionProbe probe =
                buckets.computeIfAbsent(asker, key -> bucket()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(
                        limit ->
                                limit.capacity(perMinute)
                                        .refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }
}
