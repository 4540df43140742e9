package talktrack.api.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mirrors state topics in their indices. Doing a record twice changes nothing, since its offset is
 * the document's version; while Elasticsearch is away it waits and loses nothing. The committed
 * offsets name the index they belong to: a new or lost index is filled from the topic's beginning.
 */
public final class Indexer implements AutoCloseable {

    /** The consumer group. */
    public static final String GROUP = "talktrack-index";

    private static final Logger log = LoggerFactory.getLogger(Indexer.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final String bootstrapServers;
    private final ElasticIndex index;
    private final Map<String, IndexedTopic<?>> topics = new HashMap<>();
    private final BiConsumer<String, Object> indexed;
    private final AtomicLong records = new AtomicLong();
    private final AtomicLong unreadable = new AtomicLong();
    private volatile long lag;
    private volatile boolean running;
    private volatile boolean closing;

    /** Whether readers see these versions of the indices: only once they are complete. */
    private boolean published;

    private final KafkaConsumer<String, byte[]> consumer;
    private Thread thread;

    /**
     * The index's own id for each topic; its documents came from no other index. A topic is left
     * out while its index is gone.
     */
    private final Map<String, String> indexIds = new HashMap<>();

    private final Map<String, String> topicIds = new HashMap<>();

    /**
     * @param indexed is told topic and document of everything that has just become searchable
     */
    public Indexer(
            String bootstrapServers,
            ElasticIndex index,
            List<IndexedTopic<?>> topics,
            BiConsumer<String, Object> indexed) {
        this.bootstrapServers = bootstrapServers;
        this.index = index;
        this.indexed = indexed;
        topics.forEach(topic -> this.topics.put(topic.topic().name(), topic));
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers", bootstrapServers,
                                "group.id", GROUP,
                                "isolation.level", "read_committed",
                                "enable.auto.commit", "false",
                                "auto.offset.reset", "earliest",
                                "session.timeout.ms", "10000",
                                "heartbeat.interval.ms", "2000",
                                "max.poll.records", "500"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
    }

    /** Creates missing indices, then mirrors in a thread of its own until closed. */
    public void start() throws InterruptedException {
        readTopicIds();
        index.forbidAutomaticIndices();
        topics.keySet().forEach(this::ensure);
        running = true;
        thread = Thread.ofPlatform().name("indexer").start(this::run);
    }

    /** Whether it still mirrors. */
    public boolean running() {
        return running;
    }

    /** Records of the topics that are not in an index yet. */
    public long lag() {
        return lag;
    }

    /** How many records went into an index since the start, tombstones included. */
    public long indexedRecords() {
        return records.get();
    }

    /** How many records no index could take. */
    public long unreadableRecords() {
        return unreadable.get();
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
            consumer.subscribe(topics.keySet(), new Continuation());
            while (!closing) {
                mirror(consumer.poll(POLL));
            }
        } catch (WakeupException e) {
            log.debug("indexer was told to stop", e);
        } catch (RuntimeException e) {
            log.error("indexer stopped; restart the server, nothing is lost", e);
        } finally {
            running = false;
        }
    }

    private void mirror(ConsumerRecords<String, byte[]> batch) {
        try {
            topics.keySet().stream()
                    .filter(topic -> !indexIds.containsKey(topic))
                    .forEach(this::ensure);
            if (!batch.isEmpty()) {
                write(batch);
            }
            commit(batch);
            measureLag();
        } catch (IndexUnavailable e) {
            log.warn(
                    "indexer waits for elasticsearch records={} cause={}",
                    batch.count(),
                    e.getMessage());
            redo(batch);
        } catch (MissingIndex e) {
            log.warn("index is gone, filling it again topic={}", e.topic);
            indexIds.remove(e.topic);
            redo(batch);
            consumer.seekToBeginning(
                    consumer.assignment().stream()
                            .filter(partition -> partition.topic().equals(e.topic))
                            .toList());
        } catch (CommitFailedException | RetriableException e) {
            log.warn(
                    "indexer could not commit and will do these records again cause={}",
                    e.getMessage());
        }
    }

    private void redo(ConsumerRecords<String, byte[]> batch) {
        for (TopicPartition partition : batch.partitions()) {
            if (consumer.assignment().contains(partition)) {
                consumer.seek(partition, batch.records(partition).getFirst().offset());
            }
        }
    }

    private record Operation(String topic, Object document, BulkOperation operation) {}

    private void write(ConsumerRecords<String, byte[]> batch) {
        List<Operation> operations = new ArrayList<>();
        batch.forEach(record -> operation(record).ifPresent(operations::add));
        write(operations);
    }

    /** Elasticsearch refuses a whole bulk for one impossible document: then it is sought alone. */
    private void write(List<Operation> operations) {
        if (operations.isEmpty()) {
            return;
        }
        List<BulkResponseItem> items;
        try {
            items = index.write(operations.stream().map(Operation::operation).toList()).items();
        } catch (ElasticsearchException e) {
            if (operations.size() > 1) {
                int half = operations.size() / 2;
                write(operations.subList(0, half));
                write(operations.subList(half, operations.size()));
            } else {
                unreadable.incrementAndGet();
                log.warn(
                        "record does not fit its index topic={} cause={}",
                        operations.getFirst().topic(),
                        e.getMessage());
            }
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            check(operations.get(i).topic(), items.get(i));
        }
        records.addAndGet(operations.size());
        for (Operation operation : operations) {
            if (operation.document() != null) {
                indexed.accept(operation.topic(), operation.document());
            }
        }
    }

    private Optional<Operation> operation(ConsumerRecord<String, byte[]> record) {
        IndexedTopic<?> topic = topics.get(record.topic());
        String name = topic.index().index();
        long version = record.offset() + 1;
        if (record.value() == null) {
            return Optional.of(
                    new Operation(
                            record.topic(),
                            null,
                            BulkOperation.of(
                                    o ->
                                            o.delete(
                                                    d ->
                                                            d.index(name)
                                                                    .id(record.key())
                                                                    .version(version)
                                                                    .versionType(
                                                                            VersionType
                                                                                    .External)))));
        }
        try {
            Object document = topic.documentOf(record.value());
            return Optional.of(
                    new Operation(
                            record.topic(),
                            document,
                            BulkOperation.of(
                                    o ->
                                            o.index(
                                                    d ->
                                                            d.index(name)
                                                                    .id(record.key())
                                                                    .version(version)
                                                                    .versionType(
                                                                            VersionType.External)
                                                                    .document(document)))));
        } catch (IOException | IllegalArgumentException e) {
            unreadable.incrementAndGet();
            log.warn(
                    "unreadable record skipped topic={} partition={} offset={} cause={}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** 409 is a document that is newer already, 404 one that is gone already: both are done. */
    private void check(String topic, BulkResponseItem item) {
        ErrorCause error = item.error();
        if (error == null || item.status() == 409) {
            return;
        }
        if ("index_not_found_exception".equals(error.type())) {
            throw new MissingIndex(topic);
        }
        unreadable.incrementAndGet();
        log.warn(
                "record does not fit its index topic={} id={} cause={}",
                topic,
                item.id(),
                error.type());
    }

    /** Also passes the marks that end transactions: they are no records, but count as lag. */
    private void commit(ConsumerRecords<String, byte[]> batch) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        batch.nextOffsets()
                .forEach(
                        (partition, next) ->
                                offsets.put(
                                        partition,
                                        new OffsetAndMetadata(
                                                next.offset(),
                                                next.leaderEpoch(),
                                                indexIds.get(partition.topic()))));
        if (!offsets.isEmpty()) {
            consumer.commitSync(offsets);
        }
    }

    private void measureLag() {
        lag =
                consumer.assignment().stream()
                        .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                        .sum();
        boolean caughtUp =
                !consumer.assignment().isEmpty()
                        && consumer.assignment().stream()
                                .allMatch(
                                        partition -> consumer.currentLag(partition).orElse(1) == 0);
        if (caughtUp && !published) {
            topics.values().forEach(topic -> index.publish(topic.index()));
            published = true;
        }
    }

    private void ensure(String topic) {
        IndexDefinition definition = topics.get(topic).index();
        indexIds.put(topic, index.ensure(definition, topicIds.get(topic)));
    }

    private void readTopicIds() throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.describeTopics(topics.keySet())
                    .allTopicNames()
                    .get()
                    .forEach((name, topic) -> topicIds.put(name, topic.topicId().toString()));
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "Kafka does not describe its topics: " + e.getCause().getMessage(), e);
        }
    }

    /** Goes on after the last commit if that was for the index of today, else from the start. */
    private final class Continuation implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            Map<TopicPartition, OffsetAndMetadata> committed =
                    consumer.committed(java.util.Set.copyOf(partitions));
            List<TopicPartition> afresh =
                    partitions.stream()
                            .filter(
                                    partition -> {
                                        OffsetAndMetadata last = committed.get(partition);
                                        return last == null
                                                || !last.metadata()
                                                        .equals(indexIds.get(partition.topic()));
                                    })
                            .toList();
            if (!afresh.isEmpty()) {
                consumer.seekToBeginning(afresh);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            // Every batch is committed before the next poll: there is nothing to save.
        }
    }

    private static final class MissingIndex extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String topic;

        MissingIndex(String topic) {
            this.topic = topic;
        }
    }
}
