package talktrack.api.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import talktrack.api.callquestions.CallQuestions;
import talktrack.api.calls.CallRegistry;
import talktrack.api.index.ElasticIndex;
import talktrack.models.labels.Language;

/** Nobody from outside hears of calls. */
class CallSourceTest {

    private static Asked asked(boolean visitor) {
        return new Asked(
                "How many calls did Ann have?", Language.EN, List.of(), List.of(), "x", visitor);
    }

    @Test
    void aVisitorsQuestionNeverReachesTheCalls() {
        try (ElasticIndex index = new ElasticIndex(URI.create("http://127.0.0.1:1"))) {
            CallSource source =
                    new CallSource(
                            new CallQuestions(new CallRegistry(), index, Clock.systemUTC()),
                            asker -> {
                                throw new AssertionError("calls were looked at");
                            });
            assertThat(source.apply(asked(true))).isEmpty();
            assertThatThrownBy(() -> source.apply(asked(false))).hasMessage("calls were looked at");
        }
    }
}
