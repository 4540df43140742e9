package talktrack.api.events;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
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
     * Returns when Kafka has it, also to a thread that is interrupted meanwhile: what is sent is
     * kept, so whoever sent it must know. It takes half a minute at most.
     *
     * @throws Problem 503 when Kafka does not answer
     */
    public void write(ProducerRecord<String, byte[]> record) {
        CompletableFuture<RecordMetadata> kept = new CompletableFuture<>();
        try {
            var unused =
                    producer.send(
                            record,
                            (where, problem) -> {
                                if (problem == null) {
                                    kept.complete(where);
                                } else {
                                    kept.completeExceptionally(problem);
                                }
                            });
            kept.join();
        } catch (CompletionException | KafkaException e) {
            throw Problem.unavailable("Kafka, which keeps every event, does not answer.", e);
        }
    }

    @Override
    public void close() {
        producer.close(PATIENCE);
    }
}
