package talktrack.api.advice;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.models.events.Suggestion;
import talktrack.models.events.Topics;

/** What stands in topic suggestions for the calls of our partitions. For one thread. */
final class PublishedSuggestions {

    private static final Logger log = LoggerFactory.getLogger(PublishedSuggestions.class);

    private final Map<String, Map<String, Suggestion>> byCall = new HashMap<>();

    /** By suggestion id. */
    Map<String, Suggestion> of(String callId) {
        return byCall.getOrDefault(callId, Map.of());
    }

    void put(String callId, Map<String, Suggestion> suggestions) {
        if (suggestions.isEmpty()) {
            byCall.remove(callId);
        } else {
            byCall.put(callId, suggestions);
        }
    }

    /**
     * Reads the suggestions for the calls of these partitions: they are in partitions of the same
     * numbers.
     */
    void learn(String bootstrapServers, Collection<TopicPartition> ofCalls) {
        List<TopicPartition> ours =
                ofCalls.stream()
                        .map(one -> new TopicPartition(Topics.SUGGESTIONS.name(), one.partition()))
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
                reader.poll(Duration.ofMillis(500)).forEach(this::learn);
            }
        }
    }

    /** Somebody else may write for these calls now; what stays ours is learnt again. */
    void forget() {
        byCall.clear();
    }

    private void learn(ConsumerRecord<String, byte[]> record) {
        String callId = record.key().substring(0, record.key().indexOf('-'));
        Map<String, Suggestion> ofCall = byCall.computeIfAbsent(callId, id -> new HashMap<>());
        try {
            if (record.value() == null) {
                ofCall.remove(record.key());
            } else {
                ofCall.put(record.key(), Topics.SUGGESTIONS.read(record.value()));
            }
        } catch (IOException e) {
            log.warn("unreadable record skipped topic=suggestions offset={}", record.offset(), e);
        }
    }
}
