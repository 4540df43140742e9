package talktrack.api.calls;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.api.http.Problem;
import talktrack.ingest.RecordingStore;
import talktrack.ingest.store.FolderStore;
import talktrack.ingest.store.StoreUnreachable;
import talktrack.models.labels.ChannelLayout;

/**
 * What becomes of a recording when Kafka, which no test can have time out at will, does not answer.
 */
class CallCommandsTest {

    private static final Clock NOW = Clock.systemUTC();

    @TempDir Path data;

    private final CallRegistry registry = new CallRegistry();
    private final AtomicReference<CallCommands> busy = new AtomicReference<>();
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

    @Test
    void noOtherCallWaitsForAStoreThatTakesItsTimeToDelete() throws Exception {
        String slow = upload(commands(NOW), "Bob: hello").id();
        String other = upload(commands(NOW), "Bob: good morning").id();
        CallCommands commands =
                commands(
                        callId -> {
                            CallCommands all = busy.get();
                            supplyAsync(() -> retried(all, other)).get(30, TimeUnit.SECONDS);
                        });
        busy.set(commands);

        commands.delete(slow);

        assertThat(registry.find(other).orElseThrow().revision()).isEqualTo(2);
        assertThat(originals()).singleElement().asString().contains(other);
    }

    @Test
    void whatIsUploadedAgainWhileItIsDeletedKeepsItsFile() throws Exception {
        String call = upload(NOW).id();
        AtomicReference<Thread> again = new AtomicReference<>();
        CallCommands commands =
                commands(
                        callId -> {
                            again.set(Thread.ofVirtual().start(() -> uploadAgain(busy.get())));
                            await().until(
                                            () ->
                                                    again.get().getState() == Thread.State.WAITING
                                                            || !again.get().isAlive());
                        });
        busy.set(commands);

        commands.delete(call);
        again.get().join();

        assertThat(registry.find(call).orElseThrow().revision()).isEqualTo(2);
        assertThat(originals()).singleElement().asString().contains(call);
    }

    @Test
    void whatIsUploadedAgainBeforeItsOldFilesAreDeletedKeepsItsFile() throws Exception {
        String one = upload(commands(NOW), "Bob: hello").id();
        String two = upload(commands(NOW), "Bob: good morning").id();
        commands(NOW).delete(one);
        commands(NOW).delete(two);
        CallCommands commands =
                commands(
                        callId ->
                                upload(
                                        commands(NOW),
                                        callId.equals(one) ? "Bob: good morning" : "Bob: hello"));

        commands.deleteLeftFiles();

        assertThat(registry.calls()).hasSize(1);
        assertThat(originals())
                .singleElement()
                .asString()
                .contains(registry.calls().getFirst().id());
    }

    @Test
    void aStoreThatIsAwayIsNotAskedForEveryDeletedCall() throws Exception {
        for (String said : List.of("Bob: hello", "Bob: good morning", "Bob: hi")) {
            commands(NOW).delete(upload(commands(NOW), said).id());
        }
        AtomicInteger asked = new AtomicInteger();
        CallCommands commands =
                commands(
                        callId -> {
                            asked.incrementAndGet();
                            throw new StoreUnreachable("no answer", null);
                        });

        assertThatThrownBy(commands::deleteLeftFiles).isInstanceOf(StoreUnreachable.class);

        assertThat(asked).hasValue(1);
    }

    @Test
    void aDeletedCallIsGoneEvenIfItsFilesAreLeftForLater() throws Exception {
        String call = upload(NOW).id();
        commands(
                        callId -> {
                            throw new StoreUnreachable("no answer", null);
                        })
                .delete(call);
        assertThat(registry.exists(call)).isFalse();
        assertThat(originals()).hasSize(1);

        commands(NOW).deleteLeftFiles();

        assertThat(originals()).isEmpty();
    }

    private Call upload(Clock clock) throws Exception {
        return upload(commands(clock), "Bob: hello");
    }

    private static Call upload(CallCommands commands, String said) throws Exception {
        return commands.upload(
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
                        "Anna: hello\n%s\n".formatted(said).getBytes(StandardCharsets.UTF_8)));
    }

    private static Call uploadAgain(CallCommands commands) {
        try {
            return upload(commands, "Bob: hello");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Call retried(CallCommands commands, String callId) {
        try {
            return commands.retry(callId);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private CallCommands commands(Clock clock) {
        return new CallCommands(registry, store(), data.resolve("notes"), kafka, clock);
    }

    /** Something happens whenever the store is to delete a call's files, before it does. */
    private CallCommands commands(Deleting deleting) {
        FolderStore folder = store();
        RecordingStore store =
                (RecordingStore)
                        Proxy.newProxyInstance(
                                RecordingStore.class.getClassLoader(),
                                new Class<?>[] {RecordingStore.class},
                                (proxy, method, arguments) -> {
                                    if (method.getName().equals("delete")) {
                                        deleting.of((String) arguments[0]);
                                    }
                                    return method.invoke(folder, arguments);
                                });
        return new CallCommands(registry, store, data.resolve("notes"), kafka, NOW);
    }

    @FunctionalInterface
    private interface Deleting {
        void of(String callId) throws Exception;
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
