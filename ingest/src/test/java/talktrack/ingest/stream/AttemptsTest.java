package talktrack.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.models.events.Recording;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.Language;

class AttemptsTest {

    @TempDir Path data;

    @Test
    void anAttemptThatNeverEndedCountsAfterARestart() throws Exception {
        new Attempts(data.resolve("attempts")).begin(work("c1", 1));
        new Attempts(data.resolve("attempts")).begin(work("c1", 1));

        assertThat(new Attempts(data.resolve("attempts")).begin(work("c1", 1))).isEqualTo(3);
    }

    @Test
    void aReadingThatNeverEndedIsStillOpenAfterARestart() throws Exception {
        new Attempts(data).begin(work("c1", 1));

        Attempts restarted = new Attempts(data);
        assertThat(restarted.open(work("c1", 1))).isTrue();
        assertThat(restarted.open(work("c2", 1))).isFalse();
        restarted.end(work("c1", 1));
        assertThat(restarted.open(work("c1", 1))).isFalse();
    }

    @Test
    void anAttemptThatEndedDoesNotCount() throws Exception {
        Attempts attempts = new Attempts(data);
        attempts.begin(work("c1", 1));
        attempts.end(work("c1", 1));
        attempts.end(work("c1", 1)); // ended is ended

        assertThat(attempts.begin(work("c1", 1))).isEqualTo(1);
    }

    @Test
    void everyRequestIsCountedForItself() throws Exception {
        Attempts attempts = new Attempts(data);
        attempts.begin(work("c1", 1));

        assertThat(attempts.begin(work("c1", 2))).as("asked for again").isEqualTo(1);
        assertThat(attempts.begin(work("c2", 1))).as("another call").isEqualTo(1);
    }

    private static Work work(String callId, int revision) {
        return new Work(
                new TopicPartition("recordings", 0),
                7,
                new Recording(
                        callId,
                        revision,
                        Recording.Kind.AUDIO,
                        callId + "/original",
                        "",
                        "call.wav",
                        1,
                        Language.EN,
                        ChannelLayout.AUTO,
                        "Anna",
                        "",
                        List.of(),
                        0,
                        "",
                        Instant.EPOCH));
    }
}
