package talktrack.api.chat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import talktrack.models.events.ChatConversation.Turn;

/**
 * Conversations of the widget: of visitors whom nobody knows nothing is stored, so they live in
 * memory only and as long as they are spoken in. Their ids cannot be guessed. Thread-safe.
 */
final class VisitorConversations {

    static final int MOST = 2_000;

    private final Clock clock;
    private final Map<String, List<Turn>> conversations = newest();
    private final Map<String, Given> answers = newest();

    VisitorConversations(Clock clock) {
        this.clock = clock;
    }

    private static <T> Map<String, T> newest() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > MOST;
            }
        };
    }

    /**
     * An answer that a visitor was given; only they know its id.
     *
     * @param unansweredId in the team's list, where it is a refusal that was listed
     */
    record Given(Turn turn, Optional<String> unansweredId) {}

    synchronized List<Turn> turns(String id) {
        return conversations.getOrDefault(id, List.of());
    }

    /** The answer of this turn, as long as it is among the newest. */
    synchronized Optional<Given> given(String turnId) {
        return Optional.ofNullable(answers.get(turnId));
    }

    /**
     * Adds a turn to this conversation, or to a new one where it is gone.
     *
     * @return the conversation's id
     */
    synchronized String add(Optional<String> id, Given given) {
        String known =
                id.filter(conversations::containsKey).orElseGet(() -> UUID.randomUUID().toString());
        List<Turn> turns = new ArrayList<>(turns(known));
        turns.add(given.turn());
        conversations.put(known, Memory.of(turns, clock.instant()));
        answers.put(given.turn().turnId(), given);
        return known;
    }
}
