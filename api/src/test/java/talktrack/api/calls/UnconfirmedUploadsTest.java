package talktrack.api.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnconfirmedUploadsTest {

    private static final Instant NOW = Instant.now();
    private static final Instant NEXT_WEEK = NOW.plus(Duration.ofDays(7));

    @TempDir Path temporary;

    private final List<String> swept = new ArrayList<>();
    private UnconfirmedUploads uploads;

    @BeforeEach
    void open() {
        uploads = new UnconfirmedUploads(temporary.resolve("notes"));
    }

    @Test
    void whatNeverBecameACallIsSweptOnceItsDayIsOver() throws Exception {
        uploads.note("abc");

        uploads.sweep(NOW, this::settled);
        assertThat(swept).as("Kafka may still tell of it").isEmpty();

        uploads.sweep(NEXT_WEEK, this::settled);
        uploads.sweep(NEXT_WEEK, this::settled);
        assertThat(swept).containsExactly("abc");
    }

    @Test
    void whatKafkaHasIsNeverSwept() throws Exception {
        uploads.note("abc");
        uploads.confirm("abc");

        uploads.sweep(NEXT_WEEK, this::settled);

        assertThat(swept).isEmpty();
    }

    @Test
    void whatCouldNotBeSettledComesAgain() throws Exception {
        uploads.note("abc");

        uploads.sweep(NEXT_WEEK, callId -> false);
        uploads.sweep(NEXT_WEEK, this::settled);

        assertThat(swept).containsExactly("abc");
    }

    private boolean settled(String callId) {
        return swept.add(callId);
    }
}
