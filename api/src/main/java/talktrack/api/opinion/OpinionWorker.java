package talktrack.api.opinion;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import talktrack.api.index.CallIndices;
import talktrack.api.index.ElasticIndex;
import talktrack.api.index.IndexUnavailable;
import talktrack.api.llm.LanguageModel;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallAnalysis.UtteranceReading;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.SecondOpinions;
import talktrack.models.events.Topics;
import talktrack.models.labels.Language;

/**
 * call-analyses → second-opinions. Begins with what is analysed after it was first switched on, so
 * that nobody pays for an archive unasked. Its own opinions have the call analysed again, which is
 * not asked about again ({@link SecondOpinions#basis()}).
 */
public final class OpinionWorker implements AutoCloseable {

    /** The consumer group. */
    public static final String GROUP = "second-opinion";

    private static final Logger log = LoggerFactory.getLogger(OpinionWorker.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The indexer reads the same utterances a moment earlier or later. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final String model;
    private final Verdicts verdicts;
    private final OpinionWriter writer;
    private final ElasticIndex elasticsearch;
    private final String bootstrapServers;
    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;
    private final AskedCalls asked = new AskedCalls();
    private final Thread thread = Thread.ofPlatform().name("second-opinion").unstarted(this::run);

    private volatile boolean closing;
    private volatile boolean running;

    /**
     * @param data folder with the measurements
     */
    public OpinionWorker(
            String bootstrapServers,
            ElasticIndex elasticsearch,
            LanguageModel model,
            Path data,
            Clock clock) {
        this.bootstrapServers = bootstrapServers;
        this.elasticsearch = elasticsearch;
        this.model = model.name();
        verdicts = new Verdicts(data);
        writer = new OpinionWriter(model, verdicts, clock);
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers", bootstrapServers,
                                "group.id", GROUP,
                                "isolation.level", "read_committed",
                                "enable.auto.commit", "false",
                                "auto.offset.reset", "latest",
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

    /** What it asks about, or why it does not, in a few words. */
    public String state() {
        List<String> tasks =
                Arrays.stream(Language.values())
                        .filter(language -> !verdicts.better(model, language).isEmpty())
                        .map(
                                language ->
                                        "%s %s"
                                                .formatted(
                                                        language.id(),
                                                        verdicts
                                                                .better(model, language)
                                                                .keySet()
                                                                .stream()
                                                                .map(task -> task.id())
                                                                .toList()))
                        .toList();
        return tasks.isEmpty()
                ? "asks nothing: of no task is %s measured to be better; run talktrack evaluate second-opinion"
                        .formatted(model)
                : "asks about doubtful labels: " + String.join(", ", tasks);
    }

    private void run() {
        try {
            consumer.subscribe(List.of(Topics.CALL_ANALYSES.name()), new Continuation());
            while (!closing) {
                follow(consumer.poll(POLL));
            }
        } catch (WakeupException | InterruptedException e) {
            log.debug("second opinions were told to stop", e);
        } catch (RuntimeException e) {
            if (closing) {
                log.debug("second opinions were told to stop in the middle of a call", e);
            } else {
                log.error("second opinions stopped; restart the server, nothing is lost", e);
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
                if (record.value() == null) {
                    asked.forget(record.key()); // the tombstone of its opinions is analysis'
                } else {
                    Optional<SecondOpinions> opinions = opinions(record);
                    if (opinions.isPresent()) {
                        send(Topics.SECOND_OPINIONS.record(record.key(), opinions.get()));
                        asked.put(opinions.get());
                    }
                }
            }
            if (!batch.nextOffsets().isEmpty()) {
                consumer.commitSync(batch.nextOffsets());
            }
        } catch (IndexUnavailable e) {
            log.warn("second opinions wait for elasticsearch cause={}", e.getMessage());
            batch.partitions()
                    .forEach(
                            partition ->
                                    consumer.seek(
                                            partition,
                                            batch.records(partition).getFirst().offset()));
        } catch (CommitFailedException | RetriableException e) {
            log.warn("second opinions could not commit, so this is done again", e);
        }
    }

    private Optional<SecondOpinions> opinions(ConsumerRecord<String, byte[]> record) {
        try {
            CallAnalysis call = Topics.CALL_ANALYSES.read(record.value());
            return writer.write(call, asked.basis(call.callId()), () -> utterances(call));
        } catch (IOException | IllegalArgumentException e) {
            log.warn(
                    "unreadable record skipped topic={} partition={} offset={}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e);
            return Optional.empty();
        }
    }

    private List<ScoredUtterance> utterances(CallAnalysis call) {
        List<String> ids = call.labels().stream().map(UtteranceReading::utteranceId).toList();
        RetryPolicy<List<ScoredUtterance>> untilThere =
                RetryPolicy.<List<ScoredUtterance>>builder()
                        .handleResultIf(found -> found.size() < ids.size())
                        .withDelay(Duration.ofMillis(250))
                        .withMaxRetries(-1)
                        .withMaxDuration(LONGEST_WAIT)
                        .build();
        return Failsafe.with(untilThere)
                .get(
                        () ->
                                elasticsearch.getAll(
                                        CallIndices.UTTERANCES.index(),
                                        ids,
                                        ScoredUtterance.class));
    }

    private void send(ProducerRecord<String, byte[]> record) throws InterruptedException {
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "Kafka does not take second opinions: " + e.getCause().getMessage(), e);
        }
    }

    private final class Continuation implements ConsumerRebalanceListener {

        /** Where it begins is kept at once: the next start goes on from here, not from its end. */
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            asked.learn(bootstrapServers, partitions);
            Map<TopicPartition, OffsetAndMetadata> from = new HashMap<>();
            for (TopicPartition one : partitions) {
                from.put(one, new OffsetAndMetadata(consumer.position(one)));
            }
            consumer.commitSync(from);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            asked.forget();
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
