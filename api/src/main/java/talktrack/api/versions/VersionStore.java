package talktrack.api.versions;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.http.Problem;
import talktrack.api.topics.Kept;
import talktrack.models.events.Topic;
import talktrack.models.events.Versioned;

/**
 * The newest version of everything of one kind and all that there was before, as two topics hold
 * it. The only writer of both; a change is one transaction, so that neither topic ever has what the
 * other lacks. Thread-safe.
 */
public final class VersionStore<V extends Versioned> implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(VersionStore.class);

    private final String bootstrapServers;
    private final Topic<V> newestTopic;
    private final Topic<V> versionsTopic;

    /** Guards what follows. No monitor, as it is held while Kafka answers. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Map<String, NavigableMap<Integer, V>> known = new HashMap<>();
    private Optional<KafkaProducer<String, byte[]>> producer = Optional.empty();
    private final Map<String, V> lacking = new HashMap<>();
    private boolean loaded;

    /**
     * @param newest keyed by id
     * @param versions keyed by id and version
     */
    public VersionStore(String bootstrapServers, Topic<V> newest, Topic<V> versions) {
        this.bootstrapServers = bootstrapServers;
        this.newestTopic = newest;
        this.versionsTopic = versions;
    }

    /**
     * A version to be written.
     *
     * @param basedOn the version that its author saw; 0 when there was none
     */
    public record Change<V>(V value, int basedOn) {}

    /** The newest version of each, by id. */
    public List<V> newest() {
        return alone(
                () ->
                        new TreeMap<>(known)
                                .values().stream()
                                        .map(versions -> versions.lastEntry().getValue())
                                        .toList());
    }

    /** The newest version of one. */
    public Optional<V> find(String id) {
        return alone(
                () ->
                        Optional.ofNullable(known.get(id))
                                .map(versions -> versions.lastEntry().getValue()));
    }

    /** One version of one. */
    public Optional<V> find(String id, int version) {
        return alone(
                () -> Optional.ofNullable(known.get(id)).map(versions -> versions.get(version)));
    }

    /** All versions of one, newest first; empty when there is no such thing. */
    public List<V> history(String id) {
        return alone(
                () ->
                        Optional.ofNullable(known.get(id))
                                .map(versions -> List.copyOf(versions.descendingMap().values()))
                                .orElse(List.of()));
    }

    private <T> T alone(Supplier<T> answer) {
        lock.lock();
        try {
            load();
            return answer.get();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Writes all of these, or none.
     *
     * @throws Problem 409 when one is based on a version that is not the newest any more, 503 when
     *     Kafka does not take it
     */
    public void write(Collection<Change<V>> changes) {
        lock.lock();
        try {
            load();
            writeAll(changes);
        } finally {
            lock.unlock();
        }
    }

    private void writeAll(Collection<Change<V>> changes) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        lacking.forEach((key, value) -> records.add(versionsTopic.record(key, value)));
        for (Change<V> change : changes) {
            V value = change.value();
            int there = find(value.id()).map(Versioned::version).orElse(0);
            if (there != change.basedOn()) {
                throw changedMeanwhile(value.id(), change.basedOn(), there);
            }
            records.add(versionsTopic.record(Versioned.key(value.id(), value.version()), value));
            records.add(newestTopic.record(value.id(), value));
        }
        send(records);
        lacking.clear();
        changes.forEach(change -> remember(change.value()));
    }

    /** Removes one with all its versions, for good: what it was made from is deleted. */
    public void forget(String id) {
        lock.lock();
        try {
            load();
            tombstones(id);
        } finally {
            lock.unlock();
        }
    }

    private void tombstones(String id) {
        NavigableMap<Integer, V> versions = known.get(id);
        if (versions == null) {
            return;
        }
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        versions.keySet()
                .forEach(
                        version ->
                                records.add(versionsTopic.tombstone(Versioned.key(id, version))));
        records.add(newestTopic.tombstone(id));
        send(records);
        known.remove(id);
    }

    private static Problem changedMeanwhile(String id, int basedOn, int there) {
        return new Problem(
                409,
                "changed-meanwhile",
                "Somebody changed it meanwhile",
                there == 0
                        ? "'%s' is not there any more.".formatted(id)
                        : basedOn == 0
                                ? "'%s' is there already, in version %d.".formatted(id, there)
                                : "You changed version %d of '%s', but the newest one is version %d."
                                        .formatted(basedOn, id, there),
                "Read the newest version, put your change into it, and save that.");
    }

    private void send(List<ProducerRecord<String, byte[]>> records) {
        try {
            KafkaProducer<String, byte[]> open = producer.orElseGet(this::open);
            producer = Optional.of(open);
            open.beginTransaction();
            for (ProducerRecord<String, byte[]> record : records) {
                var unused = open.send(record); // the commit fails when one of them does
            }
            open.commitTransaction();
        } catch (KafkaException e) {
            producer.ifPresent(broken -> broken.close(Duration.ZERO));
            producer = Optional.empty();
            loaded = false; // whether it got through shows when the topics are read again
            throw Problem.unavailable("The change could not be kept.", e);
        }
    }

    private KafkaProducer<String, byte[]> open() {
        KafkaProducer<String, byte[]> opened =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "acks",
                                "all",
                                "transactional.id",
                                "api-" + newestTopic.name(),
                                "max.block.ms",
                                "10000",
                                "request.timeout.ms",
                                "5000",
                                "delivery.timeout.ms",
                                "15000"),
                        new StringSerializer(),
                        new ByteArraySerializer());
        try {
            opened.initTransactions();
            return opened;
        } catch (KafkaException e) {
            opened.close(Duration.ZERO);
            throw e;
        }
    }

    /** Reads both topics once; what the history lacks goes there with the next change. */
    private void load() {
        if (loaded) {
            return;
        }
        known.clear();
        lacking.clear();
        read(versionsTopic);
        Set<String> kept = new HashSet<>();
        known.forEach((id, of) -> of.keySet().forEach(one -> kept.add(Versioned.key(id, one))));
        read(newestTopic);
        for (NavigableMap<Integer, V> versions : known.values()) {
            V newest = versions.lastEntry().getValue();
            String key = Versioned.key(newest.id(), newest.version());
            if (!kept.contains(key)) {
                lacking.put(key, newest); // of a server that kept no history yet
            }
        }
        loaded = true;
    }

    private void read(Topic<V> topic) {
        Kept.read(bootstrapServers, topic, record -> learn(topic, record));
    }

    private void learn(Topic<V> topic, ConsumerRecord<String, byte[]> record) {
        try {
            if (record.value() != null) {
                remember(topic.read(record.value()));
            } else {
                drop(record.key());
            }
        } catch (IOException e) {
            log.warn(
                    "unreadable record skipped topic={} offset={}",
                    record.topic(),
                    record.offset(),
                    e);
        }
    }

    private void drop(String key) {
        int slash = key.indexOf('/');
        String id = slash < 0 ? key : key.substring(0, slash);
        NavigableMap<Integer, V> versions = known.get(id);
        if (versions != null && slash > 0) {
            versions.remove(Integer.parseInt(key.substring(slash + 1)));
        }
        if (versions != null && (slash < 0 || versions.isEmpty())) {
            known.remove(id);
        }
    }

    private void remember(V value) {
        known.computeIfAbsent(value.id(), id -> new TreeMap<>()).put(value.version(), value);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            producer.ifPresent(open -> open.close(Duration.ofSeconds(5)));
            producer = Optional.empty();
        } finally {
            lock.unlock();
        }
    }
}
