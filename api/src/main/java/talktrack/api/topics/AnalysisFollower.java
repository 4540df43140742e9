package talktrack.api.topics;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.index.IndexUnavailable;
import talktrack.models.events.Topics;

/**
 * Works through call-analyses in a consumer group, a call at a time and at least once, in a thread
 * of its own: what a work sends is with Kafka before the call counts as done.
 */
public final class AnalysisFollower implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AnalysisFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Where a group begins that has never run. */
    public enum Start {
        /** With all that was ever analysed. */
        BEGINNING("earliest"),

        /** With what is analysed from now on; later starts go on from there. */
        NOW("latest");

        private final String reset;

        Start(String reset) {
            this.reset = reset;
        }
    }

    /** What is done about each call. For one thread. */
    public interface Work {

        /**
         * @param analysis of the call that is its key; without a value when the call is gone
         * @throws IndexUnavailable to have the same call again
         */
        void follow(ConsumerRecord<String, byte[]> analysis, Output output)
                throws InterruptedException;

        /** Reads what stands in a topic for the calls of these partitions. */
        void learn(String bootstrapServers, Collection<TopicPartition> ofCalls);

        /** Somebody else may write for these calls now; what stays ours is learnt again. */
        void forget();
    }

    /** Takes a record, and returns when Kafka has it. */
    public interface Output {
        void send(ProducerRecord<String, byte[]> record) throws InterruptedException;
    }

    private final String group;
    private final Start start;
    private final String bootstrapServers;
    private final Work work;
    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;
    private final Thread thread;
    private volatile boolean closing;
    private volatile boolean running;

    /**
     * @param group of consumers, and name of the thread
     */
    public AnalysisFollower(String group, Start start, String bootstrapServers, Work work) {
        this.group = group;
        this.start = start;
        this.bootstrapServers = bootstrapServers;
        this.work = work;
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers", bootstrapServers,
                                "group.id", group,
                                "isolation.level", "read_committed",
                                "enable.auto.commit", "false",
                                "auto.offset.reset", start.reset,
                                "session.timeout.ms", "10000",
                                "heartbeat.interval.ms", "2000",
                                "max.poll.records", "1", // a language model may take its time
                                "max.poll.interval.ms", "1800000"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                        new StringSerializer(),
                        new ByteArraySerializer());
        thread = Thread.ofPlatform().name(group).unstarted(this::run);
    }

    /** Works in a thread of its own until closed. */
    public void start() {
        running = true;
        thread.start();
    }

    /** Whether it still works. */
    public boolean running() {
        return running;
    }

    private void run() {
        try {
            consumer.subscribe(List.of(Topics.CALL_ANALYSES.name()), new Continuation());
            while (!closing) {
                follow(consumer.poll(POLL));
            }
        } catch (WakeupException | InterruptedException e) {
            log.debug("{} was told to stop", group, e);
        } catch (RuntimeException e) {
            if (closing) {
                log.debug("{} was told to stop in the middle of a call", group, e);
            } else {
                log.error("{} stopped; restart the server, nothing is lost", group, e);
            }
        } finally {
            running = false;
            Thread.interrupted(); // an interrupted thread cannot close its consumer
            consumer.close();
        }
    }

    /** One call at most; what comes after it may be only the mark that ends a transaction. */
    private void follow(ConsumerRecords<String, byte[]> batch) throws InterruptedException {
        try {
            for (ConsumerRecord<String, byte[]> record : batch) {
                work.follow(record, this::send);
            }
            if (!batch.nextOffsets().isEmpty()) {
                consumer.commitSync(batch.nextOffsets());
            }
        } catch (IndexUnavailable e) {
            log.warn("{} waits for elasticsearch cause={}", group, e.getMessage());
            batch.partitions()
                    .forEach(
                            partition ->
                                    consumer.seek(
                                            partition,
                                            batch.records(partition).getFirst().offset()));
        } catch (CommitFailedException | RetriableException e) {
            log.warn("{} could not commit and does this again cause={}", group, e.getMessage());
        }
    }

    private void send(ProducerRecord<String, byte[]> record) throws InterruptedException {
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "Kafka does not take what %s writes: %s"
                            .formatted(group, e.getCause().getMessage()),
                    e);
        }
    }

    private final class Continuation implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            work.learn(bootstrapServers, partitions);
            if (start == Start.NOW) {
                keepPlace(partitions);
            }
        }

        /** Where it begins is kept at once: the next start goes on from here, not from its end. */
        private void keepPlace(Collection<TopicPartition> partitions) {
            Map<TopicPartition, OffsetAndMetadata> from = new HashMap<>();
            for (TopicPartition one : partitions) {
                from.put(one, new OffsetAndMetadata(consumer.position(one)));
            }
            consumer.commitSync(from);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            work.forget();
        }
    }

    /** A call whose language model takes its time is left to the next start. */
    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                if (!thread.join(PATIENCE)) {
                    thread.interrupt();
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        producer.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
