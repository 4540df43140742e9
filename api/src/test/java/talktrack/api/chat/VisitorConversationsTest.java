package talktrack.api.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import talktrack.api.chat.VisitorConversations.Given;
import talktrack.models.events.ChatConversation.Turn;
import talktrack.models.labels.Language;

/** Nobody knows the visitors, so their words take a bounded place, and for a while only. */
class VisitorConversationsTest {

    private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");

    private final VisitorConversations visitors =
            new VisitorConversations(Clock.fixed(NOW, ZoneOffset.UTC));

    private static Given given(String turnId) {
        return new Given(
                new Turn(
                        turnId,
                        "And Pro?",
                        Optional.empty(),
                        Language.EN,
                        true,
                        "Pro costs 49 EUR.",
                        List.of(),
                        NOW),
                Optional.empty());
    }

    @Test
    void theOldestTurnsOfAConversationAreForgottenButCanBeJudged() {
        String id = visitors.add(Optional.empty(), given("t0"));
        for (int i = 1; i <= Memory.TURNS; i++) {
            assertThat(visitors.add(Optional.of(id), given("t" + i))).isEqualTo(id);
        }
        assertThat(visitors.turns(id))
                .hasSize(Memory.TURNS)
                .extracting(Turn::turnId)
                .doesNotContain("t0");
        assertThat(visitors.given("t0")).contains(given("t0"));
    }

    @Test
    void theNewestAnswersOnlyCanBeJudged() {
        visitors.add(Optional.empty(), given("first"));
        for (int i = 0; i < VisitorConversations.MOST; i++) {
            visitors.add(Optional.empty(), given("t" + i));
        }
        assertThat(visitors.given("first")).isEmpty();
        assertThat(visitors.given("t0")).isPresent();
    }

    @Test
    void aConversationThatIsGoneBeginsAnew() {
        assertThat(visitors.add(Optional.of("guessed"), given("t1"))).isNotEqualTo("guessed");
    }
}
