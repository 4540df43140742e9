package talktrack.ingest.stream;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.kafka.common.TopicPartition;
import talktrack.models.events.Recording;

/**
 * Calls that wait to be read: the shortest first, yet none waits for ever. A call's turn comes by
 * when it came plus how long its reading will take, so that it is only overtaken by calls that came
 * within that time after it.
 */
final class WaitingCalls {

    /**
     * Of compressed sound, as phones and meeting programs record it: 64 kbit/s. It only orders the
     * queue, so being wrong by a factor costs nobody his call.
     */
    private static final double BYTES_PER_SECOND = 8_000;

    /** About what one core needs for a second of sound. */
    private static final double REAL_TIME_FACTOR = 0.3;

    private record Waiting(Work work, double turnSeconds, long number) {}

    private final PriorityQueue<Waiting> queue =
            new PriorityQueue<>(
                    Comparator.comparingDouble(Waiting::turnSeconds)
                            .thenComparingLong(Waiting::number));
    private long taken;

    /**
     * @param nowSeconds on a clock that only goes forward
     */
    void add(Work work, double nowSeconds) {
        queue.add(new Waiting(work, nowSeconds + readingSeconds(work.recording()), taken++));
    }

    /** The one whose turn it is. */
    Optional<Work> peek() {
        return Optional.ofNullable(queue.peek()).map(Waiting::work);
    }

    /** Takes out the one whose turn it is. */
    void remove() {
        queue.remove();
    }

    void forget(Collection<TopicPartition> lost) {
        queue.removeIf(waiting -> lost.contains(waiting.work().partition()));
    }

    int size() {
        return queue.size();
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    private static double readingSeconds(Recording recording) {
        boolean nothingToHear =
                recording.kind() == Recording.Kind.TRANSCRIPT || recording.keepsWordsOf() > 0;
        return nothingToHear ? 0 : recording.sizeBytes() / BYTES_PER_SECOND * REAL_TIME_FACTOR;
    }
}
