package talktrack.api.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import talktrack.models.events.ChatConversation.Turn;

/** What of a conversation still counts when the next question comes. */
final class Memory {

    static final int TURNS = 6;
    static final int CHARACTERS = 4_000;

    /** Who comes back later means something new. */
    static final Duration AGE = Duration.ofMinutes(30);

    private Memory() {}

    /** The newest turns within all three bounds, oldest first. */
    static List<Turn> of(List<Turn> all, Instant now) {
        List<Turn> kept = new ArrayList<>();
        int characters = 0;
        for (Turn turn : all.reversed()) {
            characters += turn.question().length() + turn.answer().length();
            if (kept.size() == TURNS
                    || characters > CHARACTERS
                    || turn.askedAt().plus(AGE).isBefore(now)) {
                break;
            }
            kept.add(turn);
        }
        Collections.reverse(kept);
        return List.copyOf(kept);
    }
}
