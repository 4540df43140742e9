package talktrack.api.topics;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import talktrack.models.events.Topic;

/** What topics hold for some calls: a call's records are in partitions of the same number. */
public final class Kept {

    private Kept() {}

    /**
     * Tells all that is there now, in order within a partition.
     *
     * @param ofCalls partitions of another topic with the same calls
     */
    public static void read(
            String bootstrapServers,
            Topic<?> topic,
            Collection<TopicPartition> ofCalls,
            Consumer<ConsumerRecord<String, byte[]>> each) {
        List<TopicPartition> ours =
                ofCalls.stream()
                        .map(one -> new TopicPartition(topic.name(), one.partition()))
                        .toList();
        try (KafkaConsumer<String, byte[]> reader =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "isolation.level",
                                "read_committed"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            reader.assign(ours);
            reader.seekToBeginning(ours);
            Map<TopicPartition, Long> ends = reader.endOffsets(ours);
            while (ours.stream().anyMatch(one -> reader.position(one) < ends.get(one))) {
                reader.poll(Duration.ofMillis(500)).forEach(each);
            }
        }
    }
}
