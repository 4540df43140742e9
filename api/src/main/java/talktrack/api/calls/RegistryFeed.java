package talktrack.api.calls;

import java.io.IOException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.topics.TopicFollower;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallDetails;
import talktrack.models.events.CallProgress;
import talktrack.models.events.Deletion;
import talktrack.models.events.LabelCorrection;
import talktrack.models.events.Person;
import talktrack.models.events.Recording;
import talktrack.models.events.Topic;
import talktrack.models.events.Topics;
import talktrack.models.events.TranscriptEnd;

/**
 * Kafka → registry: everything from the beginning before the server answers, then what comes. Every
 * API server reads all of it, so it has no consumer group.
 */
public final class RegistryFeed implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RegistryFeed.class);

    private static final List<Topic<?>> TOPICS =
            List.of(
                    Topics.DELETIONS,
                    Topics.CALL_DETAILS,
                    Topics.RECORDINGS,
                    Topics.TRANSCRIPTS,
                    Topics.PROGRESS,
                    Topics.CALL_ANALYSES,
                    Topics.LABEL_CORRECTIONS,
                    Topics.PEOPLE);

    private final CallRegistry registry;
    private final TopicFollower follower;
    private volatile boolean catchingUp = true;

    public RegistryFeed(String bootstrapServers, CallRegistry registry) {
        this.registry = registry;
        follower =
                new TopicFollower(
                        "registry",
                        bootstrapServers,
                        TOPICS,
                        this::apply,
                        "restart the server, nothing is lost");
    }

    /** Returns when all that is in Kafka now is in the registry; goes on in a thread. */
    public void start() {
        follower.catchUp();
        // From here on the indexer says what is analysed: only it knows when that can be read.
        catchingUp = false;
        log.info(
                "registry ready calls={} reps={}", registry.calls().size(), registry.reps().size());
        follower.start();
    }

    /** Whether the registry still follows Kafka. */
    public boolean running() {
        return follower.running();
    }

    @Override
    public void close() {
        follower.close();
    }

    /**
     * Only a deletion, which has a revision, ends a call. A tombstone says just that a deletion was
     * carried through, which matters after a crash; later it could be older than what this server
     * wrote itself. Corrections of labels are known from here alone, so there a tombstone counts.
     */
    private void apply(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            if (catchingUp && record.topic().equals(Topics.CALL_DETAILS.name())) {
                registry.detailsTakenBack(record.key());
            } else if (record.topic().equals(Topics.LABEL_CORRECTIONS.name())) {
                registry.correctionTakenBack(record.key());
            }
            return;
        }
        try {
            switch (read(record)) {
                case CallDetails details -> registry.apply(details);
                case Recording recording -> registry.apply(recording);
                case TranscriptEnd end -> registry.apply(end);
                case CallProgress progress -> registry.apply(progress);
                case Deletion deletion -> registry.apply(deletion);
                case Person person -> registry.apply(person);
                case LabelCorrection correction -> registry.apply(correction);
                case CallAnalysis analysis -> {
                    if (catchingUp) {
                        registry.analysed(analysis);
                    }
                }
                default -> throw new IllegalStateException("Bug: topic " + record.topic());
            }
        } catch (IOException | IllegalArgumentException e) {
            log.warn(
                    "unreadable record skipped topic={} partition={} offset={} cause={}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getClass().getSimpleName());
        }
    }

    private static Object read(ConsumerRecord<String, byte[]> record) throws IOException {
        for (Topic<?> topic : TOPICS) {
            if (topic.name().equals(record.topic())) {
                return topic.read(record.value());
            }
        }
        throw new IllegalStateException("Bug: nobody asked for topic " + record.topic());
    }
}
