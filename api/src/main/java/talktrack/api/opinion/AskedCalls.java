package talktrack.api.opinion;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.topics.Kept;
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

    /** Reads the opinions of the calls of these partitions. */
    void learn(String bootstrapServers, Collection<TopicPartition> ofCalls) {
        Kept.read(bootstrapServers, Topics.SECOND_OPINIONS, ofCalls, this::learn);
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
