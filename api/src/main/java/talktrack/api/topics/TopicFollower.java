package talktrack.api.topics;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.models.events.Backlog;
import talktrack.models.events.Topic;

/**
 * Reads topics from their beginning: first, if wanted, all that is there, then what comes, in a
 * thread of its own until it is closed. Each server reads all partitions and commits nothing.
 */
public final class TopicFollower implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final String name;
    private final List<Topic<?>> topics;
    private final Consumer<ConsumerRecord<String, byte[]>> each;
    private final String whenItFails;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread thread;
    private volatile boolean closing;
    private volatile boolean running;

    /**
     * @param name of the thread
     * @param each is told each record, in order within a partition; throws only what is to end the
     *     reading
     * @param whenItFails what it means that the reading has ended, for the log
     */
    public TopicFollower(
            String name,
            String bootstrapServers,
            Collection<Topic<?>> topics,
            Consumer<ConsumerRecord<String, byte[]>> each,
            String whenItFails) {
        this.name = name;
        this.topics = List.copyOf(topics);
        this.each = each;
        this.whenItFails = whenItFails;
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers", bootstrapServers,
                                "isolation.level", "read_committed",
                                "enable.auto.commit", "false",
                                "fetch.max.wait.ms", "100"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        thread = Thread.ofPlatform().name(name).unstarted(this::run);
    }

    /** Returns when all that is in the topics now was told. */
    public void catchUp() {
        assign();
        Backlog.readOn(consumer, each);
    }

    /** Goes on in a thread, after {@link #catchUp()} or from the beginning. */
    public void start() {
        if (consumer.assignment().isEmpty()) {
            assign();
        }
        running = true;
        thread.start();
    }

    private void assign() {
        List<TopicPartition> all =
                topics.stream()
                        .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
    }

    /** Whether it is started and still reads. */
    public boolean running() {
        return running;
    }

    private void run() {
        try {
            while (!closing) {
                consumer.poll(POLL).forEach(each);
            }
        } catch (WakeupException e) {
            log.debug("{} was told to stop", name, e);
        } catch (RuntimeException e) {
            log.error("{} stopped following Kafka; {}", name, whenItFails, e);
        } finally {
            running = false;
        }
    }

    /** Returns when the thread has ended. */
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
        consumer.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
