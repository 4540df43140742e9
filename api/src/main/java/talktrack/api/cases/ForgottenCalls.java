package talktrack.api.cases;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.http.Problem;
import talktrack.api.talktracks.TalkTrackLibrary;
import talktrack.models.events.Deletion;
import talktrack.models.events.Topics;

/**
 * deletions → what of the libraries was made of a deleted call. Reads all deletions at every start:
 * doing one again changes nothing.
 */
public final class ForgottenCalls implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ForgottenCalls.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final TalkTrackLibrary talkTracks;
    private final CaseLibrary cases;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread thread = Thread.ofPlatform().name("forgotten-calls").unstarted(this::run);
    private volatile boolean closing;
    private volatile boolean running;

    public ForgottenCalls(String bootstrapServers, TalkTrackLibrary talkTracks, CaseLibrary cases) {
        this.talkTracks = talkTracks;
        this.cases = cases;
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "isolation.level",
                                "read_committed"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
    }

    /** Works in a thread of its own until closed. */
    public void start() {
        List<TopicPartition> all =
                consumer.partitionsFor(Topics.DELETIONS.name()).stream()
                        .map(one -> new TopicPartition(one.topic(), one.partition()))
                        .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        running = true;
        thread.start();
    }

    /** Whether what is deleted from now on leaves the libraries, too. */
    public boolean running() {
        return running;
    }

    private void run() {
        try (consumer) {
            while (!closing) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    forget(record);
                }
            }
        } catch (WakeupException e) {
            log.debug("told to stop", e);
        } catch (RuntimeException e) {
            log.error("deleted calls stay in drafts until the next start", e);
        } finally {
            running = false;
        }
    }

    private void forget(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return;
        }
        try {
            Deletion deletion = Topics.DELETIONS.read(record.value());
            talkTracks.forget(deletion);
            cases.forget(deletion);
        } catch (IOException e) {
            log.warn("unreadable record skipped topic=deletions offset={}", record.offset(), e);
        } catch (Problem | KafkaException e) { // Kafka is away; the next start does it again
            log.warn("a deleted call stays in drafts until the next start: {}", e.getMessage(), e);
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
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
