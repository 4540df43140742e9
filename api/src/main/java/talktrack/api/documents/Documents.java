package talktrack.api.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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
import talktrack.models.labels.Audience;
import talktrack.models.labels.Language;

/**
 * The server's product documents: an event for each in topic {@code documents}, the bytes in a
 * folder, the passages in Elasticsearch. A thread keeps the passages as the topic says.
 */
public final class Documents implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Documents.class);
    private static final TopicPartition ALL = new TopicPartition(Topics.DOCUMENTS.name(), 0);

    private static final Duration POLL = Duration.ofMillis(500);

    private final DocumentFiles files;
    private final DocumentReader reader = new DocumentReader();
    private final Clock clock;
    private final PassageIndex index;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Document> known = new ConcurrentHashMap<>();
    private final Map<String, Long> newest = new ConcurrentHashMap<>();
    private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
    private final Thread thread = Thread.ofPlatform().name("documents").unstarted(this::run);
    private volatile boolean closing;
    private volatile boolean running;

    /**
     * What became of a document's bytes.
     *
     * @param problem why they cannot be read, for people; empty when they can
     * @param remarks what else its author should know
     */
    record Outcome(String sha256, long passages, Optional<String> problem, List<String> remarks) {}

    /**
     * @param store the folder; files that somebody puts there by hand are taken in by {@link
     *     #start}
     */
    public Documents(String bootstrapServers, ElasticIndex elasticsearch, Path store, Clock clock)
            throws InterruptedException {
        this.files = new DocumentFiles(store);
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

    /** What reps and coaches find: all that has not expired. */
    public PassageIndex passages() {
        return passages(Audience.INTERNAL);
    }

    /** What somebody finds: what, at this moment, is meant for them and has not expired. */
    public PassageIndex passages(Audience audience) {
        LocalDate today = today();
        Set<String> seen =
                known.values().stream()
                        .filter(
                                one ->
                                        audience == Audience.INTERNAL
                                                || one.audience() == Audience.PUBLIC)
                        .filter(one -> !standing(one).expired(today))
                        .map(Document::documentId)
                        .collect(Collectors.toSet());
        return index.seenThrough(
                new DocumentFilter(audience, Optional.of(today), Optional.of(seen)));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Standing standing(Document document) {
        return Standing.of(document, clock.getZone());
    }

    /** All of them, by name. */
    List<Document> all() {
        return known.values().stream()
                .sorted(Comparator.comparing(Document::name).thenComparing(Document::documentId))
                .toList();
    }

    Optional<Document> get(String id) {
        return Optional.ofNullable(known.get(id));
    }

    /** Empty while its bytes wait to be read. */
    Optional<Outcome> outcome(Document document) {
        return Optional.ofNullable(outcomes.get(document.documentId()))
                .filter(outcome -> outcome.sha256().equals(document.sha256()));
    }

    /** Learns what is known, takes in what lies in the folder, and starts indexing. */
    public void start() throws IOException, InterruptedException {
        Files.createDirectories(files.store());
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
     * Adds a document, or a new version of the one with this name and language; nothing when it is
     * there with just these bytes.
     */
    public void add(String name, Language language, byte[] bytes, boolean demonstration)
            throws IOException, InterruptedException {
        String id = DocumentFolder.documentId(language.id() + "/" + name);
        Audience audience = demonstration ? Audience.PUBLIC : Audience.INTERNAL;
        publish(id, DocumentFiles.fileName(name), name, bytes, demonstration, audience);
    }

    /**
     * Takes what somebody hands in: a new document, or a new version of the one of this name.
     *
     * @throws UnreadableDocument when it cannot be read; then nothing has changed
     * @throws IllegalArgumentException when it is not called like a document
     */
    Document upload(String name, byte[] bytes) throws IOException, InterruptedException {
        String fileName = DocumentFiles.fileName(name);
        return upload(DocumentFolder.documentId("uploaded/" + fileName), fileName, bytes);
    }

    /** The same for a document that is there, whatever the new file is called. */
    Document upload(String id, String name, byte[] bytes) throws IOException, InterruptedException {
        String fileName = DocumentFiles.fileName(name);
        reader.read(fileName, bytes);
        return publish(id, fileName, fileName, bytes, false, Audience.INTERNAL);
    }

    /** Says something new about a document; its bytes stay. */
    synchronized Document change(String id, UnaryOperator<Document> change)
            throws InterruptedException {
        Document changed = change.apply(known.get(id));
        send(Topics.DOCUMENTS.record(id, changed));
        known.put(id, changed);
        return changed;
    }

    /** Removes a document with all its versions. */
    synchronized void remove(String id) throws IOException, InterruptedException {
        Document document = known.get(id);
        send(Topics.DOCUMENTS.tombstone(id));
        known.remove(id);
        outcomes.remove(id);
        files.remove(id, document.location());
        log.info("document removed id={}", id);
    }

    /** The bytes of a version. */
    byte[] bytes(Document.Version version) throws IOException {
        return files.read(version.location());
    }

    /** The passages of a version, as today's program cuts them. */
    List<Passage> passages(Document.Version version) throws IOException {
        String location = version.location();
        String name = location.substring(location.lastIndexOf('/') + 1);
        return reader.read(name, bytes(version)).passages().stream()
                .map(passage -> passage.ofVersion(version.number()))
                .toList();
    }

    /** What somebody put into the folder comes in, what is gone from it goes. */
    private void takeIn() throws IOException, InterruptedException {
        List<DocumentFolder.File> present;
        try {
            present = new DocumentFolder(files.store()).files();
        } catch (NoSuchFileException e) {
            log.debug("no documents in the folder", e);
            present = List.of();
        }
        for (DocumentFolder.File file : present) {
            if (!DocumentFiles.ours(file.name())) {
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
            return files.exists(document.location());
        } catch (IOException e) {
            log.warn("document left out name={} cause={}", document.name(), e.getMessage(), e);
            return false;
        }
    }

    private void takeIn(DocumentFolder.File file) throws InterruptedException {
        try {
            publish(file.id(), file.name(), file.name(), file.bytes(), false, Audience.INTERNAL);
        } catch (IOException e) {
            log.warn("document left out name={} cause={}", file.name(), e.getMessage(), e);
        }
    }

    /**
     * @param location where the bytes lie already if a hand put them into the folder, else the name
     *     of the file that is made
     * @param audience of a new document
     */
    private synchronized Document publish(
            String id,
            String location,
            String name,
            byte[] bytes,
            boolean demonstration,
            Audience audience)
            throws IOException, InterruptedException {
        String sha256 = DocumentFolder.sha256(bytes);
        Document before = known.get(id);
        if (before != null && before.sha256().equals(sha256)) {
            return before;
        }
        int version = before == null ? 1 : before.version() + 1;
        String fileName = location.substring(location.lastIndexOf('/') + 1);
        String kept = files.keep(id, version, fileName, bytes);
        boolean byHand = files.exists(location) && DocumentFolder.documentId(location).equals(id);
        Language language = Language.EN;
        FrontMatter said = FrontMatter.NONE;
        try {
            Reading reading = reader.read(name, bytes);
            language = reading.language();
            said = reading.frontMatter();
        } catch (UnreadableDocument e) {
            log.info("unreadable document={} cause={}", id, e.getMessage()); // shown in the list
        }
        Document document =
                new Document(
                        id,
                        name,
                        language,
                        byHand ? location : kept,
                        sha256,
                        bytes.length,
                        demonstration,
                        clock.instant(),
                        version,
                        said.audience().orElse(before == null ? audience : before.audience()),
                        said.reviewed(),
                        Optional.empty(),
                        said.expires()
                                .or(() -> before == null ? Optional.empty() : before.expires()),
                        before == null ? List.of() : kept(before));
        send(Topics.DOCUMENTS.record(id, document));
        known.put(id, document);
        return document;
    }

    /** The versions so far; of one whose file a hand has replaced, our copy. */
    private static List<Document.Version> kept(Document before) {
        return before.versions().stream()
                .map(
                        one ->
                                DocumentFiles.ours(one.location())
                                        ? one
                                        : new Document.Version(
                                                one.number(),
                                                DocumentFiles.location(
                                                        before.documentId(),
                                                        one.number(),
                                                        one.location()),
                                                one.sha256(),
                                                one.sizeBytes(),
                                                one.addedAt()))
                .toList();
    }

    private void send(ProducerRecord<String, byte[]> record) throws InterruptedException {
        try {
            newest.put(record.key(), producer.send(record).get().offset());
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "Kafka does not take a document: " + e.getCause().getMessage(), e);
        }
    }

    private synchronized void learn(ConsumerRecord<String, byte[]> record) {
        if (record.offset() < newest.getOrDefault(record.key(), 0L)) {
            return; // somebody said something newer since
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

    private void run() {
        try (consumer) {
            while (!closing) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    try {
                        mirror(record);
                    } catch (IndexUnavailable e) {
                        log.warn("documents wait for elasticsearch cause={}", e.getMessage());
                        consumer.seek(ALL, record.offset());
                    } catch (RuntimeException e) {
                        log.error("document cannot be indexed id={}", record.key(), e);
                        get(record.key()).ifPresent(this::giveUp);
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
            if (record.value() == null) {
                removeBytes(record.key());
            }
            return;
        }
        Standing standing = standing(document);
        boolean held =
                index.first(document.documentId(), document.sha256())
                        .filter(first -> first.passage().version() == document.version())
                        .filter(
                                first ->
                                        standing.equals(first.standing())
                                                || index.restate(document.documentId(), standing))
                        .isPresent();
        if (!held) {
            index(document, standing);
        } else if (outcome(document).isEmpty()) {
            conclude(document, Optional.empty(), List.of());
        }
    }

    private void index(Document document, Standing standing) {
        try {
            Reading reading = reader.read(document.name(), files.read(document.location()));
            List<Passage> passages =
                    reading.passages().stream()
                            .map(passage -> passage.ofVersion(document.version()))
                            .toList();
            index.replace(document.documentId(), document.sha256(), passages, standing);
            conclude(document, Optional.empty(), reading.frontMatter().remarks());
            log.info("indexed document={} passages={}", document.documentId(), passages.size());
        } catch (IOException | UncheckedIOException e) {
            index.remove(document.documentId());
            conclude(document, Optional.of(String.valueOf(e.getMessage())), List.of());
            log.warn("document cannot be read id={}", document.documentId(), e);
        }
    }

    /** A removed document's bytes, also where the server ended before they were gone. */
    private synchronized void removeBytes(String id) {
        if (!known.containsKey(id) && DocumentFiles.ours(id + "/")) {
            try {
                files.removeVersions(id);
            } catch (IOException e) {
                log.warn("bytes of a removed document stay id={}", id, e);
            }
        }
    }

    /** One document that cannot be indexed keeps no other from it. */
    private void giveUp(Document document) {
        outcomes.put(
                document.documentId(),
                new Outcome(
                        document.sha256(),
                        0,
                        Optional.of("it cannot be indexed; the server's log says why"),
                        List.of()));
    }

    private void conclude(Document document, Optional<String> problem, List<String> remarks) {
        String id = document.documentId();
        outcomes.put(id, new Outcome(document.sha256(), index.count(id), problem, remarks));
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
        reader.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
