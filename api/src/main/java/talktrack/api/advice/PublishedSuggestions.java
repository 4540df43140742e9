package talktrack.api.advice;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.topics.Kept;
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

    /** Reads the suggestions for the calls of these partitions. */
    void learn(String bootstrapServers, Collection<TopicPartition> ofCalls) {
        Kept.read(bootstrapServers, Topics.SUGGESTIONS, ofCalls, this::learn);
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
