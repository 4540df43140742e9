package talktrack.ingest.stream;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Which offsets may be committed: calls finish out of order, and the committed offset only passes
 * those of which nothing before is unfinished.
 */
final class OffsetTracker {

    private static final class Partition {
        private final TreeSet<Long> unfinished = new TreeSet<>();
        private long next;
        private long committed = -1;

        long committable() {
            return unfinished.isEmpty() ? next : unfinished.first();
        }
    }

    private final Map<TopicPartition, Partition> partitions = new HashMap<>();

    /** A record was read; it is unfinished until said otherwise. */
    void taken(TopicPartition partition, long offset) {
        Partition state = partitions.computeIfAbsent(partition, p -> new Partition());
        state.unfinished.add(offset);
        state.next = Math.max(state.next, offset + 1);
    }

    void finished(TopicPartition partition, long offset) {
        Partition state = partitions.get(partition);
        if (state != null) { // else it belongs to somebody else by now
            state.unfinished.remove(offset);
        }
    }

    /** These partitions belong to somebody else. */
    void forget(Collection<TopicPartition> lost) {
        partitions.keySet().removeAll(lost);
    }

    /** The offset of one partition as if this record were finished, for its transaction. */
    Map<TopicPartition, OffsetAndMetadata> with(TopicPartition partition, long offset) {
        Partition state = partitions.get(partition);
        long committable;
        if (state.unfinished.remove(offset)) {
            committable = state.committable();
            state.unfinished.add(offset);
        } else {
            committable = state.committable();
        }
        return Map.of(partition, new OffsetAndMetadata(committable));
    }

    /** What is not committed yet. */
    Map<TopicPartition, OffsetAndMetadata> due() {
        Map<TopicPartition, OffsetAndMetadata> due = new HashMap<>();
        partitions.forEach(
                (partition, state) -> {
                    if (state.committable() > state.committed) {
                        due.put(partition, new OffsetAndMetadata(state.committable()));
                    }
                });
        return due;
    }

    void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
        offsets.forEach(
                (partition, offset) -> {
                    Partition state = partitions.get(partition);
                    if (state != null) {
                        state.committed = Math.max(state.committed, offset.offset());
                    }
                });
    }
}
