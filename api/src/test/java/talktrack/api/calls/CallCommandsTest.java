package talktrack.api.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.api.http.Problem;
import talktrack.ingest.store.FolderStore;
import talktrack.models.labels.ChannelLayout;

/**
 * What becomes of a recording when Kafka, which no test can have time out at will, does not answer.
 */
class CallCommandsTest {

    private static final Clock NOW = Clock.systemUTC();

    @TempDir Path data;

    private final CallRegistry registry = new CallRegistry();
    private final MockProducer<String, byte[]> kafka =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());

    @Test
    void aRecordingStaysWhenKafkaDoesNotConfirmIt() throws Exception {
        kafka.sendException = new TimeoutException("no answer, though it may have got through");

        assertThatThrownBy(() -> upload(NOW))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(503));
        commands(NOW).sweepUnconfirmed();
        assertThat(originals()).hasSize(1);

        kafka.sendException = null;
        String call = upload(NOW).id();
        commands(inAWeek()).sweepUnconfirmed();
        assertThat(originals()).singleElement().asString().contains(call);
    }

    @Test
    void whatNeverBecameACallGoesAfterItsDay() throws Exception {
        kafka.sendException = new TimeoutException("no answer");
        assertThatThrownBy(() -> upload(NOW)).isInstanceOf(Problem.class);

        commands(inAWeek()).sweepUnconfirmed();

        assertThat(originals()).isEmpty();
    }

    @Test
    void aStoreThatOutlivedItsKafkaIsLeftAlone() throws Exception {
        upload(NOW);
        CallRegistry empty = new CallRegistry();

        new CallCommands(empty, store(), data.resolve("notes"), kafka, inAWeek())
                .sweepUnconfirmed();

        assertThat(originals()).hasSize(1);
    }

    private Call upload(Clock clock) throws Exception {
        return commands(clock)
                .upload(
                        new Upload(
                                "call.txt",
                                "Anna Brooks",
                                Optional.empty(),
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                ChannelLayout.AUTO,
                                "",
                                Optional.empty(),
                                false,
                                Optional.empty(),
                                Optional.empty()),
                        new ByteArrayInputStream(
                                "Anna: hello\nBob: hello\n".getBytes(StandardCharsets.UTF_8)));
    }

    private CallCommands commands(Clock clock) {
        return new CallCommands(registry, store(), data.resolve("notes"), kafka, clock);
    }

    private FolderStore store() {
        return new FolderStore(data.resolve("recordings"));
    }

    private static Clock inAWeek() {
        return Clock.offset(NOW, Duration.ofDays(7));
    }

    private List<Path> originals() throws Exception {
        try (Stream<Path> files = Files.walk(data.resolve("recordings"))) {
            return files.filter(file -> file.endsWith("original")).toList();
        }
    }
}
