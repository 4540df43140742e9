package talktrack.api.conversations;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import talktrack.models.events.AnswerFeedback;

/** What people think of answers. Thread-safe. */
public final class Feedback {

    private static final int MOST = 5_000;

    private final StateTopic<AnswerFeedback> topic;

    /** No monitor, as it is held while Kafka answers. */
    private final ReentrantLock writing = new ReentrantLock();

    Feedback(StateTopic<AnswerFeedback> topic) {
        this.topic = topic;
    }

    /** Takes it, in place of what the same person said of the same answer before. */
    public void give(AnswerFeedback feedback) {
        writing.lock();
        try {
            topic.put(feedback.turnId(), feedback);
            all().stream().skip(MOST).forEach(one -> topic.remove(one.turnId()));
        } finally {
            writing.unlock();
        }
    }

    /** All of it, newest first. */
    public List<AnswerFeedback> all() {
        return topic.values().stream()
                .sorted(Comparator.comparing(AnswerFeedback::givenAt).reversed())
                .toList();
    }
}
