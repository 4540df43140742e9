package talktrack.api.conversations;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import talktrack.models.events.Topics;

/** What the chat keeps, in three topics; read when it starts. */
public final class ChatRecords implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final Conversations conversations;
    private final UnansweredQuestions questions;
    private final Feedback feedback;

    public ChatRecords(String bootstrapServers, Clock clock) {
        producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "acks",
                                "all",
                                "max.request.size",
                                String.valueOf(Topics.MOST_RECORD_BYTES),
                                "max.block.ms",
                                "10000",
                                "request.timeout.ms",
                                "5000",
                                "delivery.timeout.ms",
                                "15000"),
                        new StringSerializer(),
                        new ByteArraySerializer());
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "isolation.level",
                                "read_committed"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            conversations =
                    new Conversations(
                            new StateTopic<>(Topics.CONVERSATIONS, consumer, producer), clock);
            questions =
                    new UnansweredQuestions(
                            new StateTopic<>(Topics.UNANSWERED_QUESTIONS, consumer, producer),
                            clock);
            feedback = new Feedback(new StateTopic<>(Topics.ANSWER_FEEDBACK, consumer, producer));
        }
    }

    public Conversations conversations() {
        return conversations;
    }

    public UnansweredQuestions questions() {
        return questions;
    }

    public Feedback feedback() {
        return feedback;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(10));
    }
}
