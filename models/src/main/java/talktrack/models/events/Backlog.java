package talktrack.models.events;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What partitions hold by now and a consumer has not read yet. */
public final class Backlog {

    private static final Duration POLL = Duration.ofMillis(500);

    private Backlog() {}

    /** Tells all that is in these partitions, from their beginning, in order within each. */
    public static void readAll(
            Consumer<String, byte[]> consumer,
            Collection<TopicPartition> partitions,
            java.util.function.Consumer<ConsumerRecord<String, byte[]>> each) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        readOn(consumer, each);
    }

    /** The same from where the consumer stands in the partitions that it has. */
    public static void readOn(
            Consumer<String, byte[]> consumer,
            java.util.function.Consumer<ConsumerRecord<String, byte[]>> each) {
        // The ends of now: what comes meanwhile may be told, but is not waited for.
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(each);
        }
    }
}
