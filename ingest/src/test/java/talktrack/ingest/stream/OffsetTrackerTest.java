package talktrack.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OffsetTrackerTest {

    private static final TopicPartition A = new TopicPartition("recordings", 0);
    private static final TopicPartition B = new TopicPartition("recordings", 1);

    private final OffsetTracker offsets = new OffsetTracker();

    @Test
    void theCommittedOffsetNeverPassesAnUnfinishedCall() {
        take(A, 10, 11, 12);

        offsets.finished(A, 12);
        offsets.finished(A, 11);
        assertThat(offsets.due()).isEqualTo(at(A, 10));

        offsets.finished(A, 10);
        assertThat(offsets.due()).isEqualTo(at(A, 13));
    }

    @Test
    void aTransactionCommitsAsIfItsOwnCallWereFinished() {
        take(A, 10, 11);

        assertThat(offsets.with(A, 10)).isEqualTo(at(A, 11));
        assertThat(offsets.with(A, 11)).as("10 is still being read").isEqualTo(at(A, 10));
        assertThat(offsets.due()).as("the transaction may fail").isEqualTo(at(A, 10));
    }

    @Test
    void whatIsCommittedIsNotDueAgain() {
        take(A, 10);
        offsets.finished(A, 10);

        offsets.committed(at(A, 11));

        assertThat(offsets.due()).isEmpty();
    }

    @Test
    void gapsOfACompactedTopicDoNotHoldItUp() {
        take(A, 3, 9);
        offsets.finished(A, 3);
        assertThat(offsets.due()).isEqualTo(at(A, 9));

        offsets.finished(A, 9);
        assertThat(offsets.due()).isEqualTo(at(A, 10));
    }

    @Test
    void partitionsOfOthersAreForgotten() {
        take(A, 10);
        take(B, 20);

        offsets.forget(List.of(A));
        offsets.finished(A, 10); // it was still being read when the partition went
        offsets.committed(at(A, 11));
        offsets.finished(B, 20);

        assertThat(offsets.due()).isEqualTo(at(B, 21));
    }

    private void take(TopicPartition partition, long... read) {
        for (long offset : read) {
            offsets.taken(partition, offset);
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> at(TopicPartition partition, long next) {
        return Map.of(partition, new OffsetAndMetadata(next));
    }
}
