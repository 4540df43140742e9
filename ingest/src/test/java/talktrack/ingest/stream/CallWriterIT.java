package talktrack.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.ingest.stream.TestKafka.Kept;
import talktrack.models.events.Recording;
import talktrack.models.events.Topics;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.events.Utterance;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.FailureKind;
import talktrack.models.labels.Language;
import talktrack.models.labels.Speaker;

class CallWriterIT {

    private static final TopicPartition PARTITION = new TopicPartition(Topics.RECORDINGS.name(), 0);

    @TempDir Path folder;

    @Test
    void ofACallTooLargeForTheProducerNothingIsWrittenAndTheNextCanBe() throws Exception {
        try (TestKafka kafka = new TestKafka(folder);
                CallWriter writer =
                        new CallWriter(
                                new Clients(kafka.bootstrapServers(), "ingest-1").transactions())) {
            assertThatThrownBy(
                            () ->
                                    write(
                                            writer,
                                            outcome("large", "hello", "字".repeat(1 << 20), "hi")))
                    .isInstanceOf(RecordTooLargeException.class);
            write(writer, outcome("small", "hello", "你好"));

            assertThat(kafka.read(Topics.UTTERANCES).stream().map(Kept::key))
                    .containsExactlyInAnyOrder("small-1-0000", "small-1-0001");
            assertThat(kafka.read(Topics.TRANSCRIPTS).stream().map(Kept::key))
                    .containsExactly("small");
        }
    }

    private static void write(CallWriter writer, Outcome outcome) throws InterruptedException {
        writer.write(
                outcome,
                Map.of(PARTITION, new OffsetAndMetadata(1)),
                new ConsumerGroupMetadata("ingest"));
    }

    private static Outcome outcome(String callId, String... said) {
        Recording recording =
                new Recording(
                        callId,
                        1,
                        Recording.Kind.TRANSCRIPT,
                        callId + "/original",
                        "",
                        "call.txt",
                        1,
                        Language.EN,
                        ChannelLayout.AUTO,
                        "",
                        "",
                        List.of(),
                        0,
                        "",
                        Instant.EPOCH);
        List<Utterance> utterances = new ArrayList<>();
        for (String text : said) {
            utterances.add(
                    new Utterance(
                            Utterance.id(callId, 1, utterances.size()),
                            callId,
                            1,
                            utterances.size(),
                            0,
                            0,
                            Speaker.UNKNOWN,
                            "",
                            Language.EN,
                            OptionalDouble.empty(),
                            OptionalDouble.empty(),
                            text,
                            "",
                            List.of()));
        }
        return new Outcome(
                new Work(PARTITION, 0, recording),
                new TranscriptEnd.CallFailed(
                        callId, 1, FailureKind.INTERNAL, "reason", "cause", Instant.EPOCH),
                utterances,
                1);
    }
}
