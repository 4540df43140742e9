package talktrack.ingest.stream;

import org.apache.kafka.common.TopicPartition;
import talktrack.models.events.Recording;

/** A request, and where in Kafka it stands. */
record Work(TopicPartition partition, long offset, Recording recording) {

    String callId() {
        return recording.callId();
    }

    int revision() {
        return recording.revision();
    }
}
