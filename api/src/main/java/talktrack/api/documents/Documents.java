package talktrack.api.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
import talktrack.api.index.ElasticIndex;
import talktrack.api.index.IndexUnavailable;
import talktrack.models.events.Document;
import talktrack.models.events.Topics;
import talktrack.models.labels.Language;
import talktrack.models.text.TextNormaliser;

/**
 * The server's product documents: an event for each in topic {@code documents}, the bytes in a
 * folder, the passages in Elasticsearch. A thread keeps the passages as the topic says.
 */
public final class Documents implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Documents.class);
    private static final TopicPartition ALL = new TopicPartition(Topics.DOCUMENTS.name(), 0);

    /** Where {@link #add} keeps bytes. */
    private static final Pattern OURS = Pattern.compile("[0-9a-f]{24}/.*");

    private static final Duration POLL = Duration.ofMillis(500);

    private final Path store;
    private final Clock clock;
    private final PassageIndex index;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Document> known = new ConcurrentHashMap<>();
    private final Thread thread = Thread.ofPlatform().name("documents").unstarted(this::run);
    private volatile boolean closing;
    private volatile boolean running;

    /**
     * @param store the folder; files that somebody puts there by hand are taken in by {@link
     *     #start}
     */
    public Documents(String bootstrapServers, ElasticIndex elasticsearch, Path store, Clock clock)
            throws InterruptedException {
        this.store = store.toAbsolutePath().normalize();
        this.clock = clock;
        this.index = PassageIndex.shared(elasticsearch, topicId(bootstrapServers));
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                        new StringSerializer(),
                        new ByteArraySerializer());
        this.consumer =
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

    /** What the chat looks through. */
    public PassageIndex passages() {
        return index;
    }

    /** Learns what is known, takes in what lies in the folder, and starts indexing. */
    public void start() throws IOException, InterruptedException {
        Files.createDirectories(store);
        consumer.assign(List.of(ALL));
        consumer.seekToBeginning(List.of(ALL));
        long end = consumer.endOffsets(List.of(ALL)).get(ALL);
        while (consumer.position(ALL) < end) {
            consumer.poll(POLL).forEach(this::learn);
        }
        takeIn();
        consumer.seekToBeginning(List.of(ALL));
        running = true;
        thread.start();
    }

    /** Whether the passages are still kept up to date. */
    public boolean running() {
        return running;
    }

    /**
     * Adds a document, or a new state of the one with this name and language; nothing when it is
     * there with just these bytes.
     */
    public void add(String name, Language language, byte[] bytes, boolean demonstration)
            throws IOException, InterruptedException {
        String id = DocumentFolder.documentId(language.id() + "/" + name);
        String location = id + "/" + fileName(name);
        Path file = store.resolve(location);
        Files.createDirectories(file.getParent());
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        Files.write(temporary, bytes);
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        publish(id, name, language, location, bytes, demonstration);
    }

    /** The last part of a name, whatever folders it pretends to be in. */
    private static String fileName(String name) {
        String last = name.substring(name.replace('\\', '/').lastIndexOf('/') + 1);
        if (!Passages.reads(last)) {
            throw new IllegalArgumentException(
                    "'%s' is not the name of a .md, .txt or .html document".formatted(name));
        }
        return last;
    }

    /** Where the document's bytes lie: never outside the folder, whatever the event says. */
    private Path file(Document document) throws IOException {
        Path file = store.resolve(document.location()).normalize();
        if (!file.startsWith(store)) {
            throw new UnreadableDocument("its location is outside the folder of documents");
        }
        return file;
    }

    /** What somebody put into the folder comes in, what is gone from it goes. */
    private void takeIn() throws IOException, InterruptedException {
        List<DocumentFolder.File> files;
        try {
            files = new DocumentFolder(store).files();
        } catch (NoSuchFileException e) {
            log.debug("no documents in the folder", e);
            files = List.of();
        }
        for (DocumentFolder.File file : files) {
            if (!OURS.matcher(file.name()).matches()) {
                takeIn(file);
            }
        }
        for (Document document : List.copyOf(known.values())) {
            if (!exists(document)) {
                known.remove(document.documentId());
                send(Topics.DOCUMENTS.tombstone(document.documentId()));
                log.info("document is gone id={}", document.documentId());
            }
        }
    }

    private boolean exists(Document document) {
        try {
            return Files.exists(file(document));
        } catch (IOException e) {
            log.warn("document left out name={} cause={}", document.name(), e.getMessage(), e);
            return false;
        }
    }

    private void takeIn(DocumentFolder.File file) throws InterruptedException {
        try {
            byte[] bytes = file.bytes();
            publish(
                    file.id(),
                    file.name(),
                    TextNormaliser.detect(Passages.decode(bytes)),
                    file.name(),
                    bytes,
                    false);
        } catch (IOException e) {
            log.warn("document left out name={} cause={}", file.name(), e.getMessage(), e);
        }
    }

    private void publish(
            String id,
            String name,
            Language language,
            String location,
            byte[] bytes,
            boolean demonstration)
            throws InterruptedException {
        String sha256 = DocumentFolder.sha256(bytes);
        Document before = known.get(id);
        if (before != null && before.sha256().equals(sha256)) {
            return;
        }
        Document document =
                new Document(
                        id,
                        name,
                        language,
                        location,
                        sha256,
                        bytes.length,
                        demonstration,
                        clock.instant());
        send(Topics.DOCUMENTS.record(id, document));
        known.put(id, document);
    }

    private void send(ProducerRecord<String, byte[]> record) throws InterruptedException {
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "Kafka does not take a document: " + e.getCause().getMessage(), e);
        }
    }

    private void learn(ConsumerRecord<String, byte[]> record) {
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

    private void run() {
        try (consumer) {
            while (!closing) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    try {
                        mirror(record);
                    } catch (IndexUnavailable e) {
                        log.warn("documents wait for elasticsearch cause={}", e.getMessage());
                        consumer.seek(ALL, record.offset());
                    }
                }
            }
        } catch (WakeupException e) {
            log.debug("documents were told to stop", e);
        } catch (RuntimeException e) {
            log.error("documents are no longer indexed; restart the server, nothing is lost", e);
        } finally {
            running = false;
        }
    }

    private void mirror(ConsumerRecord<String, byte[]> record) {
        learn(record);
        Document document = known.get(record.key());
        if (document == null) {
            index.remove(record.key());
        } else if (!index.holds(document.documentId(), document.sha256())) {
            try {
                byte[] bytes = DocumentFolder.read(file(document));
                List<Passage> passages = Passages.of(document.name(), bytes);
                index.replace(document.documentId(), document.sha256(), passages);
                log.info("indexed document={} passages={}", document.documentId(), passages.size());
            } catch (IOException | UncheckedIOException e) {
                log.warn("document cannot be read id={}", document.documentId(), e);
            }
        }
    }

    private static String topicId(String bootstrapServers) throws InterruptedException {
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

    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
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
