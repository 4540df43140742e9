package talktrack.api.conversations;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.events.EventProducer;
import talktrack.models.events.Backlog;
import talktrack.models.events.Topic;

/**
 * A compacted topic of one partition that only this server writes, with all of its state in memory.
 * Thread-safe; who reads a value to write another in its place holds a lock of their own.
 */
final class StateTopic<V> {

    private static final Logger log = LoggerFactory.getLogger(StateTopic.class);

    private final Topic<V> topic;
    private final EventProducer events;
    private final Map<String, V> values = new ConcurrentHashMap<>();

    /** Reads all that is in the topic now. */
    StateTopic(Topic<V> topic, KafkaConsumer<String, byte[]> consumer, EventProducer events) {
        this.topic = topic;
        this.events = events;
        List<TopicPartition> all = List.of(new TopicPartition(topic.name(), 0));
        Backlog.readAll(consumer, all, this::learn);
    }

    private void learn(ConsumerRecord<String, byte[]> record) {
        try {
            if (record.value() == null) {
                values.remove(record.key());
            } else {
                values.put(record.key(), topic.read(record.value()));
            }
        } catch (IOException e) {
            log.warn(
                    "unreadable record skipped topic={} offset={}",
                    topic.name(),
                    record.offset(),
                    e);
        }
    }

    Optional<V> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    Collection<V> values() {
        return List.copyOf(values.values());
    }

    /** Returns when Kafka has it. */
    void put(String key, V value) {
        events.write(topic.record(key, value));
        values.put(key, value);
    }

    void remove(String key) {
        events.write(topic.tombstone(key));
        values.remove(key);
    }
}
