package talktrack.api.roleplay;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.api.http.TestServer.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.api.http.TestServer;
import talktrack.models.events.Json;
import talktrack.models.events.Person;
import talktrack.models.events.Topics;

/** A practice call over HTTP, from the first word to the rep's practice heatmap. */
class RolePlaysIT {

    private static final Person ANN =
            new Person("ann", "Ann Example", Person.DEFAULT_TEAM, "", false);

    @TempDir static Path temporary;
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new TestServer(temporary);
        server.write(Topics.PEOPLE.record(ANN.repId(), ANN));
        await(() -> server.get("/api/reps/ann/role-plays").statusCode() == 200);
        await(() -> server.get("/api/reps").body().contains("Ann Example"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    private static HttpResponse<String> post(String path, Map<String, ?> body) throws Exception {
        return server.send(server.request(path).POST(BodyPublishers.ofString(Json.text(body))));
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return Json.mapper().readTree(response.body());
    }

    private static String begun(String repId) throws Exception {
        HttpResponse<String> response =
                post("/api/role-plays", Map.of("scenarioId", "clinic-booking", "repId", repId));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return json(response).path("id").asText();
    }

    @Test
    void aPracticeCallIsScoredAndShownWithTheRepAndNowhereElse() throws Exception {
        String id = begun("ann");
        String path = "/api/role-plays/" + id;
        JsonNode after =
                json(
                        post(
                                path + "/lines",
                                Map.of(
                                        "text",
                                        "What problems do you have with patients who do not turn up?")));
        assertThat(after.path("lines")).hasSize(3);
        assertThat(after.path("lines").path(2).path("text").asText())
                .isEqualTo(
                        Scenarios.find("clinic-booking")
                                .orElseThrow()
                                .problems()
                                .getFirst()
                                .admits());

        JsonNode feedback = json(post(path + "/end", Map.of()));

        assertThat(feedback.path("end").asText()).isEqualTo("stopped");
        assertThat(feedback.path("skills")).isNotEmpty();
        assertThat(feedback.path("kept").findValuesAsText("what")).contains("consequence");
        assertThat(feedback.path("course").path("rows").findValuesAsText("behaviour"))
                .contains("problem", "rep-talk");
        assertThat(feedback.path("course").toString())
                .contains(feedback.path("utterances").path(1).path("id").asText());
        assertThat(feedback.path("utterances").path(1).path("question").path("label").asText())
                .isEqualTo("problem");
        assertThat(server.get(path).statusCode()).isEqualTo(404);
        await(() -> server.json("/api/reps/ann/role-plays").path("items").size() == 1);
        assertThat(server.json("/api/calls").path("items")).isEmpty();
        assertThat(server.send(server.request(path).DELETE()).statusCode()).isEqualTo(204);
        await(() -> server.json("/api/reps/ann/role-plays").path("items").isEmpty());
        assertThat(server.send(server.request(path).DELETE()).statusCode()).isEqualTo(404);
    }

    @Test
    void aPracticeCallIsDeletedOnceEvenBeforeItIsIndexed() throws Exception {
        String goesOn = "/api/role-plays/" + begun("");
        assertThat(server.send(server.request(goesOn).DELETE()).statusCode()).isEqualTo(204);
        assertThat(server.send(server.request(goesOn).DELETE()).statusCode()).isEqualTo(404);
        String ended = "/api/role-plays/" + begun("");
        post(ended + "/end", Map.of());
        assertThat(server.send(server.request(ended).DELETE()).statusCode()).isEqualTo(204);
        assertThat(server.send(server.request("/api/role-plays/none").DELETE()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatTheCustomerKeepsIsNotGivenAway() throws Exception {
        String told =
                server.get("/api/role-plays/scenarios").body()
                        + server.get("/api/role-plays/" + begun("")).body();
        for (Scenario scenario : Scenarios.all()) {
            assertThat(told)
                    .doesNotContain(
                            scenario.problems().getFirst().admits(),
                            scenario.objections().getFirst().raises(),
                            scenario.facts().getLast().line());
        }
    }

    @Test
    void whatIsNoLineIsRefusedAndLosesNothing() throws Exception {
        String path = "/api/role-plays/" + begun("ann");
        assertThat(post(path + "/lines", Map.of("text", " ")).statusCode()).isEqualTo(400);
        assertThat(post(path + "/lines", Map.of("text", "x".repeat(1001))).statusCode())
                .isEqualTo(400);
        assertThat(
                        server.send(
                                        server.request(path + "/lines")
                                                .POST(BodyPublishers.ofString("no json")))
                                .statusCode())
                .isEqualTo(400);
        assertThat(json(server.get(path)).path("lines")).hasSize(1);
        assertThat(post("/api/role-plays", Map.of("scenarioId", "none")).statusCode())
                .isEqualTo(404);
        assertThat(
                        post(
                                        "/api/role-plays",
                                        Map.of("scenarioId", "clinic-booking", "repId", "nobody"))
                                .statusCode())
                .isEqualTo(404);
    }
}
