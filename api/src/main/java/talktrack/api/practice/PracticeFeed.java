package talktrack.api.practice;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.models.events.Topics;

/** Kafka → {@link PracticeBook}: all of it before the first answer, then what comes. */
final class PracticeFeed implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PracticeFeed.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final List<TopicPartition> ALL =
            List.of(
                    new TopicPartition(Topics.RECOMMENDATION_DECISIONS.name(), 0),
                    new TopicPartition(Topics.GOALS.name(), 0));

    private final PracticeBook book;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread thread = Thread.ofPlatform().name("practice").unstarted(this::run);
    private volatile boolean closing;
    private volatile boolean running;

    PracticeFeed(String bootstrapServers, PracticeBook book) {
        this.book = book;
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "isolation.level",
                                "read_committed",
                                "enable.auto.commit",
                                "false"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
    }

    void start() {
        consumer.assign(ALL);
        consumer.seekToBeginning(ALL);
        Map<TopicPartition, Long> ends = consumer.endOffsets(ALL);
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(this::apply);
        }
        running = true;
        thread.start();
    }

    boolean running() {
        return running;
    }

    @Override
    public void close() {
        closing = true;
        if (!thread.isAlive()) {
            consumer.close();
            return;
        }
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (consumer) {
            while (!closing) {
                consumer.poll(POLL).forEach(this::apply);
            }
        } catch (WakeupException e) {
            log.debug("practice was told to stop", e);
        } catch (RuntimeException e) {
            log.error("practice stopped following Kafka; restart the server, nothing is lost", e);
        } finally {
            running = false;
        }
    }

    private void apply(ConsumerRecord<String, byte[]> record) {
        boolean goal = record.topic().equals(Topics.GOALS.name());
        try {
            if (goal && record.value() == null) {
                book.goalTakenBack(record.key());
            } else if (goal) {
                book.apply(Topics.GOALS.read(record.value()));
            } else if (record.value() == null) {
                book.decisionTakenBack(record.key());
            } else {
                book.apply(Topics.RECOMMENDATION_DECISIONS.read(record.value()));
            }
        } catch (IOException | IllegalArgumentException e) {
            log.warn(
                    "unreadable record skipped topic={} offset={} cause={}",
                    record.topic(),
                    record.offset(),
                    e.getClass().getSimpleName());
        }
    }
}
