package talktrack.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import talktrack.ingest.Progress;
import talktrack.ingest.RecordingReader;
import talktrack.ingest.RecordingStore;
import talktrack.ingest.Transcript;
import talktrack.ingest.store.FolderStore;
import talktrack.ingest.store.StoreUnreachable;
import talktrack.models.events.Recording;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.events.Utterance;
import talktrack.models.fixtures.CallFixture;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.FailureKind;
import talktrack.models.labels.Language;
import talktrack.models.labels.Speaker;

class CallReadingTest {

    private static final Progress UNHEARD = (stage, doneSeconds, totalSeconds) -> {};

    @TempDir Path data;

    private RecordingReader reader;
    private Attempts attempts;
    private CallReading reading;
    private Work work;

    @BeforeEach
    void aCallIsStored() throws IOException {
        reader = new RecordingReader(data);
        attempts = new Attempts(data.resolve("attempts"));
        RecordingStore store = new FolderStore(data.resolve("recordings"));
        reading = new CallReading(store, reader, attempts, Clock.systemUTC());
        byte[] text = "销售：您好\nBob: too expensive\n".getBytes(StandardCharsets.UTF_8);
        RecordingStore.Stored stored = store.put(new ByteArrayInputStream(text), "rep");
        work =
                new Work(
                        new TopicPartition("recordings", 0),
                        7,
                        new Recording(
                                stored.callId(),
                                1,
                                Recording.Kind.TRANSCRIPT,
                                stored.location(),
                                stored.sha256(),
                                "call.txt",
                                stored.sizeBytes(),
                                Language.ZH,
                                ChannelLayout.AUTO,
                                "",
                                "",
                                List.of(),
                                0,
                                "",
                                Instant.EPOCH));
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void aReadingIsOpenUntilItsOutcomeIsWritten() throws Exception {
        Outcome outcome = reading.read(work, UNHEARD);

        assertThat(outcome.end()).isInstanceOf(TranscriptEnd.Transcribed.class);
        assertThat(reading.brokeOffBefore(work)).as("writing may end the process").isTrue();
        reading.ended(work);
        assertThat(reading.brokeOffBefore(work)).isFalse();
    }

    @Test
    void aCallWhoseOutcomeWasNeverWrittenIsGivenUp() throws Exception {
        for (int i = 0; i < Attempts.MOST; i++) {
            assertThat(reading.read(work, UNHEARD).utterances()).hasSize(2);
        }

        assertThat(reading.read(work, UNHEARD).end())
                .isInstanceOfSatisfying(
                        TranscriptEnd.CallFailed.class,
                        failed ->
                                assertThat(failed.reason())
                                        .contains("stopped Talktrack's reader 3 times"));
    }

    @Test
    void aTranscriptOfADeletedCallIsNoLongerRead() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> reading.read(work, UNHEARD))
                .isInstanceOf(InterruptedException.class);
        assertThat(reading.brokeOffBefore(work)).as("that was no crash").isFalse();
    }

    /** The recording is not touched: what was heard of it is enough. */
    @Test
    void aCorrectionKeepsTheWordsThatWereHeard() throws Exception {
        FolderStore store = new FolderStore(data.resolve("recordings"));
        CallFixture call =
                CallFixture.aCall().id(work.callId()).rep("good morning").customer("hello").build();
        new HeardTranscripts(store).keep(new Transcript(call.end(), call.utterances()));
        Recording swapped = work.recording().withLayout(ChannelLayout.CUSTOMER_REP, Instant.EPOCH);
        Files.delete(store.resolve(swapped.location()));

        Outcome outcome = reading.read(new Work(work.partition(), 8, swapped), UNHEARD);

        assertThat(outcome.utterances())
                .extracting(Utterance::text, Utterance::speaker, Utterance::revision)
                .containsExactly(
                        tuple("good morning", Speaker.CUSTOMER, 2), tuple("hello", Speaker.REP, 2));
        assertThat(outcome.end().revision()).isEqualTo(2);
    }

    @Test
    void wordsThatWereHeardLaterAreNotTakenForEarlierOnes() throws Exception {
        HeardTranscripts heard = new HeardTranscripts(new FolderStore(data.resolve("recordings")));
        CallFixture call = CallFixture.aCall().id(work.callId()).revision(3).rep("hello").build();
        heard.keep(new Transcript(call.end(), call.utterances()));

        assertThat(heard.of(work.callId(), 2)).isEmpty();
        assertThat(heard.of(work.callId(), 3)).isPresent();
    }

    @Test
    void aCallWaitsForAStoreThatIsAway() throws Exception {
        FolderStore folder = new FolderStore(data.resolve("recordings"));
        AtomicInteger asked = new AtomicInteger();
        RecordingStore awayAtFirst =
                (RecordingStore)
                        Proxy.newProxyInstance(
                                RecordingStore.class.getClassLoader(),
                                new Class<?>[] {RecordingStore.class},
                                (proxy, method, arguments) -> {
                                    if (method.getName().equals("fetch")
                                            && asked.incrementAndGet() == 1) {
                                        throw new StoreUnreachable("no answer", null);
                                    }
                                    return method.invoke(folder, arguments);
                                });
        CallReading patient = new CallReading(awayAtFirst, reader, attempts, Clock.systemUTC());

        Outcome outcome = patient.read(work, UNHEARD);

        assertThat(outcome.utterances()).hasSize(2);
        assertThat(asked).hasValue(2);
        assertThat(attempts.begin(work)).as("the wait was no attempt of its own").isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(classes = {OutOfMemoryError.class, StackOverflowError.class})
    void aCallThatTakesTooMuchMemoryFailsAlone(Class<? extends Error> kind) throws Exception {
        RecordingStore full =
                (RecordingStore)
                        Proxy.newProxyInstance(
                                RecordingStore.class.getClassLoader(),
                                new Class<?>[] {RecordingStore.class},
                                (proxy, method, arguments) -> {
                                    throw kind.getConstructor().newInstance();
                                });
        CallReading greedy = new CallReading(full, reader, attempts, Clock.systemUTC());

        assertThat(greedy.read(work, UNHEARD).end())
                .isInstanceOfSatisfying(
                        TranscriptEnd.CallFailed.class,
                        failed -> {
                            assertThat(failed.kind()).isEqualTo(FailureKind.INTERNAL);
                            assertThat(failed.reason()).contains("more memory");
                            assertThat(failed.cause()).contains(kind.getName());
                        });
    }
}
