package talktrack.api.conversations;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.events.EventProducer;
import talktrack.models.events.Topics;

/** What the chat keeps, in three topics; read when it starts. */
public final class ChatRecords implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ChatRecords.class);

    private final ScheduledExecutorService daily =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("conversation-sweep").factory());
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
        var unused = daily.scheduleWithFixedDelay(this::sweep, 1, 1, TimeUnit.DAYS);
    }

    /** Nobody need ask anything for old conversations to go. What fails now is done tomorrow. */
    private void sweep() {
        try {
            conversations.sweep();
        } catch (RuntimeException e) {
            log.warn("old conversations could not be deleted, tomorrow again", e);
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
        daily.shutdownNow();
        events.close();
    }
}
