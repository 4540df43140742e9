package talktrack.api.conversations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import talktrack.models.events.ChatConversation;
import talktrack.models.events.ChatConversation.Turn;

/**
 * Everybody's own conversations. Nobody is told that another's exists: it is as absent as one that
 * never was. Thread-safe.
 */
public final class Conversations {

    /** As long as a login lasts, after which nobody could open it any more. */
    static final Duration KEPT = Duration.ofDays(30);

    static final int MOST_OF_ONE_OWNER = 200;

    private final StateTopic<ChatConversation> topic;
    private final Clock clock;

    /** No monitor, as it is held while Kafka answers. */
    private final ReentrantLock writing = new ReentrantLock();

    Conversations(StateTopic<ChatConversation> topic, Clock clock) {
        this.topic = topic;
        this.clock = clock;
        sweep();
    }

    /** The owner's conversations, the one last spoken in first. */
    public List<ChatConversation> of(String owner) {
        Instant oldest = clock.instant().minus(KEPT);
        return topic.values().stream()
                .filter(one -> one.owner().equals(owner) && one.lastAt().isAfter(oldest))
                .sorted(Comparator.comparing(ChatConversation::lastAt).reversed())
                .toList();
    }

    /** The owner's conversation of this id. */
    public Optional<ChatConversation> find(String owner, String id) {
        return topic.find(id)
                .filter(one -> one.owner().equals(owner))
                .filter(one -> one.lastAt().isAfter(clock.instant().minus(KEPT)));
    }

    /** A turn of one of the owner's conversations. */
    public Optional<Turn> turn(String owner, String turnId) {
        return of(owner).stream()
                .flatMap(one -> one.turns().stream())
                .filter(turn -> turn.turnId().equals(turnId))
                .findFirst();
    }

    /**
     * Adds a turn to the owner's conversation of this id, or to a new one where it is gone.
     *
     * @return the conversation with it
     */
    public ChatConversation add(String owner, Optional<String> id, Turn turn) {
        writing.lock();
        try {
            sweep();
            return put(owner, id, turn);
        } finally {
            writing.unlock();
        }
    }

    private ChatConversation put(String owner, Optional<String> id, Turn turn) {
        ChatConversation before =
                id.flatMap(known -> find(owner, known))
                        .orElseGet(
                                () ->
                                        new ChatConversation(
                                                UUID.randomUUID().toString(),
                                                owner,
                                                turn.askedAt(),
                                                List.of()));
        ChatConversation after = before.plus(turn);
        topic.put(after.conversationId(), after);
        tooMany(of(owner)).forEach(one -> topic.remove(one.conversationId()));
        return after;
    }

    /**
     * What one owner has too many of.
     *
     * @param newestFirst all of the owner's
     */
    static List<ChatConversation> tooMany(List<ChatConversation> newestFirst) {
        return newestFirst.stream().skip(MOST_OF_ONE_OWNER).toList();
    }

    /** Deletes the owner's conversation; whether there was one. */
    public boolean remove(String owner, String id) {
        writing.lock();
        try {
            boolean there = find(owner, id).isPresent();
            if (there) {
                topic.remove(id);
            }
            return there;
        } finally {
            writing.unlock();
        }
    }

    /** Deletes what is kept no longer. */
    void sweep() {
        writing.lock();
        try {
            Instant oldest = clock.instant().minus(KEPT);
            topic.values().stream()
                    .filter(one -> !one.lastAt().isAfter(oldest))
                    .forEach(one -> topic.remove(one.conversationId()));
        } finally {
            writing.unlock();
        }
    }
}
