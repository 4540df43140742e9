package talktrack.api.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import talktrack.models.events.ChatConversation;

class ConversationsTest {

    @Test
    void whoHasTooManyLosesTheOldest() {
        List<ChatConversation> newestFirst =
                IntStream.range(0, Conversations.MOST_OF_ONE_OWNER + 2)
                        .mapToObj(ConversationsTest::conversation)
                        .toList();
        assertThat(Conversations.tooMany(newestFirst))
                .containsExactly(conversation(200), conversation(201));
        assertThat(Conversations.tooMany(newestFirst.subList(2, newestFirst.size()))).isEmpty();
    }

    private static ChatConversation conversation(int secondsAgo) {
        return new ChatConversation(
                "c" + secondsAgo,
                "ann",
                Instant.parse("2026-11-26T12:00:00Z").minusSeconds(secondsAgo),
                List.of());
    }
}
