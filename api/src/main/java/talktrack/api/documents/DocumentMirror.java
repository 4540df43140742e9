package talktrack.api.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.documents.sandbox.UnreadableDocument;
import talktrack.api.index.IndexUnavailable;
import talktrack.models.events.Document;

/** Keeps the passages in Elasticsearch as the topic says, in a thread of its own. */
final class DocumentMirror implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DocumentMirror.class);

    private final DocumentTopic topic;
    private final DocumentFiles files;
    private final DocumentReader reader;
    private final PassageIndex index;
    private final ZoneId zone;
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
     * @param zone where a day begins on which a document expires
     */
    DocumentMirror(
            DocumentTopic topic,
            DocumentFiles files,
            DocumentReader reader,
            PassageIndex index,
            ZoneId zone) {
        this.topic = topic;
        this.files = files;
        this.reader = reader;
        this.index = index;
        this.zone = zone;
    }

    void start() {
        running = true;
        thread.start();
    }

    boolean running() {
        return running;
    }

    /** Empty while the document's bytes wait to be read. */
    Optional<Outcome> outcome(Document document) {
        return Optional.ofNullable(outcomes.get(document.documentId()))
                .filter(outcome -> outcome.sha256().equals(document.sha256()));
    }

    /** Lets go of what became of a document that is no more. */
    void forget(String id) {
        outcomes.remove(id);
    }

    private void run() {
        try {
            while (!closing) {
                for (ConsumerRecord<String, byte[]> record : topic.next()) {
                    try {
                        mirror(record);
                    } catch (IndexUnavailable e) {
                        log.warn("documents wait for elasticsearch cause={}", e.getMessage());
                        topic.again(record);
                    } catch (RuntimeException e) {
                        log.error("document cannot be indexed id={}", record.key(), e);
                        topic.get(record.key()).ifPresent(this::giveUp);
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
        topic.learn(record);
        Optional<Document> known = topic.get(record.key());
        if (known.isEmpty()) {
            index.remove(record.key());
            if (record.value() == null) {
                removeBytes(record.key());
            }
            return;
        }
        Document document = known.get();
        Standing standing = Standing.of(document, zone);
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
        } catch (UnreadableDocument e) {
            index.remove(document.documentId());
            conclude(document, Optional.of(e.getMessage()), List.of());
            log.warn("document cannot be read id={}", document.documentId(), e);
        } catch (IOException | UncheckedIOException e) {
            // This machine's fault, not the file's: what was read before goes on answering.
            conclude(document, Optional.of(String.valueOf(e.getMessage())), List.of());
            log.warn("document could not be read now id={}", document.documentId(), e);
        }
    }

    /** A removed document's bytes, also where the server ended before they were gone. */
    private void removeBytes(String id) {
        topic.lock().lock();
        try {
            if (topic.get(id).isEmpty() && DocumentFiles.ours(id + "/")) {
                files.removeVersions(id);
            }
        } catch (IOException e) {
            log.warn("bytes of a removed document stay id={}", id, e);
        } finally {
            topic.lock().unlock();
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

    /** Ends the thread, and returns when it has ended. */
    @Override
    public void close() {
        closing = true;
        topic.stop();
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
}
