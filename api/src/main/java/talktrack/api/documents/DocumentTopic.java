package talktrack.api.documents;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.models.events.Backlog;
import talktrack.models.events.Document;
import talktrack.models.events.Topics;

/**
 * What the topic {@code documents} says, which is what this server says there. It knows that at
 * once, before it reads it again. Whoever changes a document's bytes together with its record holds
 * its lock.
 */
final class DocumentTopic implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DocumentTopic.class);
    private static final TopicPartition ALL = new TopicPartition(Topics.DOCUMENTS.name(), 0);
    private static final Duration POLL = Duration.ofMillis(500);

    private final String bootstrapServers;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Document> known = new ConcurrentHashMap<>();
    private final Map<String, Long> newest = new ConcurrentHashMap<>();

    DocumentTopic(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                        new StringSerializer(),
                        new ByteArraySerializer());
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "isolation.level",
                                "read_committed",
                                "max.poll.records",
                                "1"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
    }

    /** Which topic it is: another one after Kafka's data was removed. */
    String id() throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            String name = Topics.DOCUMENTS.name();
            return admin.describeTopics(List.of(name))
                    .allTopicNames()
                    .get()
                    .get(name)
                    .topicId()
                    .toString();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "Kafka does not describe its topics: " + e.getCause().getMessage(), e);
        }
    }

    /** Learns all that was ever said; {@link #next()} begins with the first record all the same. */
    void readAll() {
        Backlog.readAll(consumer, List.of(ALL), this::learn);
        consumer.seekToBeginning(List.of(ALL));
    }

    /**
     * Waits a moment for a record.
     *
     * @throws WakeupException after {@link #stop()}
     */
    ConsumerRecords<String, byte[]> next() {
        return consumer.poll(POLL);
    }

    /** Makes this record the next one once more. */
    void again(ConsumerRecord<String, byte[]> record) {
        consumer.seek(ALL, record.offset());
    }

    /** Ends the waiting of whoever waits, or is about to. */
    void stop() {
        consumer.wakeup();
    }

    Collection<Document> all() {
        return known.values();
    }

    Optional<Document> get(String id) {
        return Optional.ofNullable(known.get(id));
    }

    /** Whether anything was ever said of it, also that it is no more. */
    boolean mentions(String id) {
        return newest.containsKey(id);
    }

    /** No monitor: it is held while Kafka answers and documents are read. */
    ReentrantLock lock() {
        return lock;
    }

    /** Says what a document is from now on. */
    void say(Document document) throws InterruptedException {
        lock.lock();
        try {
            send(Topics.DOCUMENTS.record(document.documentId(), document));
            known.put(document.documentId(), document);
        } finally {
            lock.unlock();
        }
    }

    /** Says that a document is no more. */
    void takeBack(String id) throws InterruptedException {
        lock.lock();
        try {
            send(Topics.DOCUMENTS.tombstone(id));
            known.remove(id);
        } finally {
            lock.unlock();
        }
    }

    private void send(ProducerRecord<String, byte[]> record) throws InterruptedException {
        try {
            newest.put(record.key(), producer.send(record).get().offset());
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "Kafka does not take a document: " + e.getCause().getMessage(), e);
        }
    }

    /** Takes in a record, unless something newer was said of its document. */
    void learn(ConsumerRecord<String, byte[]> record) {
        lock.lock();
        try {
            take(record);
        } finally {
            lock.unlock();
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.offset() < newest.getOrDefault(record.key(), 0L)) {
            return;
        }
        newest.put(record.key(), record.offset());
        try {
            if (record.value() == null) {
                known.remove(record.key());
            } else {
                known.put(record.key(), Topics.DOCUMENTS.read(record.value()));
            }
        } catch (IOException e) {
            log.warn("unreadable record skipped topic=documents offset={}", record.offset(), e);
        }
    }

    @Override
    public void close() {
        consumer.close();
        producer.close();
    }
}
