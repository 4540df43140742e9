package talktrack.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTokenTest {

    /** Stands still until it is told to move. */
    private static final class HandClock extends Clock {
        private Instant now = Instant.parse("2026-11-04T10:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @TempDir Path data;
    private final HandClock clock = new HandClock();
    private AccessToken token;

    @BeforeEach
    void start() throws Exception {
        token = AccessToken.in(data, clock);
    }

    @Test
    void theTokenIsTheSameOnTheNextStart() throws Exception {
        assertThat(AccessToken.in(data, clock).value()).isEqualTo(token.value()).hasSize(64);
        assertThat(token.matches(token.value())).isTrue();
        assertThat(token.matches("")).isFalse();
    }

    @Test
    void aCodeWorksOnce() {
        String code = token.newCode();
        assertThat(token.redeem(code)).isTrue();
        assertThat(token.redeem(code)).isFalse();
        assertThat(token.redeem("guess")).isFalse();
    }

    @Test
    void aCodeWorksForTenMinutes() {
        String first = token.newCode();
        String second = token.newCode();
        clock.move(Duration.ofMinutes(10));
        assertThat(token.redeem(first)).isTrue();
        clock.move(Duration.ofSeconds(1));
        assertThat(token.redeem(second)).isFalse();
    }

    @Test
    void aCookieIsNotTheTokenAndEnds() throws Exception {
        String cookie = token.cookie();
        assertThat(cookie).doesNotContain(token.value());
        assertThat(AccessToken.in(data, clock).matchesCookie(cookie)).isTrue();
        assertThat(token.matchesCookie("9" + cookie)).isFalse();
        assertThat(token.matchesCookie("")).isFalse();
        assertThat(token.matchesCookie("x.y")).isFalse();
        clock.move(Duration.ofDays(31));
        assertThat(token.matchesCookie(cookie)).isFalse();
    }
}
