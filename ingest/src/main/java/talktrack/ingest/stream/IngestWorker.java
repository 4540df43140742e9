package talktrack.ingest.stream;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.ingest.RecordingReader;
import talktrack.ingest.RecordingStore;
import talktrack.ingest.stream.CallStates.Verdict;
import talktrack.models.events.CallProgress;
import talktrack.models.events.Recording;
import talktrack.models.events.Topics;
import talktrack.models.events.TranscriptEnd;

/**
 * Works through the topic of recordings. One thread speaks with Kafka and never stops polling, so
 * that a call of hours keeps its partition; the calls are read on other threads.
 */
public final class IngestWorker {

    /** How {@link #run} ended. */
    public enum Ending {
        STOPPED,
        /** It took too much memory, or speech models changed: a new process shall go on. */
        RESTART_WANTED
    }

    private static final Logger log = LoggerFactory.getLogger(IngestWorker.class);
    private static final Duration POLL_IDLE = Duration.ofMillis(500);
    private static final Duration POLL_BUSY = Duration.ofMillis(50);
    private static final long LOOK_FOR_CHANGES_NANOS = 2_000_000_000;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
    private static final int ENOUGH_WAITING = 1000;

    /**
     * A call being read.
     *
     * @param alone the process died while this call was read: no other is read beside it, so that
     *     none is blamed if that happens again
     */
    private record Running(Work work, Thread reading, boolean alone) {}

    /** A reading that ended; without an outcome it was stopped. */
    private record Ended(Work work, Outcome outcome) {}

    private final Clients clients;
    private final RecordingStore store;
    private final CallReading reading;
    private final BooleanSupplier restartWanted;
    private final int callsAtOnce;
    private final WaitingCalls waiting = new WaitingCalls();
    private final Map<Work, Running> running = new HashMap<>();
    private final ConcurrentLinkedQueue<Ended> ended = new ConcurrentLinkedQueue<>();
    private final OffsetTracker offsets = new OffsetTracker();
    private long lookedForChanges = System.nanoTime();
    private volatile boolean stopping;

    /**
     * @param instance names this worker among others; a restarted one has the same name
     * @param callsAtOnce how many calls are read side by side
     */
    public IngestWorker(
            String bootstrapServers,
            String instance,
            Path dataFolder,
            RecordingStore store,
            RecordingReader reader,
            int callsAtOnce,
            long memoryCeilingBytes) {
        clients = new Clients(bootstrapServers, instance);
        this.store = store;
        Attempts attempts = new Attempts(dataFolder.resolve("ingest").resolve("attempts"));
        reading = new CallReading(store, reader, attempts, Clock.systemUTC());
        this.callsAtOnce = callsAtOnce;
        restartWanted = () -> ResidentMemory.bytes() > memoryCeilingBytes || reader.outdated();
    }

    /** Makes {@link #run} return soon; calls being read are left to the next start. */
    public void stop() {
        stopping = true;
    }

    /** Works until stopped, or until a new process shall go on. */
    public Ending run() throws InterruptedException {
        try (Consumer<String, byte[]> requests = clients.requests();
                CallStates states = new CallStates(clients.reader());
                CallWriter writer = new CallWriter(clients.transactions());
                ProgressEvents progress =
                        new ProgressEvents(clients.progress(), Clock.systemUTC())) {
            states.catchUp();
            requests.subscribe(List.of(Topics.RECORDINGS.name()), rebalances());
            log.info("ingest is ready instance={} callsAtOnce={}", clients.instance(), callsAtOnce);
            boolean draining = false;
            while (!stopping) {
                requests.poll(running.isEmpty() ? POLL_IDLE : POLL_BUSY).forEach(this::take);
                finish(requests, states, writer, progress);
                cancelObsolete(states);
                draining = draining || restartWanted.getAsBoolean();
                if (!draining) {
                    start(states, progress);
                } else if (running.isEmpty()) {
                    log.info("restart residentBytes={}", ResidentMemory.bytes());
                    return Ending.RESTART_WANTED;
                }
                hold(requests, draining || waiting.size() >= ENOUGH_WAITING);
                commit(requests);
            }
            return Ending.STOPPED;
        } finally {
            stopReading();
        }
    }

    private void stopReading() throws InterruptedException {
        running.values().forEach(call -> call.reading().interrupt());
        for (Running call : running.values()) {
            if (!call.reading().join(STOP_WITHIN)) {
                log.warn("a call is still being read call={}", call.work().callId());
            }
        }
        ended.stream()
                .filter(end -> end.outcome() != null)
                .forEach(end -> reading.ended(end.work())); // the next process reads it again
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        offsets.taken(partition, record.offset());
        if (record.value() == null) {
            offsets.finished(partition, record.offset()); // a deletion: nothing to read
            return;
        }
        try {
            Recording recording = Topics.RECORDINGS.read(record.value());
            waiting.add(new Work(partition, record.offset(), recording), System.nanoTime() / 1e9);
        } catch (IOException e) {
            log.warn(
                    "unreadable record topic={} partition={} offset={}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e);
            offsets.finished(partition, record.offset());
        }
    }

    private void start(CallStates states, ProgressEvents progress) {
        if (waiting.isEmpty() || !roomForOneMore()) {
            return;
        }
        states.catchUp();
        while (!waiting.isEmpty() && roomForOneMore()) {
            Work work = waiting.peek().orElseThrow();
            Verdict verdict = states.verdict(work.callId(), work.revision(), work.offset());
            if (verdict == Verdict.DUE) {
                boolean alone = reading.brokeOffBefore(work);
                if (alone && !running.isEmpty()) {
                    return;
                }
                waiting.remove();
                Thread reader = Thread.ofVirtual().unstarted(() -> read(work, progress));
                running.put(work, new Running(work, reader, alone));
                reader.start();
            } else {
                waiting.remove();
                log.info(
                        "skipped call={} revision={} because={}",
                        work.callId(),
                        work.revision(),
                        verdict);
                offsets.finished(work.partition(), work.offset());
            }
        }
    }

    private boolean roomForOneMore() {
        return running.size() < callsAtOnce && running.values().stream().noneMatch(Running::alone);
    }

    private void read(Work work, ProgressEvents progress) {
        Outcome outcome = null;
        try {
            progress.tell(work, CallProgress.Stage.DECODING, 0, 0);
            outcome = reading.read(work, progress.of(work));
        } catch (InterruptedException e) {
            log.info("stopped reading call={} revision={}", work.callId(), work.revision());
        } finally {
            ended.add(new Ended(work, outcome));
        }
    }

    private void finish(
            Consumer<String, byte[]> requests,
            CallStates states,
            CallWriter writer,
            ProgressEvents progress)
            throws InterruptedException {
        for (Ended end = ended.poll(); end != null; end = ended.poll()) {
            Work work = end.work();
            boolean ours = running.remove(work) != null;
            if (!ours) {
                reading.ended(work);
                continue; // its partition went to another worker, which reads it again
            }
            states.catchUp();
            Verdict verdict = states.verdict(work.callId(), work.revision(), work.offset());
            if (verdict != Verdict.DUE) {
                log.info(
                        "dropped call={} revision={} because={}",
                        work.callId(),
                        work.revision(),
                        verdict);
                offsets.finished(work.partition(), work.offset());
                reading.ended(work);
                removeFiles(states, work);
            } else if (end.outcome() == null) {
                throw new IllegalStateException(
                        "Bug: the reading of call %s ended without an outcome"
                                .formatted(work.callId()));
            } else {
                write(end.outcome(), requests, writer, progress);
            }
        }
    }

    private void write(
            Outcome outcome,
            Consumer<String, byte[]> requests,
            CallWriter writer,
            ProgressEvents progress)
            throws InterruptedException {
        Work work = outcome.work();
        Map<TopicPartition, OffsetAndMetadata> after =
                offsets.with(work.partition(), work.offset());
        Outcome written;
        try {
            written = write(outcome, after, requests.groupMetadata(), writer);
        } catch (CommitFailedException e) {
            log.warn(
                    "the partition went to another worker call={} revision={}",
                    work.callId(),
                    work.revision(),
                    e);
            reading.ended(work);
            return;
        }
        reading.ended(work);
        offsets.finished(work.partition(), work.offset());
        offsets.committed(after);
        progress.ended(written);
        if (written.end() instanceof TranscriptEnd.Transcribed end
                && end.playback().equals(store.playbackLocation(end.callId(), end.revision()))) {
            Thread.ofVirtual().name("old-playback").start(() -> removeOldPlayback(end));
        }
    }

    /**
     * Nothing names the copies of earlier revisions once a call was heard anew. Of a correction
     * that is not said: it plays the copy of the revision whose words it keeps.
     */
    private void removeOldPlayback(TranscriptEnd.Transcribed heard) {
        try {
            store.deletePlaybackBefore(heard.callId(), heard.revision());
        } catch (IOException e) {
            log.warn("old copies for playback are left call={}", heard.callId(), e);
        }
    }

    /** The outcome, or the failure that takes its place. */
    private Outcome write(
            Outcome outcome,
            Map<TopicPartition, OffsetAndMetadata> after,
            ConsumerGroupMetadata group,
            CallWriter writer)
            throws InterruptedException {
        try {
            writer.write(outcome, after, group);
            return outcome;
        } catch (RecordTooLargeException e) {
            Outcome failed = reading.tooLarge(outcome, e);
            writer.write(failed, after, group);
            return failed;
        }
    }

    /** Nobody waits for a call that was deleted or asked for again in the meantime. */
    private void cancelObsolete(CallStates states) {
        if (running.isEmpty() || System.nanoTime() - lookedForChanges < LOOK_FOR_CHANGES_NANOS) {
            return;
        }
        lookedForChanges = System.nanoTime();
        states.catchUp();
        for (Running call : running.values()) {
            Work work = call.work();
            if (states.verdict(work.callId(), work.revision(), work.offset()) != Verdict.DUE) {
                call.reading().interrupt();
            }
        }
    }

    /** Reading may have put a copy for playback back where the API had deleted everything. */
    private void removeFiles(CallStates states, Work work) {
        if (states.gone(work.callId())) {
            try {
                store.delete(work.callId());
            } catch (IOException e) {
                log.warn("files of a deleted call are left call={}", work.callId(), e);
            }
        }
    }

    private static void hold(Consumer<String, byte[]> requests, boolean enough) {
        if (enough) {
            requests.pause(requests.assignment());
        } else if (!requests.paused().isEmpty()) {
            requests.resume(requests.paused());
        }
    }

    private void commit(Consumer<String, byte[]> requests) {
        Map<TopicPartition, OffsetAndMetadata> due = offsets.due();
        if (!due.isEmpty()) {
            try {
                requests.commitSync(due);
                offsets.committed(due);
            } catch (CommitFailedException | RetriableException e) {
                log.warn("offsets are committed later cause={}", e.getMessage());
            }
        }
    }

    private ConsumerRebalanceListener rebalances() {
        return new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                log.info("assigned partitions={}", partitions);
            }

            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                log.info("revoked partitions={}", partitions);
                offsets.forget(partitions);
                waiting.forget(partitions);
                running.entrySet()
                        .removeIf(
                                entry -> {
                                    boolean lost = partitions.contains(entry.getKey().partition());
                                    if (lost) {
                                        entry.getValue().reading().interrupt();
                                    }
                                    return lost;
                                });
            }
        };
    }
}
