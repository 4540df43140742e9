package talktrack.api.roleplay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import talktrack.api.http.Problem;
import talktrack.api.index.ElasticIndex;

/** Which practice calls go on; none of this asks Kafka or Elasticsearch. */
class RolePlaysTest {

    private static final Duration NEARLY = RolePlays.LEFT_AFTER.minusMinutes(1);

    private final Scenario scenario = Scenarios.find("clinic-booking").orElseThrow();
    private final ElasticIndex nowhere = new ElasticIndex(URI.create("http://127.0.0.1:1"));
    private Instant now = Instant.parse("2026-11-26T09:00:00Z");
    private final RolePlays rolePlays =
            new RolePlays("127.0.0.1:1", nowhere, Optional.empty(), clock());

    @AfterEach
    void close() {
        rolePlays.close();
        nowhere.close();
    }

    @Test
    void aCallIsLeftWhenNothingIsSaidNotWhenItIsLong() {
        Session talking = rolePlays.start(scenario, "");
        Session silent = rolePlays.start(scenario, "");
        now = now.plus(NEARLY);
        talking.say("How do you book appointments at the moment?");
        now = now.plus(NEARLY);
        rolePlays.start(scenario, "");
        assertThat(rolePlays.find(talking.id())).isPresent();
        assertThat(rolePlays.find(silent.id())).isEmpty();
    }

    @Test
    void whoComesWhenAllPlacesAreTakenIsRefused() {
        Session first = rolePlays.start(scenario, "");
        for (int i = 1; i < RolePlays.MOST_SESSIONS; i++) {
            rolePlays.start(scenario, "");
        }
        assertThatThrownBy(() -> rolePlays.start(scenario, ""))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(429));
        assertThat(rolePlays.find(first.id())).isPresent();
        now = now.plus(RolePlays.LEFT_AFTER).plusSeconds(1);
        assertThat(rolePlays.start(scenario, "").lines()).hasSize(1);
    }

    private Clock clock() {
        return ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    }
}
