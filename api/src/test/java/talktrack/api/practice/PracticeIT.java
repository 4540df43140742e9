package talktrack.api.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.api.http.TestServer.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.api.http.TestServer;
import talktrack.models.events.Json;
import talktrack.models.labels.Skill;

/** Practice from the first weak calls to the better ones after it, with Kafka and Elasticsearch. */
class PracticeIT {

    private static final String SKILL = Skill.OBJECTION_HANDLING.id();
    private static final int FIRST_CALLS = 5;
    private static final int LATER_CALLS = 6;

    @TempDir static Path temporary;
    private static TestServer server;
    private static PlayedCalls calls;

    @BeforeAll
    static void start() throws Exception {
        server = new TestServer(temporary);
        calls = new PlayedCalls(server);
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    private static JsonNode practice(String rep) throws Exception {
        return server.json("/api/reps/%s/recommendations".formatted(rep));
    }

    private static JsonNode card(String rep) throws Exception {
        return practice(rep).path("items").path(0);
    }

    private static HttpResponse<String> send(String method, String path, String body)
            throws Exception {
        return server.send(server.request(path).method(method, BodyPublishers.ofString(body)));
    }

    private static void decided(String rep, String body) throws Exception {
        HttpResponse<String> answer =
                send(
                        "POST",
                        "/api/reps/%s/recommendations/%s/decisions".formatted(rep, SKILL),
                        body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static void called(String rep, int count, double score, Instant first)
            throws Exception {
        for (int i = 0; i < count; i++) {
            calls.add(rep, score, first.plus(Duration.ofHours(i)));
        }
    }

    /** Waits until all calls are read that the first recommendation rests on. */
    private static JsonNode cardOver(String rep, int count) throws Exception {
        await(
                () ->
                        card(rep).path("n").asInt() == count
                                && !card(rep).path("clip").isMissingNode());
        return card(rep);
    }

    @Test
    void aWeakSkillIsPractisedAndMoves() throws Exception {
        Instant lately = Instant.now().minus(Duration.ofDays(3));
        called("Ann", FIRST_CALLS, 10, lately);
        calls.add("Ben", 95, lately);
        calls.add("Ben", 96, lately);

        JsonNode first = cardOver("ann", FIRST_CALLS);
        assertThat(first.path("skill").asText()).isEqualTo(SKILL);
        assertThat(first.path("status").asText()).isEqualTo("proposed");
        assertThat(first.path("task").asText()).startsWith("In your next three calls");
        assertThat(first.path("clip").path("lines").path(0).path("text").asText())
                .contains("too expensive");
        assertThat(first.path("example").isMissingNode()).as("Ben was not asked").isTrue();
        int minutes = 0;
        for (JsonNode step : first.path("steps")) {
            minutes += step.path("minutes").asInt();
        }
        assertThat(minutes).isEqualTo(15);

        assertThat(send("PUT", "/api/reps/ben/sharing", "{\"sharesClips\": true}").statusCode())
                .isEqualTo(204);
        await(() -> card("ann").path("example").path("repName").asText().equals("Ben"));

        String clip = first.path("clip").path("utteranceId").asText();
        decided(
                "ann",
                "{\"decision\": \"dismissed\", \"reason\": \"wrong-clip\", \"clipId\": \"%s\"}"
                        .formatted(clip));
        assertThat(card("ann").path("clip").path("utteranceId").asText()).isNotEqualTo(clip);
        assertThat(card("ann").path("wrongClips").asInt()).isEqualTo(1);

        decided("ann", "{\"decision\": \"accepted\", \"task\": \"count to two\"}");
        assertThat(card("ann").path("task").asText()).isEqualTo("count to two");
        assertThat(followUp("ann").path("verdict").asText()).isEqualTo("too-early");

        HttpResponse<String> goal =
                send(
                        "POST",
                        "/api/reps/ann/goals",
                        "{\"skill\": \"%s\", \"target\": 80, \"until\": \"%s\"}"
                                .formatted(SKILL, LocalDate.now(ZoneOffset.UTC).plusDays(30)));
        assertThat(goal.statusCode()).isEqualTo(201);
        assertThat(Json.mapper().readTree(goal.body()).path("state").asText()).isEqualTo("open");

        called("Ann", LATER_CALLS, 90, Instant.now().plus(Duration.ofSeconds(5)));
        await(() -> followUp("ann").path("after").path("n").asInt() == LATER_CALLS);
        assertThat(followUp("ann").path("verdict").asText()).isEqualTo("improved");
        JsonNode reached = server.json("/api/reps/ann/goals").path("items").path(0);
        assertThat(reached.path("state").asText()).isEqualTo("reached");
        assertThat(reached.path("progress").asDouble()).isEqualTo(1);

        server.restartApi();
        assertThat(followUp("ann").path("verdict").asText()).isEqualTo("improved");
        assertThat(server.json("/api/reps").toString()).contains("\"sharesClips\":true");
    }

    private static JsonNode followUp(String rep) throws Exception {
        return practice(rep).path("followUps").path(0);
    }

    @Test
    void aFallIsWarnedOfWithItsCallsAndTheTeamSeesIt() throws Exception {
        Instant first = Instant.now().minus(Duration.ofDays(20));
        called("Carl", FIRST_CALLS, 90, first);
        for (int i = 0; i < FIRST_CALLS; i++) {
            calls.add("Carl", 10, first.plus(Duration.ofDays(i + 1)));
        }
        await(() -> practice("carl").path("warnings").size() == 1);
        JsonNode warning = practice("carl").path("warnings").path(0);
        assertThat(warning.path("skill").asText()).isEqualTo(SKILL);
        assertThat(warning.path("calls")).hasSize(FIRST_CALLS);
        JsonNode team = server.json("/api/teams/default/coaching");
        assertThat(team.path("warnings").findValuesAsText("repId")).contains("carl");
        assertThat(team.path("items").findValuesAsText("repId")).contains("carl");
    }

    @Test
    void whatIsDismissedIsGoneAndComesBackWhenThatIsTakenBack() throws Exception {
        called("Dora", FIRST_CALLS, 5, Instant.now().minus(Duration.ofDays(2)));
        cardOver("dora", FIRST_CALLS);
        decided("dora", "{\"decision\": \"dismissed\", \"reason\": \"not-now\"}");
        assertThat(practice("dora").path("items")).isEmpty();
        assertThat(practice("dora").path("notShown").path(0).path("why").asText())
                .isEqualTo("not-now");
        assertThat(
                        send(
                                        "DELETE",
                                        "/api/reps/dora/recommendations/%s/decisions/newest"
                                                .formatted(SKILL),
                                        "")
                                .statusCode())
                .isEqualTo(204);
        assertThat(practice("dora").path("items")).hasSize(1);
    }

    @Test
    void aDeletedCallGivesNoClip() throws Exception {
        called("Eve", FIRST_CALLS, 5, Instant.now().minus(Duration.ofDays(2)));
        String callId = cardOver("eve", FIRST_CALLS).path("clip").path("callId").asText();
        decided(
                "eve",
                "{\"decision\": \"accepted\", \"clipId\": \"%s\"}"
                        .formatted(card("eve").path("clip").path("utteranceId").asText()));
        assertThat(send("DELETE", "/api/calls/" + callId, "").statusCode()).isEqualTo(204);
        assertThat(card("eve").path("n").asInt()).isEqualTo(FIRST_CALLS - 1);
        assertThat(card("eve").path("clip").path("callId").asText())
                .isNotEmpty()
                .isNotEqualTo(callId);
    }

    @Test
    void whatCannotBeDoneIsSaid() throws Exception {
        called("Finn", 1, 5, Instant.now().minus(Duration.ofDays(100)));
        String decisions = "/api/reps/finn/recommendations/%s/decisions".formatted(SKILL);
        assertThat(send("POST", decisions, "{\"decision\": \"dismissed\"}").body())
                .contains("needs a reason");
        assertThat(
                        send(
                                        "POST",
                                        decisions,
                                        "{\"decision\": \"dismissed\", \"reason\": \"wrong-clip\"}")
                                .body())
                .contains("Which clip");
        assertThat(send("POST", decisions, "[]").statusCode()).isEqualTo(400);
        assertThat(send("POST", "/api/reps/nobody/goals", "{}").statusCode()).isEqualTo(404);
        assertThat(
                        send(
                                        "POST",
                                        "/api/reps/finn/goals",
                                        "{\"skill\": \"listening\", \"target\": 70, \"until\": \"2020-01-01\"}")
                                .body())
                .contains("from today");
        assertThat(send("DELETE", "/api/reps/finn/goals/none", "").statusCode()).isEqualTo(404);
        assertThat(server.get("/api/teams/nowhere/coaching").statusCode()).isEqualTo(404);
    }
}
