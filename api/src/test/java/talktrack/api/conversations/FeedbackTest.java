package talktrack.api.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import talktrack.models.events.AnswerFeedback;
import talktrack.models.labels.Language;

/** Strangers' thumbs must not cost the team its own. */
class FeedbackTest {

    private static final int MOST = Feedback.MOST;
    private static final int MOST_OF_VISITORS = Feedback.MOST_OF_VISITORS;

    /** Newest first. */
    private static List<AnswerFeedback> given(String prefix, boolean visitor, int count) {
        return IntStream.range(0, count).mapToObj(i -> given(prefix + i, visitor)).toList();
    }

    private static AnswerFeedback given(String id, boolean visitor) {
        return new AnswerFeedback(
                id,
                "And Pro?",
                Optional.empty(),
                Language.EN,
                true,
                "Pro costs 49 EUR.",
                List.of(),
                true,
                Optional.empty(),
                "",
                Instant.EPOCH,
                visitor);
    }

    private static List<String> tooMany(List<AnswerFeedback> one, List<AnswerFeedback> other) {
        return Feedback.tooMany(Stream.concat(one.stream(), other.stream()).toList()).stream()
                .map(AnswerFeedback::turnId)
                .toList();
    }

    @Test
    void visitorsPushOutVisitorsOnly() {
        assertThat(tooMany(given("v", true, MOST_OF_VISITORS), given("team", false, 9))).isEmpty();
        assertThat(tooMany(given("v", true, MOST_OF_VISITORS + 1), given("team", false, 9)))
                .containsExactly("v" + MOST_OF_VISITORS);
        assertThat(tooMany(given("v", true, 1), given("team", false, MOST))).containsExactly("v0");
    }

    @Test
    void theTeamPushesOutItsOwnOnceNoneOfVisitorsIsLeft() {
        assertThat(tooMany(given("team", false, MOST + 1), given("v", true, 1)))
                .containsExactly("v0", "team" + MOST);
    }
}
