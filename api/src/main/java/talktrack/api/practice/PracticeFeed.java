package talktrack.api.practice;

import java.io.IOException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.topics.TopicFollower;
import talktrack.models.events.Topics;

/** Kafka → {@link PracticeBook}: all of it before the first answer, then what comes. */
final class PracticeFeed implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PracticeFeed.class);

    private final PracticeBook book;
    private final TopicFollower follower;

    PracticeFeed(String bootstrapServers, PracticeBook book) {
        this.book = book;
        follower =
                new TopicFollower(
                        "practice",
                        bootstrapServers,
                        List.of(Topics.RECOMMENDATION_DECISIONS, Topics.GOALS),
                        this::apply,
                        "restart the server, nothing is lost");
    }

    void start() {
        follower.catchUp();
        follower.start();
    }

    boolean running() {
        return follower.running();
    }

    @Override
    public void close() {
        follower.close();
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
