package talktrack.api.cases;

import java.io.IOException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.http.Problem;
import talktrack.api.talktracks.TalkTrackLibrary;
import talktrack.api.topics.TopicFollower;
import talktrack.models.events.Deletion;
import talktrack.models.events.Topics;

/**
 * deletions → what of the libraries was made of a deleted call. Reads all deletions at every start:
 * doing one again changes nothing.
 */
public final class ForgottenCalls implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ForgottenCalls.class);

    private final TalkTrackLibrary talkTracks;
    private final CaseLibrary cases;
    private final TopicFollower follower;

    public ForgottenCalls(String bootstrapServers, TalkTrackLibrary talkTracks, CaseLibrary cases) {
        this.talkTracks = talkTracks;
        this.cases = cases;
        follower =
                new TopicFollower(
                        "forgotten-calls",
                        bootstrapServers,
                        List.of(Topics.DELETIONS),
                        this::forget,
                        "deleted calls stay in drafts until the next start");
    }

    /** Works in a thread of its own until closed. */
    public void start() {
        follower.start();
    }

    /** Whether what is deleted from now on leaves the libraries, too. */
    public boolean running() {
        return follower.running();
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
        follower.close();
    }
}
