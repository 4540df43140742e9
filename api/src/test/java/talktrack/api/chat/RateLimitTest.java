package talktrack.api.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    @Test
    void everybodyHasAMinutesWorthOfTheirOwn() {
        RateLimit limit = new RateLimit(3);
        for (int i = 0; i < 3; i++) {
            assertThat(limit.waitOf("a")).isEmpty();
        }
        assertThat(limit.waitOf("a"))
                .hasValueSatisfying(
                        wait ->
                                assertThat(wait)
                                        .isPositive()
                                        .isLessThanOrEqualTo(Duration.ofSeconds(20)));
        assertThat(limit.waitOf("b")).isEmpty();
    }
}
