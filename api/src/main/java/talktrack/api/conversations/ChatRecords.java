package talktrack.api.conversations;

import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import talktrack.api.events.EventProducer;
import talktrack.models.events.Topics;

/** What the chat keeps, in three topics; read when it starts. */
public final class ChatRecords implements AutoCloseable {

    private final EventProducer events;
    private final Conversations conversations;
    private final UnansweredQuestions questions;
    private final Feedback feedback;

    public ChatRecords(String bootstrapServers, Clock clock) {
        events = new EventProducer(bootstrapServers);
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
                            new StateTopic<>(Topics.CONVERSATIONS, consumer, events), clock);
            questions =
                    new UnansweredQuestions(
                            new StateTopic<>(Topics.UNANSWERED_QUESTIONS, consumer, events), clock);
            feedback = new Feedback(new StateTopic<>(Topics.ANSWER_FEEDBACK, consumer, events));
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
        events.close();
    }
}
