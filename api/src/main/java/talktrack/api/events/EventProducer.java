package talktrack.api.events;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import talktrack.api.http.Problem;
import talktrack.models.events.Topics;

/**
 * Writes events on behalf of people, who wait no longer than half a minute for a Kafka that is
 * away. Thread-safe.
 */
public final class EventProducer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final KafkaProducer<String, byte[]> producer;

    public EventProducer(String bootstrapServers) {
        producer = connect(bootstrapServers);
    }

    /** A producer whose events Kafka has once and for all, or that fails within half a minute. */
    public static KafkaProducer<String, byte[]> connect(String bootstrapServers) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "acks", "all",
                        "enable.idempotence", "true",
                        "max.request.size", String.valueOf(Topics.MOST_RECORD_BYTES),
                        "max.block.ms", "10000",
                        "request.timeout.ms", "5000",
                        "delivery.timeout.ms", "15000"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /**
     * Returns when Kafka has it.
     *
     * @throws Problem 503 when Kafka does not answer, or the server is closing
     */
    public void write(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException | KafkaException e) {
            throw Problem.unavailable("Kafka, which keeps every event, does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("The server is closing.", e);
        }
    }

    @Override
    public void close() {
        producer.close(PATIENCE);
    }
}
