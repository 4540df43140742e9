package talktrack.api.chat;

import java.util.List;
import talktrack.models.events.ChatConversation.Turn;
import talktrack.models.labels.Language;

/**
 * A question as it comes to whoever may answer it.
 *
 * @param question as it was asked
 * @param readings what it may mean where it follows others, the likeliest first; empty when it
 *     stands alone
 * @param past turns before it that still count, oldest first
 * @param asker a digest of their login
 * @param visitor whether it comes from the widget: then nothing internal may be told
 */
public record Asked(
        String question,
        Language language,
        List<String> readings,
        List<Turn> past,
        String asker,
        boolean visitor) {

    public Asked {
        readings = List.copyOf(readings);
        past = List.copyOf(past);
    }
}
