package talktrack.api.topics;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import talktrack.models.events.Backlog;
import talktrack.models.events.Topic;

/** What topics hold now, read once. */
public final class Kept {

    private Kept() {}

    /**
     * Tells what a topic holds for some calls: a call's records are in partitions of the same
     * number.
     *
     * @param ofCalls partitions of another topic with the same calls
     */
    public static void read(
            String bootstrapServers,
            Topic<?> topic,
            Collection<TopicPartition> ofCalls,
            Consumer<ConsumerRecord<String, byte[]>> each) {
        read(bootstrapServers, topic, ofCalls.stream().map(TopicPartition::partition), each);
    }

    /** Tells all that a topic holds, in order within a partition. */
    public static void read(
            String bootstrapServers,
            Topic<?> topic,
            Consumer<ConsumerRecord<String, byte[]>> each) {
        read(bootstrapServers, topic, IntStream.range(0, topic.partitions()).boxed(), each);
    }

    private static void read(
            String bootstrapServers,
            Topic<?> topic,
            Stream<Integer> partitions,
            Consumer<ConsumerRecord<String, byte[]>> each) {
        List<TopicPartition> ours =
                partitions.map(one -> new TopicPartition(topic.name(), one)).toList();
        try (KafkaConsumer<String, byte[]> reader =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "isolation.level",
                                "read_committed"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            Backlog.readAll(reader, ours, each);
        }
    }
}
