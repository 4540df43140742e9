package talktrack.api.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    @Test
    void everybodyHasTheirOwnAllowance() {
        RateLimit limit = new RateLimit(3);
        assertThat(IntStream.range(0, 5).filter(i -> limit.allows("anna")).count()).isEqualTo(3);
        assertThat(limit.allows("ben")).isTrue();
    }
}
