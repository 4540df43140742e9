package talktrack.api.conversations;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import talktrack.models.events.AnswerFeedback;

/** What people think of answers. Thread-safe. */
public final class Feedback {

    static final int MOST = 5_000;

    /** Anybody can judge as a visitor, so theirs may not push out the team's. */
    static final int MOST_OF_VISITORS = 1_000;

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
            tooMany(all()).forEach(one -> topic.remove(one.turnId()));
        } finally {
            writing.unlock();
        }
    }

    /**
     * What must go: of visitors first, and the team's only for the team's. The oldest of either.
     *
     * @param all newest first
     */
    static List<AnswerFeedback> tooMany(List<AnswerFeedback> all) {
        Map<Boolean, List<AnswerFeedback>> byVisitors =
                all.stream().collect(Collectors.partitioningBy(AnswerFeedback::visitor));
        List<AnswerFeedback> team = byVisitors.get(false);
        int room = Math.clamp(MOST - team.size(), 0, MOST_OF_VISITORS);
        return Stream.concat(byVisitors.get(true).stream().skip(room), team.stream().skip(MOST))
                .toList();
    }

    /** All of it, newest first. */
    public List<AnswerFeedback> all() {
        return topic.values().stream()
                .sorted(Comparator.comparing(AnswerFeedback::givenAt).reversed())
                .toList();
    }
}
