package talktrack.api.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.api.Config;
import talktrack.api.http.TestServer;
import talktrack.api.standalone.Features;
import talktrack.models.events.Json;
import talktrack.models.labels.Language;

/** Conversations, questions and limits on a real server. */
class ConversationsIT {

    static final String WEBSITE = "https://www.example.com";
    static final String KEY = "a-key-for-everybody-to-read";
    private static final int PER_MINUTE = 12;
    private static final String SLOW = "slow question";
    static final String QUICK = "quick question";

    /** Of a minute's worth some comes back while a slow machine asks. */
    static final int ENOUGH = 60;

    private static final CountDownLatch never = new CountDownLatch(1);
    private static final CompletableFuture<Boolean> givenUp = new CompletableFuture<>();

    @TempDir static Path temporary;
    static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server =
                new TestServer(
                        temporary,
                        new Features.Settings(
                                new ChatLimits(PER_MINUTE, 100, 2, 3, 200, 5),
                                new ChatLimits(3, 20, 2, 3, 100, 5),
                                ModelWaits.USUAL,
                                List.of(ConversationsIT::inPlaceOfDocuments)),
                        new Config.Widget(Set.of(WEBSITE), KEY, 0.25));
        for (String document : List.of("machines.md", "ordering.html")) {
            add(document, "en/coffee/documents/" + document, Language.EN);
        }
        add("public/service.txt", "en/coffee/documents/service-and-warranty.txt", Language.EN);
        untilAnswered("How long is the warranty on a new machine?", "24 months");
        untilAnswered("How many cups per day does the H1 manage?", "up to 40");
    }

    /** Indexing takes a moment; each try is somebody else's, since all are held to limits. */
    private static void untilAnswered(String question, String words) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> Session.begin().ask(question).path("answer").asText().contains(words));
    }

    private static void add(String name, String file, Language language) throws Exception {
        server.documents()
                .add(
                        name,
                        language,
                        Files.readAllBytes(AskedCompany.FOLDER.resolve(file)),
                        name.startsWith("public/"));
    }

    /** One answer never comes, so that a test may go away from it; another costs nothing. */
    private static Optional<Answer> inPlaceOfDocuments(Asked asked) {
        if (asked.question().equals(QUICK)) {
            return Optional.of(
                    new Answer(
                            QUICK,
                            true,
                            "At once.",
                            List.of(),
                            Answer.Source.PASSAGES,
                            Optional.empty()));
        }
        if (asked.question().equals(SLOW)) {
            try {
                never.await();
            } catch (InterruptedException e) {
                givenUp.complete(true);
                Thread.currentThread().interrupt();
            }
        }
        return Optional.empty();
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            never.countDown();
            server.close();
        }
    }

    /** One browser that is logged in. */
    record Session(String cookie) {

        static Session begin() throws Exception {
            HttpResponse<String> login =
                    server.send(HttpRequest.newBuilder(URI.create(server.api().loginLink())));
            String cookie = login.headers().firstValue("Set-Cookie").orElseThrow();
            return new Session(cookie.substring(0, cookie.indexOf(';')));
        }

        HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(server.api().url().resolve(path))
                    .header("Cookie", cookie);
        }

        HttpResponse<String> send(String method, String path, Object body) throws Exception {
            return server.send(
                    request(path).method(method, BodyPublishers.ofByteArray(Json.bytes(body))));
        }

        JsonNode json(String method, String path, Object body) throws Exception {
            HttpResponse<String> answer = send(method, path, body);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return Json.mapper().readTree(answer.body());
        }

        JsonNode ask(String question) throws Exception {
            return json("POST", "/api/chat", Map.of("question", question));
        }

        JsonNode goOn(JsonNode before, String question) throws Exception {
            return json(
                    "POST",
                    "/api/chat",
                    Map.of(
                            "question",
                            question,
                            "conversationId",
                            before.path("conversationId").asText()));
        }

        JsonNode list(String path) throws Exception {
            return json("GET", path, Map.of()).path("items");
        }
    }

    private static HttpRequest.Builder stream(HttpRequest.Builder request, String question) {
        return request.header("Accept", "text/event-stream")
                .POST(BodyPublishers.ofByteArray(Json.bytes(Map.of("question", question))));
    }

    @Test
    void anAnswerComesInEventsThatTogetherAreTheAnswer() throws Exception {
        Session asker = Session.begin();
        HttpResponse<String> answer =
                server.send(
                        stream(
                                asker.request("/api/chat"),
                                "How long is the warranty on a new machine?"));
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/event-stream");
        List<String> names = new ArrayList<>();
        StringBuilder tokens = new StringBuilder();
        JsonNode done = null;
        for (String event : answer.body().split("\n\n")) {
            String name = line(event, "event: ");
            if (!name.isEmpty()) {
                names.add(name);
                JsonNode data = Json.mapper().readTree(line(event, "data: "));
                tokens.append(data.path("text").asText(""));
                done = data;
            }
        }
        assertThat(names.getFirst()).isEqualTo("token");
        assertThat(names).endsWith("citations", "done").doesNotContain("problem");
        assertThat(done.path("answer").asText()).isEqualTo(tokens.toString()).isNotBlank();
        assertThat(done.path("citations").path(0).path("document").asText()).isNotBlank();
    }

    private static String line(String event, String start) {
        return event.lines()
                .filter(one -> one.startsWith(start))
                .map(one -> one.substring(start.length()))
                .findFirst()
                .orElse("");
    }

    @Test
    void whoGoesAwayEndsTheAnswering() throws Exception {
        Session asker = Session.begin();
        try (HttpClient leaving = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> answer =
                    leaving.send(
                            stream(asker.request("/api/chat"), SLOW).build(),
                            BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            leaving.shutdownNow();
        }
        assertThat(givenUp.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aFollowUpIsUnderstoodWithWhatWasSaidBefore() throws Exception {
        Session asker = Session.begin();
        JsonNode first = asker.ask("How many cups per day does the H1 manage?");
        assertThat(first.has("understoodAs")).isFalse();
        JsonNode second = asker.goOn(first, "what about the H4 Twin?");
        assertThat(second.path("conversationId")).isEqualTo(first.path("conversationId"));
        assertThat(second.path("question").asText()).isEqualTo("what about the H4 Twin?");
        assertThat(second.path("understoodAs").asText())
                .isEqualTo("How many cups per day does the H4 Twin manage?");
        assertThat(second.path("answer").asText()).contains("400");
        JsonNode opened =
                asker.json(
                        "GET",
                        "/api/chat/conversations/" + first.path("conversationId").asText(),
                        Map.of());
        assertThat(opened.path("turns")).hasSize(2);
    }

    @Test
    void nobodySeesOpensContinuesOrDeletesAnothersConversation() throws Exception {
        Session owner = Session.begin();
        Session other = Session.begin();
        JsonNode own = owner.ask("How long is the warranty on a new machine?");
        String id = own.path("conversationId").asText();
        assertThat(owner.list("/api/chat/conversations").findValuesAsText("id")).contains(id);
        assertThat(other.list("/api/chat/conversations")).isEmpty();
        String path = "/api/chat/conversations/" + id;
        assertThat(other.send("GET", path, Map.of()).statusCode()).isEqualTo(404);
        assertThat(other.send("DELETE", path, Map.of()).statusCode()).isEqualTo(404);
        assertThat(server.get(path).statusCode()).as("the token is one more asker").isEqualTo(404);
        assertThat(other.goOn(own, "How long is it?").path("conversationId").asText())
                .isNotEqualTo(id);
        String judged = "/api/chat/turns/" + own.path("turnId").asText() + "/feedback";
        assertThat(other.send("PUT", judged, Map.of("helpful", true)).statusCode()).isEqualTo(404);
        assertThat(owner.send("DELETE", path, Map.of()).statusCode()).isEqualTo(204);
        assertThat(owner.list("/api/chat/conversations")).isEmpty();
    }

    @Test
    void conversationsAndQuestionsOutliveARestart() throws Exception {
        Session asker = Session.begin();
        String id =
                asker.ask("How long is the warranty on a new machine?")
                        .path("conversationId")
                        .asText();
        server.restartApi();
        assertThat(asker.list("/api/chat/conversations").findValuesAsText("id")).contains(id);
    }

    @Test
    void aRefusedQuestionReachesTheTeamWhoWriteADocumentAndTheAskerIsTold() throws Exception {
        Session asker = Session.begin();
        Session another = Session.begin();
        String question = "Who is the mayor of Springfield?";
        JsonNode refused = asker.ask(question);
        assertThat(refused.path("answered").asBoolean()).isFalse();
        assertThat(refused.path("citations")).isEmpty();
        assertThat(refused.path("nearest")).isNotEmpty();
        String id = refused.path("unansweredId").asText();
        String contact = "/api/chat/questions/" + id + "/contact";
        assertThat(asker.send("POST", contact, Map.of("contact", "ann@example.com")).statusCode())
                .isEqualTo(204);
        assertThat(another.send("POST", contact, Map.of("contact", "spam")).statusCode())
                .isEqualTo(404);
        assertThat(asker.send("POST", contact, Map.of("contact", "x".repeat(201))).statusCode())
                .isEqualTo(400);
        assertThat(another.ask("who is the mayor of Springfield").path("unansweredId").asText())
                .isEqualTo(id);
        JsonNode listed = byId(asker, id);
        assertThat(listed.path("timesAsked").asInt()).isEqualTo(2);
        assertThat(listed.path("contacts").toString()).contains("ann@example.com");
        assertThat(listed.has("askers")).isFalse();
        another.json(
                "POST",
                "/api/chat/questions/" + id + "/document",
                Map.of(
                        "title", "The mayor of Springfield",
                        "text", "The mayor of Springfield is Diamond Joe Quimby."));
        assertThat(byId(asker, id).path("status").asText()).isEqualTo("answered");
        assertThat(asker.list("/api/chat/questions/answered").findValuesAsText("id")).contains(id);
        assertThat(Session.begin().list("/api/chat/questions/answered")).isEmpty();
        untilAnswered(question, "Quimby");
    }

    @Test
    void whatCouldNotBeLookedUpInItsLanguageIsNotListed() throws Exception {
        Session asker = Session.begin();
        JsonNode refused = asker.ask("新机器保修多久？");
        assertThat(refused.path("answered").asBoolean(true)).isFalse();
        assertThat(refused.path("answer").asText()).contains("请用英文提问");
        assertThat(refused.has("unansweredId")).isFalse();
        assertThat(asker.list("/api/chat/questions").findValuesAsText("question"))
                .doesNotContain("新机器保修多久？");
    }

    static JsonNode byId(Session asker, String id) throws Exception {
        for (JsonNode one : asker.list("/api/chat/questions")) {
            if (one.path("id").asText().equals(id)) {
                return one;
            }
        }
        throw new AssertionError("no question " + id);
    }

    @Test
    void feedbackStandsWithQuestionAndAnswer() throws Exception {
        Session asker = Session.begin();
        JsonNode answer = asker.ask("How long is the warranty on a new machine?");
        String path = "/api/chat/turns/" + answer.path("turnId").asText() + "/feedback";
        assertThat(
                        asker.send("PUT", path, Map.of("helpful", false, "reason", "nonsense"))
                                .statusCode())
                .isEqualTo(400);
        assertThat(
                        asker.send(
                                        "PUT",
                                        path,
                                        Map.of(
                                                "helpful",
                                                false,
                                                "reason",
                                                "out-of-date",
                                                "comment",
                                                "It is longer now."))
                                .statusCode())
                .isEqualTo(204);
        assertThat(
                        asker.send(
                                        "PUT",
                                        path,
                                        Map.of("helpful", true, "comment", "x".repeat(1001)))
                                .statusCode())
                .isEqualTo(400);
        JsonNode first = asker.list("/api/chat/feedback").path(0);
        assertThat(first.path("question").asText())
                .isEqualTo("How long is the warranty on a new machine?");
        assertThat(first.path("answer").asText()).isEqualTo(answer.path("answer").asText());
        assertThat(first.path("reason").asText()).isEqualTo("out-of-date");
    }

    @Test
    void everyLimitIsHitAndSaysHowToGoOn() throws Exception {
        Session asker = Session.begin();
        assertThat(problem(asker, Map.of("question", ""))).isEqualTo("400 bad-request");
        assertThat(problem(asker, Map.of("question", "x".repeat(201))))
                .isEqualTo("400 bad-request");
        assertThat(problem(asker, Map.of("question", "x".repeat(20_000))))
                .isEqualTo("413 too-long");
        JsonNode last = asker.ask(QUICK);
        for (int i = 1; i < 5; i++) {
            last = asker.goOn(last, QUICK);
        }
        assertThat(
                        problem(
                                asker,
                                Map.of(
                                        "question",
                                        "And then?",
                                        "conversationId",
                                        last.path("conversationId").asText())))
                .isEqualTo("409 conversation-full");

        HttpResponse<String> tooMany = asker.send("POST", "/api/chat", Map.of("question", QUICK));
        for (int i = 0; i < ENOUGH && tooMany.statusCode() == 200; i++) {
            tooMany = asker.send("POST", "/api/chat", Map.of("question", QUICK));
        }
        assertThat(tooMany.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(tooMany.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 60);
        assertThat(tooMany.body()).contains("too-many-questions");
    }

    @Test
    void nobodyTakesAllPlacesAtOnce() throws Exception {
        Session asker = Session.begin();
        HttpClient client = HttpClient.newHttpClient();
        try {
            for (int i = 0; i < 2; i++) {
                HttpResponse<InputStream> open =
                        client.send(
                                stream(asker.request("/api/chat"), SLOW).build(),
                                BodyHandlers.ofInputStream());
                assertThat(open.statusCode()).isEqualTo(200);
            }
            assertThat(problem(asker, Map.of("question", QUICK))).isEqualTo("429 too-many-at-once");
            client.send(
                    stream(Session.begin().request("/api/chat"), SLOW).build(),
                    BodyHandlers.ofInputStream());
            HttpResponse<String> another =
                    Session.begin().send("POST", "/api/chat", Map.of("question", QUICK));
            assertThat(another.statusCode()).isEqualTo(429);
            assertThat(another.body()).contains("too-many-at-once", "Very many people");
        } finally {
            client.shutdownNow(); // closing it would wait for the answers
        }
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () ->
                                asker.send("POST", "/api/chat", Map.of("question", QUICK))
                                                .statusCode()
                                        == 200);
    }

    private static String problem(Session asker, Object body) throws Exception {
        HttpResponse<String> answer = asker.send("POST", "/api/chat", body);
        return answer.statusCode()
                + " "
                + Json.mapper()
                        .readTree(answer.body())
                        .path("type")
                        .asText()
                        .replace("urn:talktrack:problem:", "");
    }

    @Nested
    class OnWebsites extends WidgetVisits {}
}
