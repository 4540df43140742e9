package talktrack.api.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.api.chat.ConversationsIT.ENOUGH;
import static talktrack.api.chat.ConversationsIT.KEY;
import static talktrack.api.chat.ConversationsIT.QUICK;
import static talktrack.api.chat.ConversationsIT.WEBSITE;
import static talktrack.api.chat.ConversationsIT.byId;
import static talktrack.api.chat.ConversationsIT.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import talktrack.api.Config;
import talktrack.api.chat.ConversationsIT.Session;
import talktrack.models.events.Json;

/** What visitors of other websites may do, on the server of {@link ConversationsIT}. */
abstract class WidgetVisits {

    private static HttpRequest.Builder visitor(String path) {
        return HttpRequest.newBuilder(server.api().url().resolve(path));
    }

    private static HttpRequest.Builder asks(String origin, String key, String question) {
        return posts(Config.Widget.CHAT, origin, key, Map.of("question", question));
    }

    private static HttpRequest.Builder posts(
            String path, String origin, String key, Map<String, ?> body) {
        return visitor(path)
                .header("Origin", origin)
                .header("X-Talktrack-Key", key)
                .POST(BodyPublishers.ofByteArray(Json.bytes(body)));
    }

    @Test
    void theWidgetLetsInExactlyThePagesOnTheListAndOnlyToItsChat() throws Exception {
        HttpResponse<String> preflight =
                server.send(
                        visitor(Config.Widget.CHAT)
                                .header("Origin", WEBSITE)
                                .header("Access-Control-Request-Method", "POST")
                                .method("OPTIONS", BodyPublishers.noBody()));
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin")).hasValue(WEBSITE);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();

        for (String origin :
                List.of(
                        "https://www.example.com.evil.example",
                        "https://evil.example",
                        "http://www.example.com",
                        "https://www.example.com:8443",
                        "https://WWW.example.com",
                        "null")) {
            HttpResponse<String> refused = server.send(asks(origin, KEY, "warranty?"));
            assertThat(refused.statusCode()).as(origin).isEqualTo(403);
            assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        }
        assertThat(
                        server.send(
                                        visitor(Config.Widget.CHAT)
                                                .header("X-Talktrack-Key", KEY)
                                                .POST(BodyPublishers.ofString("{}")))
                                .statusCode())
                .as("without an origin")
                .isEqualTo(403);
        for (String path : Config.Widget.POSTS) {
            Map<String, String> body = Map.of("question", "warranty?", "turnId", "none");
            assertThat(server.send(posts(path, WEBSITE, "wrong", body)).body())
                    .as(path)
                    .contains("widget-key");
            assertThat(server.send(posts(path, "https://evil.example", KEY, body)).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }

        Session loggedIn = Session.begin();
        for (String path :
                List.of(
                        "/api/chat",
                        "/api/chat/conversations",
                        "/api/chat/questions",
                        "/api/calls",
                        "/api/status",
                        "/api/widget/chat/",
                        "/api/widget/chat/../../calls",
                        "/api/widget/../calls",
                        "/api//calls",
                        "/api/widget/chat;x=1",
                        "/API/WIDGET/CHAT",
                        "/widget.js/../api/calls")) {
            HttpResponse<String> withKey =
                    server.send(
                            visitor(path).header("Origin", WEBSITE).header("X-Talktrack-Key", KEY));
            assertThat(withKey.statusCode()).as(path).isBetween(400, 404);
            assertThat(withKey.headers().firstValue("Access-Control-Allow-Origin"))
                    .as(path)
                    .isEmpty();
            HttpResponse<String> withCookie =
                    server.send(loggedIn.request(path).header("Origin", WEBSITE));
            assertThat(withCookie.statusCode()).as(path).isBetween(400, 404);
        }
        assertThat(
                        server.send(
                                        visitor(Config.Widget.CHAT)
                                                .header("Origin", WEBSITE)
                                                .header("X-Talktrack-Key", KEY))
                                .statusCode())
                .as("GET is none of the widget's")
                .isEqualTo(403);
        assertThat(server.send(visitor("/widget.js")).headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).contains("javascript"));
    }

    private static String untilRefused(IntFunction<String> address) throws Exception {
        HttpResponse<String> answer = null;
        for (int i = 0; i < ENOUGH && (answer == null || answer.statusCode() == 200); i++) {
            answer =
                    server.send(
                            asks(WEBSITE, KEY, QUICK).header("X-Forwarded-For", address.apply(i)));
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(429);
        return answer.body();
    }

    /** As somebody new; what all together may ask comes back while we wait. */
    private static HttpResponse<String> letIn(String path, Map<String, ?> body) {
        AtomicReference<HttpResponse<String>> last = new AtomicReference<>();
        AtomicInteger visitors = new AtomicInteger();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> {
                            String address = "192.0.2." + visitors.incrementAndGet();
                            last.set(
                                    server.send(
                                            posts(path, WEBSITE, KEY, body)
                                                    .header("X-Forwarded-For", address)));
                            return last.get().statusCode() != 429;
                        });
        return last.get();
    }

    private static JsonNode visitorAsks(String question) throws Exception {
        HttpResponse<String> answer = letIn(Config.Widget.CHAT, Map.of("question", question));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readTree(answer.body());
    }

    private static int says(String path, String turnId, Map<String, ?> words) {
        Map<String, Object> body = new HashMap<>(words);
        body.put("turnId", turnId);
        return letIn(path, body).statusCode();
    }

    @Test
    void aVisitorsRefusedQuestionAndWhereToReachThemComeToTheTeam() throws Exception {
        JsonNode refused = visitorAsks("Who was the last chancellor of Atlantis?");
        assertThat(refused.path("answered").asBoolean(true)).isFalse();
        String turn = refused.path("turnId").asText();
        Map<String, String> contact = Map.of("contact", "kim@example.org");
        assertThat(says(Config.Widget.CONTACT, turn, contact)).isEqualTo(204);
        Session team = Session.begin();
        assertThat(byId(team, refused.path("unansweredId").asText()).path("contacts").toString())
                .contains("kim@example.org");

        String answered = visitorAsks(QUICK).path("turnId").asText();
        String ofTheTeam = team.ask("Who paints the moons of Jupiter?").path("turnId").asText();
        for (String other : List.of("none", answered, ofTheTeam)) {
            assertThat(says(Config.Widget.CONTACT, other, contact)).as(other).isEqualTo(404);
        }
        assertThat(team.list("/api/chat/questions").toString()).containsOnlyOnce("kim@example.org");
        assertThat(says(Config.Widget.CONTACT, turn, Map.of("contact", "x".repeat(201))))
                .isEqualTo(400);
    }

    @Test
    void whatAVisitorThinksOfAnAnswerComesToTheTeam() throws Exception {
        JsonNode answer = visitorAsks(QUICK);
        String turn = answer.path("turnId").asText();
        Map<String, ?> wrong = Map.of("helpful", false, "reason", "wrong", "comment", "Not at all");
        assertThat(says(Config.Widget.FEEDBACK, turn, wrong)).isEqualTo(204);
        Session team = Session.begin();
        JsonNode kept = team.list("/api/chat/feedback").path(0);
        assertThat(kept.path("comment").asText()).isEqualTo("Not at all");
        assertThat(kept.path("question").asText()).isEqualTo(QUICK);
        assertThat(kept.path("visitor").asBoolean()).isTrue();

        assertThat(says(Config.Widget.FEEDBACK, turn, Map.of("reason", "nonsense"))).isEqualTo(400);
        assertThat(says(Config.Widget.FEEDBACK, turn, Map.of("comment", "x".repeat(1001))))
                .isEqualTo(400);
        assertThat(says(Config.Widget.FEEDBACK, turn, Map.of("comment", "x".repeat(20_000))))
                .isEqualTo(413);
        String ofTheTeam = team.ask(QUICK).path("turnId").asText();
        assertThat(says(Config.Widget.FEEDBACK, ofTheTeam, wrong)).isEqualTo(404);
        HttpResponse<String> last = null;
        for (int i = 0; i < ENOUGH && (last == null || last.statusCode() == 204); i++) {
            last =
                    server.send(
                            posts(
                                            Config.Widget.FEEDBACK,
                                            WEBSITE,
                                            KEY,
                                            Map.of("helpful", true, "turnId", turn))
                                    .header("X-Forwarded-For", "192.0.2.250"));
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void visitorsAreToldOfPublicDocumentsOnlyAndHeldToTheirOwnLimits() throws Exception {
        JsonNode told =
                Json.mapper()
                        .readTree(
                                server.send(
                                                asks(
                                                                WEBSITE,
                                                                KEY,
                                                                "How long is the warranty on a new"
                                                                        + " machine?")
                                                        .header("X-Forwarded-For", "203.0.113.1"))
                                        .body());
        assertThat(told.path("answered").asBoolean()).as(told.toString()).isTrue();
        assertThat(told.findValuesAsText("document"))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("public/"));
        HttpResponse<String> internal =
                server.send(
                        asks(WEBSITE, KEY, "How do I order beans?")
                                .header("X-Forwarded-For", "203.0.113.2"));
        assertThat(Json.mapper().readTree(internal.body()).findValuesAsText("document"))
                .allMatch(name -> name.startsWith("public/"));
        assertThat(untilRefused(i -> "198.51.100." + i + ", 203.0.113.3"))
                .as("a forged address changes nothing")
                .contains("from here");
        assertThat(untilRefused(i -> "203.0.113." + (i + 10)))
                .as("all visitors together")
                .contains("Very many people");
        assertThat(server.send(asks(WEBSITE, KEY, "x".repeat(101))).statusCode()).isEqualTo(400);
    }
}
