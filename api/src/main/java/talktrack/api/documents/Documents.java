package talktrack.api.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.documents.sandbox.UnreadableDocument;
import talktrack.api.index.ElasticIndex;
import talktrack.models.Sha256;
import talktrack.models.events.Document;
import talktrack.models.labels.Audience;
import talktrack.models.labels.Language;

/**
 * The server's product documents: an event for each in topic {@code documents}, the bytes in a
 * folder, the passages in Elasticsearch. A {@link DocumentMirror} keeps the passages as the topic
 * says.
 */
public final class Documents implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Documents.class);
    private final DocumentFiles files;
    private final DocumentReader reader = new DocumentReader();
    private final Clock clock;
    private final DocumentTopic topic;
    private final PassageIndex index;
    private final DocumentMirror mirror;
    private volatile int strangers;

    /**
     * @param store the folder; files that somebody puts there by hand are taken in by {@link
     *     #start}
     */
    public Documents(String bootstrapServers, ElasticIndex elasticsearch, Path store, Clock clock)
            throws InterruptedException {
        this.files = new DocumentFiles(store);
        this.clock = clock;
        this.topic = new DocumentTopic(bootstrapServers);
        this.index = PassageIndex.shared(elasticsearch, topic.id());
        this.mirror = new DocumentMirror(topic, files, reader, index, clock.getZone());
    }

    /** What reps and coaches find: all that has not expired. */
    public PassageIndex passages() {
        return passages(Audience.INTERNAL);
    }

    /** What somebody finds: what, at this moment, is meant for them and has not expired. */
    public PassageIndex passages(Audience audience) {
        LocalDate today = today();
        Set<String> seen =
                topic.all().stream()
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
        return topic.all().stream()
                .sorted(Comparator.comparing(Document::name).thenComparing(Document::documentId))
                .toList();
    }

    Optional<Document> get(String id) {
        return topic.get(id);
    }

    /** Empty while its bytes wait to be read. */
    Optional<DocumentMirror.Outcome> outcome(Document document) {
        return mirror.outcome(document);
    }

    /** Learns what is known, takes in what lies in the folder, and starts indexing. */
    public void start() throws IOException, InterruptedException {
        Files.createDirectories(files.store());
        topic.readAll();
        takeIn();
        tidy();
        mirror.start();
    }

    /** Whether the passages are still kept up to date. */
    public boolean running() {
        return mirror.running();
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
    Document change(String id, UnaryOperator<Document> change) throws InterruptedException {
        topic.lock().lock();
        try {
            Document changed = change.apply(topic.get(id).orElseThrow());
            topic.say(changed);
            return changed;
        } finally {
            topic.lock().unlock();
        }
    }

    /** Removes a document with all its versions. */
    void remove(String id) throws IOException, InterruptedException {
        topic.lock().lock();
        try {
            Document document = topic.get(id).orElseThrow();
            topic.takeBack(id);
            mirror.forget(id);
            files.remove(id, document.location());
        } finally {
            topic.lock().unlock();
        }
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
        for (Document document : List.copyOf(topic.all())) {
            if (gone(document)) {
                topic.takeBack(document.documentId());
                log.info("document is gone id={}", document.documentId());
            }
        }
    }

    /** One whose file is only out of reach stays, with all its versions. */
    private boolean gone(Document document) {
        try {
            boolean gone = files.gone(document);
            if (!gone && !files.exists(document.location())) {
                log.warn(
                        "document's file is out of reach; if it is gone for good, remove the document id={} location={}",
                        document.documentId(),
                        document.location());
            }
            return gone;
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
    private Document publish(
            String id,
            String location,
            String name,
            byte[] bytes,
            boolean demonstration,
            Audience audience)
            throws IOException, InterruptedException {
        topic.lock().lock();
        try {
            String sha256 = Sha256.hex(bytes);
            Optional<Document> before = topic.get(id);
            if (before.filter(one -> one.sha256().equals(sha256)).isPresent()) {
                return before.get();
            }
            int version = before.map(one -> one.version() + 1).orElse(1);
            String fileName = location.substring(location.lastIndexOf('/') + 1);
            String kept = files.keep(id, version, fileName, bytes);
            boolean byHand =
                    files.exists(location) && DocumentFolder.documentId(location).equals(id);
            Language language = Language.EN;
            FrontMatter said = FrontMatter.NONE;
            try {
                Reading reading = reader.read(name, bytes);
                language = reading.language();
                said = reading.frontMatter();
            } catch (UnreadableDocument e) {
                log.info(
                        "unreadable document={} cause={}", id, e.getMessage()); // shown in the list
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
                            said.audience()
                                    .or(() -> before.map(Document::audience))
                                    .orElse(audience),
                            said.reviewed(),
                            Optional.empty(),
                            said.expires().or(() -> before.flatMap(Document::expires)),
                            before.map(Documents::kept).orElse(List.of()));
            topic.say(document);
            return document;
        } finally {
            topic.lock().unlock();
        }
    }

    /** What the last run left in the folder: versions that were never said go, others are told. */
    private void tidy() throws IOException {
        Map<String, Set<Integer>> versions =
                topic.all().stream()
                        .collect(
                                Collectors.toMap(
                                        Document::documentId,
                                        one ->
                                                one.versions().stream()
                                                        .map(Document.Version::number)
                                                        .collect(Collectors.toSet())));
        DocumentFiles.Leftovers left = files.leftovers(versions);
        for (String version : left.versions()) {
            files.removeVersions(version);
            log.info("removed a version that was never added location={}", version);
        }
        // Of those that were removed here, the mirror takes the bytes away.
        List<String> unknown = left.documents().stream().filter(id -> !topic.mentions(id)).toList();
        strangers = unknown.size();
        if (strangers > 0) {
            log.warn(
                    "folders in {} belong to no document; if you miss none, delete them: {}",
                    files.store(),
                    String.join(" ", unknown));
        }
    }

    /** How many folders of bytes belong to no document that is known. */
    public int strangers() {
        return strangers;
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

    @Override
    public void close() {
        mirror.close();
        topic.close();
        reader.close();
    }
}
