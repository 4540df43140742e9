package talktrack.api.opinion;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.models.events.SecondOpinions;
import talktrack.models.events.Topics;

/** For which calls of our partitions opinions are kept, and what they rest on. For one thread. */
final class AskedCalls {

    private static final Logger log = LoggerFactory.getLogger(AskedCalls.class);

    private final Map<String, String> basisByCall = new HashMap<>();

    Optional<String> basis(String callId) {
        return Optional.ofNullable(basisByCall.get(callId));
    }

    void put(SecondOpinions kept) {
        basisByCall.put(kept.callId(), kept.basis());
    }

    void forget(String callId) {
        basisByCall.remove(callId);
    }

    /** Somebody else may write for these calls now; what stays ours is learnt again. */
    void forget() {
        basisByCall.clear();
    }

    /**
     * Reads the opinions of the calls of these partitions: they are in partitions of the same
     * numbers.
     */
    void learn(String bootstrapServers, Collection<TopicPartition> ofCalls) {
        List<TopicPartition> ours =
                ofCalls.stream()
                        .map(
                                one ->
                                        new TopicPartition(
                                                Topics.SECOND_OPINIONS.name(), one.partition()))
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

    private void learn(ConsumerRecord<String, byte[]> record) {
        try {
            if (record.value() == null) {
                forget(record.key());
            } else {
                put(Topics.SECOND_OPINIONS.read(record.value()));
            }
        } catch (IOException e) {
            log.warn(
                    "unreadable record skipped topic=second-opinions offset={}",
                    record.offset(),
                    e);
        }
    }
}
