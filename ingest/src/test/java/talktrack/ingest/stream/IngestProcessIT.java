package talktrack.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static talktrack.ingest.TestAudio.tone;
import static talktrack.ingest.TestAudio.wav;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.ingest.IngestProcess;
import talktrack.ingest.RecordingStore;
import talktrack.ingest.store.FolderStore;
import talktrack.ingest.stream.TestKafka.Kept;
import talktrack.models.events.CallProgress;
import talktrack.models.events.Deletion;
import talktrack.models.events.Recording;
import talktrack.models.events.Topics;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.events.Utterance;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.FailureKind;
import talktrack.models.labels.Language;

/** The real child process against a real broker: upload, redo, delete, kill. */
class IngestProcessIT {

    @TempDir static Path kafkaFolder;
    @TempDir static Path data;

    private static TestKafka kafka;

    private final FolderStore store = new FolderStore(data.resolve("recordings"));
    private final List<Process> started = new ArrayList<>();

    @BeforeAll
    static void startKafka() throws Exception {
        kafka = new TestKafka(kafkaFolder);
    }

    @AfterAll
    static void stopKafka() {
        kafka.close();
    }

    @AfterEach
    void stopProcesses() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void aTranscriptIsPublishedOnceAndARedoReplacesIt() throws Exception {
        Recording first = upload("Anna: hello this is Anna from Acme\nBob: too expensive\n");
        start();
        assertThat(ends(first.callId(), 1)).singleElement().isInstanceOf(transcribed());

        kafka.send(Topics.RECORDINGS.record(first.callId(), first)); // delivered again: skipped
        Recording redo = first.nextRevision(Instant.now());
        kafka.send(Topics.RECORDINGS.record(redo.callId(), redo));

        List<TranscriptEnd> ends = ends(first.callId(), 2);
        assertThat(ends).extracting(TranscriptEnd::revision).containsExactly(1, 2);
        assertThat(utteranceIds(first.callId()))
                .containsExactlyInAnyOrder(
                        Utterance.id(first.callId(), 1, 0),
                        Utterance.id(first.callId(), 1, 1),
                        Utterance.id(first.callId(), 2, 0),
                        Utterance.id(first.callId(), 2, 1));
        assertThat(kafka.read(Topics.PROGRESS))
                .anyMatch(
                        kept ->
                                kept.key().equals(first.callId())
                                        && kept.value().stage() == CallProgress.Stage.DONE);
    }

    @Test
    void onlyTheCopyForPlaybackStaysThatTheNewestRevisionPlays() throws Exception {
        Path sound = data.resolve("again.wav");
        wav(sound, 8000, 1, 3, tone(500, 8000));
        Recording first;
        try (var in = Files.newInputStream(sound)) {
            first = recording(store.put(in, "rep"), Recording.Kind.AUDIO);
        }
        String callId = first.callId();
        kafka.send(Topics.RECORDINGS.record(callId, first));
        start();
        ends(callId, 1);
        Recording redo = first.nextRevision(Instant.now());
        kafka.send(Topics.RECORDINGS.record(callId, redo));
        ends(callId, 2);
        await().until(() -> store.size(store.playbackLocation(callId, 1)).isEmpty());

        Recording corrected = redo.withLayout(ChannelLayout.CUSTOMER_REP, Instant.now());
        kafka.send(Topics.RECORDINGS.record(callId, corrected));

        assertThat(ends(callId, 3).getLast())
                .isInstanceOfSatisfying(
                        TranscriptEnd.Transcribed.class,
                        end -> assertThat(store.resolve(end.playback())).isNotEmptyFile());
        assertThat(store.size(store.playbackLocation(callId, 3))).isEmpty();
    }

    @Test
    void whatCannotBeReadBecomesAFailureAndTheNextCallGoesOn() throws Exception {
        kafka.send(
                new ProducerRecord<>(
                        "recordings", "abad", "no json".getBytes(StandardCharsets.UTF_8)));
        Recording text =
                recording(
                        store.put(bytes("no sound at all " + System.nanoTime()), "rep"),
                        Recording.Kind.AUDIO);
        kafka.send(Topics.RECORDINGS.record(text.callId(), text));
        Recording missing =
                recording(
                        new RecordingStore.Stored("feed", "feed/original", "00", 1),
                        Recording.Kind.AUDIO);
        kafka.send(Topics.RECORDINGS.record(missing.callId(), missing));
        Recording good = upload("Anna: hi " + System.nanoTime() + "\nBob: hi\n");
        start();

        assertThat(ends(good.callId(), 1)).singleElement().isInstanceOf(transcribed());
        assertThat(ends(text.callId(), 1))
                .singleElement()
                .isInstanceOfSatisfying(
                        TranscriptEnd.CallFailed.class,
                        failed -> {
                            assertThat(failed.kind()).isEqualTo(FailureKind.NOT_A_RECORDING);
                            assertThat(failed.reason()).contains("text, not a recording");
                        });
        assertThat(ends(missing.callId(), 1))
                .singleElement()
                .isInstanceOfSatisfying(
                        TranscriptEnd.CallFailed.class,
                        failed ->
                                assertThat(failed.kind()).isEqualTo(FailureKind.MISSING_RECORDING));
    }

    @Test
    void aDeletedOrSupersededCallIsNotRead() throws Exception {
        Recording deleted = upload("Anna: one " + System.nanoTime() + "\nBob: hi\n");
        kafka.send(
                Topics.DELETIONS.record(
                        deleted.callId(), new Deletion(deleted.callId(), 1, Instant.now())));
        kafka.send(Topics.RECORDINGS.tombstone(deleted.callId()));
        Recording old = upload("Anna: two " + System.nanoTime() + "\nBob: hi\n");
        Recording newer = old.nextRevision(Instant.now());
        kafka.send(Topics.RECORDINGS.record(newer.callId(), newer));
        start();

        assertThat(ends(old.callId(), 1)).extracting(TranscriptEnd::revision).containsExactly(2);
        Recording last = upload("Anna: three " + System.nanoTime() + "\nBob: hi\n");
        ends(last.callId(), 1);
        assertThat(kafka.read(Topics.TRANSCRIPTS))
                .noneMatch(kept -> kept.key().equals(deleted.callId()));
    }

    @Test
    void aCallForWhichKafkaHasNoRoomFailsAndTheNextIsRead() throws Exception {
        Random random = new Random(7); // letters that cannot be compressed
        String said =
                random.ints(15_000, 'a', 'z' + 1)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        kafka.limitRecords(Topics.UTTERANCES, 8_000);
        try {
            Recording large = upload("Anna: hello\nBob: " + said + "\nAnna: 好的\n");
            Process process = start();

            assertThat(ends(large.callId(), 1))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            TranscriptEnd.CallFailed.class,
                            failed -> {
                                assertThat(failed.kind()).isEqualTo(FailureKind.INTERNAL);
                                assertThat(failed.reason()).contains("too large");
                            });
            assertThat(utteranceIds(large.callId())).as("all or nothing").isEmpty();
            Recording next = upload("Anna: next " + System.nanoTime() + "\nBob: hi\n");
            assertThat(ends(next.callId(), 1)).singleElement().isInstanceOf(transcribed());
            assertThat(process.isAlive()).isTrue();
        } finally {
            kafka.limitRecords(Topics.UTTERANCES, 1 << 20);
        }
    }

    @Test
    void afterAKillEachCallIsThereOnce() throws Exception {
        List<Recording> calls = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Path sound = data.resolve("tone-%d.wav".formatted(i));
            wav(sound, 8000, 1, 40 + i, tone(300 + i, 8000));
            try (var in = Files.newInputStream(sound)) {
                Recording call = recording(store.put(in, "rep"), Recording.Kind.AUDIO);
                calls.add(call);
                kafka.send(Topics.RECORDINGS.record(call.callId(), call));
            }
        }
        Process first = start();
        Set<String> ids = new HashSet<>(calls.stream().map(Recording::callId).toList());
        kafka.await(
                Topics.PROGRESS,
                all ->
                        all.stream()
                                .anyMatch(
                                        kept ->
                                                ids.contains(kept.key())
                                                        && kept.value().stage()
                                                                == CallProgress.Stage
                                                                        .TRANSCRIBING));
        first.destroyForcibly().waitFor();
        start();

        List<Kept<TranscriptEnd>> ends =
                kafka.await(Topics.TRANSCRIPTS, all -> finished(all, ids).equals(ids));
        assertThat(ends.stream().map(Kept::key).filter(ids::contains)).hasSize(4);
        for (Recording call : calls) {
            assertThat(store.resolve(store.playbackLocation(call.callId(), 1))).isNotEmptyFile();
        }
    }

    /** Wherever a kill hits: before, in the middle of, or after a transaction, or between calls. */
    @Test
    void killedAgainAndAgainAtRandomTimesItReadsEachCallOnce() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 8; i++) {
            Path sound = data.resolve("kill-%d.wav".formatted(i));
            wav(sound, 8000, 1, 5, tone(300 + i, 8000));
            try (var in = Files.newInputStream(sound)) {
                Recording call = recording(store.put(in, "rep"), Recording.Kind.AUDIO);
                kafka.send(Topics.RECORDINGS.record(call.callId(), call));
                ids.add(call.callId());
            }
            ids.add(upload("Anna: call %d%nBob: too expensive%n".formatted(i)).callId());
        }
        int read = 0;
        for (int kill = 0; kill < 6 && read < ids.size(); kill++) {
            Process process = start();
            int before = read;
            read =
                    kafka
                            .await(Topics.TRANSCRIPTS, all -> finished(all, ids).size() > before)
                            .stream()
                            .filter(kept -> ids.contains(kept.key()))
                            .toList()
                            .size();
            assertThat(process.waitFor(random.nextInt(1500), TimeUnit.MILLISECONDS)).isFalse();
            process.destroyForcibly().waitFor();
        }
        start();

        List<Kept<TranscriptEnd>> ends =
                kafka.await(Topics.TRANSCRIPTS, all -> finished(all, ids).equals(ids)).stream()
                        .filter(kept -> ids.contains(kept.key()))
                        .toList();
        assertThat(ends).as("seed %d", seed).hasSameSizeAs(ids);
        for (Kept<TranscriptEnd> end : ends) {
            assertThat(end.value()).as("seed %d", seed).isInstanceOf(transcribed());
            assertThat(utteranceIds(end.key()))
                    .as("seed %d", seed)
                    .hasSize(((TranscriptEnd.Transcribed) end.value()).utteranceCount())
                    .doesNotHaveDuplicates();
        }
    }

    private static Set<String> finished(List<Kept<TranscriptEnd>> ends, Set<String> ids) {
        return new HashSet<>(ends.stream().map(Kept::key).filter(ids::contains).toList());
    }

    @Test
    void aCallThatKilledTheProcessThreeTimesIsGivenUpAndTheOthersAreRead() throws Exception {
        Recording deadly = recording(store.put(bytes("Anna: deadly\nBob: oh\n"), "rep"));
        Recording beside = recording(store.put(bytes("Anna: harmless\nBob: oh\n"), "rep"));
        Attempts attempts = new Attempts(data.resolve("ingest/attempts"));
        for (int i = 0; i < Attempts.MOST; i++) {
            attempts.begin(new Work(null, 0, deadly));
        }
        attempts.begin(new Work(null, 0, beside)); // it was being read once, too

        kafka.send(Topics.RECORDINGS.record(deadly.callId(), deadly));
        kafka.send(Topics.RECORDINGS.record(beside.callId(), beside));
        start();

        assertThat(ends(deadly.callId(), 1))
                .singleElement()
                .isInstanceOfSatisfying(
                        TranscriptEnd.CallFailed.class,
                        failed -> {
                            assertThat(failed.kind()).isEqualTo(FailureKind.INTERNAL);
                            assertThat(failed.reason())
                                    .contains("stopped Talktrack's reader 3 times");
                        });
        assertThat(ends(beside.callId(), 1)).singleElement().isInstanceOf(transcribed());
        kafka.await(
                Topics.PROGRESS,
                all ->
                        all.stream()
                                .anyMatch(
                                        kept ->
                                                kept.key().equals(deadly.callId())
                                                        && kept.value().stage()
                                                                == CallProgress.Stage.FAILED));
        assertThat(attempts.open(new Work(null, 0, deadly))).as("retry starts anew").isFalse();
    }

    @Test
    void itEndsWhenItsParentDoesAndOnTerm() throws Exception {
        Process orphan = start();
        orphan.getOutputStream().close();
        assertThat(orphan.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(orphan.exitValue()).isZero();

        Process stopped = start();
        Recording call = upload("Anna: bye " + System.nanoTime() + "\nBob: bye\n");
        ends(call.callId(), 1);
        stopped.destroy();
        assertThat(stopped.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aboveItsMemoryCeilingItAsksForARestartBetweenCalls() throws Exception {
        Process small = start("--memory-ceiling-mb", "1");
        assertThat(small.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(small.exitValue()).isEqualTo(IngestProcess.RESTART);
    }

    private Process start(String... more) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                IngestProcess.class.getName(),
                                "--data",
                                data.toString(),
                                "--bootstrap-servers",
                                kafka.bootstrapServers()));
        command.addAll(List.of(more));
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(
                                ProcessBuilder.Redirect.appendTo(
                                        Path.of("target/ingest-process.log").toFile()))
                        .start();
        started.add(process);
        return process;
    }

    private Recording upload(String transcript) throws Exception {
        Recording recording = recording(store.put(bytes(transcript), "rep"));
        kafka.send(Topics.RECORDINGS.record(recording.callId(), recording));
        return recording;
    }

    private static Recording recording(RecordingStore.Stored transcript) {
        return recording(transcript, Recording.Kind.TRANSCRIPT);
    }

    private static Recording recording(RecordingStore.Stored stored, Recording.Kind kind) {
        return new Recording(
                stored.callId(),
                1,
                kind,
                stored.location(),
                stored.sha256(),
                "call",
                stored.sizeBytes(),
                Language.EN,
                ChannelLayout.AUTO,
                "Anna",
                "",
                List.of(),
                0,
                "",
                Instant.now());
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Class<TranscriptEnd.Transcribed> transcribed() {
        return TranscriptEnd.Transcribed.class;
    }

    /** The end markers of a call, as soon as there are so many. */
    private static List<TranscriptEnd> ends(String callId, int count) throws Exception {
        return kafka
                .await(
                        Topics.TRANSCRIPTS,
                        all -> all.stream().filter(k -> k.key().equals(callId)).count() >= count)
                .stream()
                .filter(kept -> kept.key().equals(callId))
                .map(Kept::value)
                .toList();
    }

    private static List<String> utteranceIds(String callId) throws IOException {
        return kafka.read(Topics.UTTERANCES).stream()
                .map(Kept::key)
                .filter(id -> id.startsWith(callId))
                .toList();
    }
}
