package talktrack.ingest.stream;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.models.events.Backlog;
import talktrack.models.events.Topics;

/**
 * What Kafka says about each call right now: its newest request, the revision that has an end
 * marker, the revision that was deleted. A few numbers per call.
 */
final class CallStates implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(CallStates.class);

    /** Whether a request is still to be done. */
    enum Verdict {
        DUE,
        FINISHED,
        SUPERSEDED,
        DELETED
    }

    /**
     * @param revision 0 when it was taken back
     */
    private record Request(long offset, int revision) {}

    private final Consumer<String, byte[]> consumer;
    private final Map<String, Request> newest = new HashMap<>();
    private final Map<String, Integer> finished = new HashMap<>();
    private final Map<String, Integer> deleted = new HashMap<>();

    CallStates(Consumer<String, byte[]> consumer) {
        this.consumer = consumer;
        List<TopicPartition> all = new ArrayList<>();
        for (var topic : List.of(Topics.RECORDINGS, Topics.TRANSCRIPTS, Topics.DELETIONS)) {
            for (int i = 0; i < topic.partitions(); i++) {
                all.add(new TopicPartition(topic.name(), i));
            }
        }
        consumer.assign(all);
        consumer.seekToBeginning(all);
    }

    /** Reads all that is committed by now. */
    void catchUp() {
        Backlog.readOn(consumer, this::learn);
    }

    private void learn(ConsumerRecord<String, byte[]> record) {
        try {
            take(record);
        } catch (IOException e) {
            log.warn(
                    "unreadable record topic={} partition={} offset={}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e);
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) throws IOException {
        String callId = record.key();
        byte[] value = record.value();
        if (record.topic().equals(Topics.RECORDINGS.name())) {
            int revision = value == null ? 0 : Topics.RECORDINGS.read(value).revision();
            newest.put(callId, new Request(record.offset(), revision));
        } else if (record.topic().equals(Topics.TRANSCRIPTS.name())) {
            if (value == null) {
                finished.remove(callId);
            } else {
                finished.merge(callId, Topics.TRANSCRIPTS.read(value).revision(), Math::max);
            }
        } else if (value != null) {
            deleted.merge(callId, Topics.DELETIONS.read(value).revision(), Math::max);
        }
    }

    /**
     * @param offset of the request in its partition
     */
    Verdict verdict(String callId, int revision, long offset) {
        if (deleted.getOrDefault(callId, 0) >= revision) {
            return Verdict.DELETED;
        }
        Request request = newest.get(callId);
        if (request != null && request.offset() > offset) {
            if (request.revision() == 0) {
                return Verdict.DELETED;
            }
            if (request.revision() > revision) {
                return Verdict.SUPERSEDED;
            }
        }
        return finished.getOrDefault(callId, 0) >= revision ? Verdict.FINISHED : Verdict.DUE;
    }

    /** Whether nothing of this call shall be left: deleted, and not uploaded again. */
    boolean gone(String callId) {
        Request request = newest.get(callId);
        int deletedRevision = deleted.getOrDefault(callId, 0);
        return request == null
                ? deletedRevision > 0
                : request.revision() == 0 || request.revision() <= deletedRevision;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
