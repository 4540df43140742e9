package talktrack.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import talktrack.models.events.Recording;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.Language;

class WaitingCallsTest {

    private static final long HOUR_BYTES = 3600L * 8000;

    private final WaitingCalls waiting = new WaitingCalls();

    private static Work call(String id, Recording.Kind kind, long bytes, int keepsWordsOf) {
        return new Work(
                new TopicPartition("recordings", id.length() % 2),
                0,
                new Recording(
                        id,
                        keepsWordsOf + 1,
                        kind,
                        id + "/original",
                        "",
                        id,
                        bytes,
                        Language.EN,
                        ChannelLayout.AUTO,
                        "",
                        "",
                        List.of(),
                        keepsWordsOf,
                        "",
                        Instant.EPOCH));
    }

    private static Work sound(String id, long bytes) {
        return call(id, Recording.Kind.AUDIO, bytes, 0);
    }

    private List<String> order() {
        List<String> order = new ArrayList<>();
        while (!waiting.isEmpty()) {
            order.add(waiting.peek().orElseThrow().callId());
            waiting.remove();
        }
        return order;
    }

    @Test
    void theShortestIsFirstAndWhatNeedsNoHearingIsBeforeIt() {
        waiting.add(sound("long", HOUR_BYTES), 0);
        waiting.add(sound("short", HOUR_BYTES / 60), 1);
        waiting.add(call("transcript", Recording.Kind.TRANSCRIPT, HOUR_BYTES, 0), 2);
        waiting.add(call("corrected", Recording.Kind.AUDIO, HOUR_BYTES, 1), 3);

        assertThat(order()).containsExactly("transcript", "corrected", "short", "long");
    }

    @Test
    void aLongCallIsNotOvertakenForEver() {
        waiting.add(sound("long", HOUR_BYTES), 0);
        waiting.add(sound("soon after", HOUR_BYTES / 60), 600);
        waiting.add(sound("much later", HOUR_BYTES / 60), 3600);

        assertThat(order()).containsExactly("soon after", "long", "much later");
    }

    @Test
    void equalCallsKeepTheirOrder() {
        waiting.add(sound("first", 8000), 5);
        waiting.add(sound("second", 8000), 5);

        assertThat(order()).containsExactly("first", "second");
    }

    @Test
    void callsOfLostPartitionsAreForgotten() {
        waiting.add(sound("odd", 1), 0);
        waiting.add(sound("even", 1), 0);

        waiting.forget(List.of(new TopicPartition("recordings", 1)));

        assertThat(order()).containsExactly("even");
    }
}
