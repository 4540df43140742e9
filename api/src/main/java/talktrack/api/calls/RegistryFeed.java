package talktrack.api.calls;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallDetails;
import talktrack.models.events.CallProgress;
import talktrack.models.events.Deletion;
import talktrack.models.events.LabelCorrection;
import talktrack.models.events.Person;
import talktrack.models.events.Recording;
import talktrack.models.events.Topic;
import talktrack.models.events.Topics;
import talktrack.models.events.TranscriptEnd;

/**
 * Kafka → registry: everything from the beginning before the server answers, then what comes. Every
 * API server reads all of it, so it has no consumer group.
 */
public final class RegistryFeed implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RegistryFeed.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private static final List<Topic<?>> TOPICS =
            List.of(
                    Topics.DELETIONS,
                    Topics.CALL_DETAILS,
                    Topics.RECORDINGS,
                    Topics.TRANSCRIPTS,
                    Topics.PROGRESS,
                    Topics.CALL_ANALYSES,
                    Topics.LABEL_CORRECTIONS,
                    Topics.PEOPLE);

    private final CallRegistry registry;
    private final KafkaConsumer<String, byte[]> consumer;
    private volatile boolean catchingUp = true;
    private volatile boolean running;
    private volatile boolean closing;
    private Thread thread;

    public RegistryFeed(String bootstrapServers, CallRegistry registry) {
        this.registry = registry;
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers", bootstrapServers,
                                "isolation.level", "read_committed",
                                "enable.auto.commit", "false",
                                "auto.offset.reset", "earliest",
                                "fetch.max.wait.ms", "100"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
    }

    /** Returns when all that is in Kafka now is in the registry; goes on in a thread. */
    public void start() {
        List<TopicPartition> partitions =
                TOPICS.stream()
                        .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream()
                .anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
            consumer.poll(POLL).forEach(this::apply);
        }
        // From here on the indexer says what is analysed: only it knows when that can be read.
        catchingUp = false;
        log.info(
                "registry ready calls={} reps={}", registry.calls().size(), registry.reps().size());
        running = true;
        thread = Thread.ofPlatform().name("registry").start(this::run);
    }

    /** Whether the registry still follows Kafka. */
    public boolean running() {
        return running;
    }

    @Override
    public void close() {
        closing = true;
        if (thread == null) {
            consumer.close();
            return;
        }
        consumer.wakeup();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (consumer) {
            while (!closing) {
                consumer.poll(POLL).forEach(this::apply);
            }
        } catch (WakeupException e) {
            log.debug("registry was told to stop", e);
        } catch (RuntimeException e) {
            log.error("registry stopped following Kafka; restart the server, nothing is lost", e);
        } finally {
            running = false;
        }
    }

    /**
     * Only a deletion, which has a revision, ends a call. A tombstone says just that a deletion was
     * carried through, which matters after a crash; later it could be older than what this server
     * wrote itself. Corrections of labels are known from here alone, so there a tombstone counts.
     */
    private void apply(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            if (catchingUp && record.topic().equals(Topics.CALL_DETAILS.name())) {
                registry.detailsTakenBack(record.key());
            } else if (record.topic().equals(Topics.LABEL_CORRECTIONS.name())) {
                registry.correctionTakenBack(record.key());
            }
            return;
        }
        try {
            switch (read(record)) {
                case CallDetails details -> registry.apply(details);
                case Recording recording -> registry.apply(recording);
                case TranscriptEnd end -> registry.apply(end);
                case CallProgress progress -> registry.apply(progress);
                case Deletion deletion -> registry.apply(deletion);
                case Person person -> registry.apply(person);
                case LabelCorrection correction -> registry.apply(correction);
                case CallAnalysis analysis -> {
                    if (catchingUp) {
                        registry.analysed(analysis);
                    }
                }
                default -> throw new IllegalStateException("Bug: topic " + record.topic());
            }
        } catch (IOException | IllegalArgumentException e) {
            log.warn(
                    "unreadable record skipped topic={} partition={} offset={} cause={}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getClass().getSimpleName());
        }
    }

    private static Object read(ConsumerRecord<String, byte[]> record) throws IOException {
        for (Topic<?> topic : TOPICS) {
            if (topic.name().equals(record.topic())) {
                return topic.read(record.value());
            }
        }
        throw new IllegalStateException("Bug: nobody asked for topic " + record.topic());
    }
}
