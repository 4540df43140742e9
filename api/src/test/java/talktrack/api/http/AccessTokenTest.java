package talktrack.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTokenTest {

    @TempDir Path data;
    private Instant now = Instant.parse("2026-11-04T10:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
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
        now = now.plus(Duration.ofMinutes(10));
        assertThat(token.redeem(first)).isTrue();
        now = now.plus(Duration.ofSeconds(1));
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
        now = now.plus(Duration.ofDays(31));
        assertThat(token.matchesCookie(cookie)).isFalse();
    }
}
