package talktrack.api.talktracks;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.api.http.TestServer.await;
import static talktrack.models.fixtures.AnalysisFixture.NO_LABELS;
import static talktrack.models.fixtures.AnalysisFixture.anAnalysis;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.api.cases.ReadTranscript;
import talktrack.api.http.TestServer;
import talktrack.api.index.CallIndices;
import talktrack.api.index.IndexDefinition;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallNeeds;
import talktrack.models.events.Deletion;
import talktrack.models.events.Json;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.Suggestion;
import talktrack.models.events.TalkTrack;
import talktrack.models.events.Topics;
import talktrack.models.events.Utterance;
import talktrack.models.labels.Language;
import talktrack.models.labels.NeedDepth;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.Speaker;

/** The libraries over HTTP, on a real Kafka and a real Elasticsearch. */
class LibraryIT {

    private static final String PATH = "/api/talk-tracks";

    @TempDir static Path temporary;
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new TestServer(temporary);
        server.talkTracks().publishShipped();
        server.cases().publishShipped();
        Awaitility.await() // every text gets its sentence vector first
                .atMost(Duration.ofMinutes(4))
                .ignoreExceptions()
                .until(
                        () ->
                                TalkTrackLibrary.shipped().stream()
                                                .allMatch(one -> inIndex(one.id(), one.version()))
                                        && server.json("/api/cases?q=returns").path("items").size()
                                                > 0);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static Map<String, Object> edit(String title, String text, Object... more) {
        Map<String, Object> edit = new java.util.HashMap<>();
        edit.put("language", "en");
        edit.put("objection", "contract");
        edit.put("title", title);
        edit.put("text", text);
        edit.put("keywords", List.of("the pumpkin clause"));
        edit.put("author", "Ann Coach");
        for (int i = 0; i < more.length; i += 2) {
            edit.put((String) more[i], more[i + 1]);
        }
        return edit;
    }

    private static HttpResponse<String> send(String method, String path, Object body)
            throws Exception {
        return server.send(
                server.request(path)
                        .method(method, HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body))));
    }

    private static JsonNode json(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Json.mapper().readTree(answer.body());
    }

    private static List<String> suggested() {
        return new TalkTracks(server.index())
                        .forObjection(
                                ObjectionType.CONTRACT, Language.EN, "not with the pumpkin clause")
                        .stream()
                        .map(TalkTrack::id)
                        .toList();
    }

    @Test
    void onlyWhatIsApprovedIsSuggestedAndEveryVersionStays() throws Exception {
        HttpResponse<String> created = send("POST", PATH, edit("Pumpkins", "Leave {it} out."));
        JsonNode first = json(created, 201);
        assertThat(created.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(first.path("status").asText()).isEqualTo("draft");
        String id = first.path("id").asText();
        String one = PATH + "/" + id;
        await(() -> inIndex(id, 1));
        assertThat(suggested()).doesNotContain(id);

        json(send("POST", one + "/approve", Map.of("version", 1, "author", "Ann Coach")), 200);
        await(() -> suggested().contains(id));
        assertThat(suggested()).first().isEqualTo(id);

        JsonNode conflict = json(send("PUT", one, edit("Late", "Too late.", "version", 1)), 409);
        assertThat(conflict.path("detail").asText()).contains("newest one is version 2");
        assertThat(json(server.get(one), 200).path("title").asText()).isEqualTo("Pumpkins");

        JsonNode changed =
                json(send("PUT", one, edit("Pumpkins", "Strike {it} out.", "version", 2)), 200);
        assertThat(changed.path("status").asText()).isEqualTo("draft");
        await(() -> !suggested().contains(id));
        json(send("PUT", one, edit("Squash", "Out.", "version", 3, "approve", true)), 200);
        await(() -> suggested().contains(id));
        json(send("POST", one + "/retire", Map.of("version", 4)), 200);
        await(() -> !suggested().contains(id));

        server.restartApi();
        JsonNode history = server.json(one + "/versions").path("items");
        assertThat(history.findValuesAsText("status"))
                .containsExactly("retired", "approved", "draft", "approved", "draft");
        JsonNode difference = server.json(one + "/diff?from=2&to=3").path("fields");
        assertThat(difference.findValuesAsText("name")).containsExactly("text", "status");
        assertThat(difference.path(0).path("pieces").toString())
                .contains("{\"op\":\"removed\",\"text\":\"Leave\"}")
                .contains("{\"op\":\"added\",\"text\":\"Strike\"}");

        JsonNode restored =
                json(send("POST", one + "/restore", Map.of("restore", 2, "version", 5)), 200);
        assertThat(restored.path("version").asInt()).isEqualTo(6);
        assertThat(restored.path("text").asText()).isEqualTo("Leave {it} out.");
        assertThat(restored.path("status").asText()).isEqualTo("draft");
    }

    private static boolean inIndex(String id, int version) {
        return server.index()
                .get(TalkTracks.INDEXED.index(), id, IndexedTalkTrack.class)
                .filter(one -> one.talkTrack().version() == version)
                .isPresent();
    }

    @Test
    void whatSomebodyChangedIsNotOverwrittenByWhatShips() throws Exception {
        String one = PATH + "/en-fit-3";
        int version = server.json(one).path("version").asInt();
        json(send("POST", one + "/retire", Map.of("version", version)), 200);
        server.restartApi();
        server.talkTracks().publishShipped();
        assertThat(server.json(one).path("status").asText()).isEqualTo("retired");
    }

    @Test
    void aWrongEditIsSaidInWords() throws Exception {
        assertThat(json(send("POST", PATH, edit("", "text")), 400).path("detail").asText())
                .contains("the title is missing");
        assertThat(
                        json(send("POST", PATH, edit("a", "an {open blank")), 400)
                                .path("detail")
                                .asText())
                .contains("a blank is not closed");
        assertThat(
                        json(send("POST", PATH, edit("a", "b", "objection", "colour")), 400)
                                .path("detail")
                                .asText())
                .contains("'colour' is none of price");
        assertThat(server.get(PATH + "/en-none").statusCode()).isEqualTo(404);
    }

    @Test
    void theFiltersLeaveWhatIsAskedFor() throws Exception {
        JsonNode found =
                server.json(PATH + "?language=zh&objection=trust&status=approved").path("items");
        assertThat(found).hasSizeGreaterThanOrEqualTo(8);
        assertThat(found.findValuesAsText("id")).allMatch(id -> id.startsWith("zh-trust"));
        assertThat(server.json(PATH + "?q=yardstick%20behind").path("items").findValuesAsText("id"))
                .containsExactly("en-price-1");
    }

    @Test
    void aFileComesBackAndAWrongRowStopsAllOfIt() throws Exception {
        for (String format : List.of("csv", "markdown")) {
            String file = server.get(PATH + "/export?status=approved&format=" + format).body();
            JsonNode same = json(imported(file, format, "&dry-run=true"), 200);
            assertThat(same.path("rows").findValuesAsText("what")).containsOnly("same");
        }
        int before = server.json(PATH).path("items").size();
        String wrong =
                """
                title,language,objection,text
                Fine,en,price,Say this.
                Wrong,en,prise,Say that.
                ,zh,trust,没有标题
                """;
        JsonNode refused = json(imported(wrong, "csv", ""), 400);
        assertThat(refused.path("detail").asText())
                .contains("line 3: 'prise' is none of")
                .contains("line 4: the title is missing");
        assertThat(server.json(PATH).path("items")).hasSize(before);

        String right = "title,language,objection,text,status\nFine,en,price,Say this.,approved\n";
        JsonNode done = json(imported(right, "csv", ""), 200);
        assertThat(done.path("written").asBoolean()).isTrue();
        String id = done.path("rows").path(0).path("id").asText();
        assertThat(server.json(PATH + "/" + id).path("status").asText()).isEqualTo("approved");

        String file = server.get(PATH + "/export?format=markdown&q=" + id).body();
        json(imported(file.replace("Say this.", "Say that."), "markdown", ""), 200);
        assertThat(server.json(PATH + "/" + id).path("text").asText()).isEqualTo("Say that.");
        assertThat(
                        json(imported(file.replace("Say this.", "No, this."), "markdown", ""), 400)
                                .path("detail")
                                .asText())
                .contains("line 1: '" + id + "' was changed since");
    }

    private static HttpResponse<String> imported(String file, String format, String more)
            throws Exception {
        return server.send(
                server.request(PATH + "/import?format=" + format + more)
                        .POST(HttpRequest.BodyPublishers.ofString(file)));
    }

    @Test
    void theBestMomentsBecomeDraftsAndUseIsCounted() throws Exception {
        String said =
                "I understand, Northwind has to watch its costs. We could begin with the dispatch desk alone and count the returns together for 30 days. Which figure would convince your own management?";
        String callId = call("Ann Miner", "2026-11-04T10:00:00Z", "advance", said);
        JsonNode found = json(send("POST", PATH + "/mine", Map.of()), 200);
        assertThat(found.path("proposed")).hasSize(1);
        JsonNode draft = found.path("proposed").path(0);
        assertThat(draft.path("status").asText()).isEqualTo("draft");
        assertThat(draft.path("text").asText())
                .contains("{name} has to watch its costs")
                .contains("together for {number} days")
                .doesNotContain("Northwind", "30");
        assertThat(draft.path("nextQuestion").asText()).startsWith("Which figure");
        assertThat(draft.path("situation").path("objection").asText()).isEqualTo("price");
        assertThat(draft.path("minedFrom").path("callId").asText()).isEqualTo(callId);
        assertThat(json(send("POST", PATH + "/mine", Map.of()), 200).path("proposed")).isEmpty();

        String id = draft.path("id").asText();
        suggest(callId, Suggestion.Kind.OBJECTION, List.of(id));
        suggest(callId, Suggestion.Kind.NO_NEXT_STEP, List.of("en-price-1", id));
        await(() -> server.json(PATH + "/en-price-1/usage").path("suggestedMoments").asInt() == 1);
        String later = call("Ann Miner", "2026-11-06T10:00:00Z", "no-sale", said);
        await(() -> server.json(PATH + "/" + id + "/usage").path("followedCalls").asInt() == 1);
        JsonNode usage = server.json(PATH + "/" + id + "/usage");
        assertThat(usage.path("suggestedMoments").asInt()).isEqualTo(1);
        assertThat(usage.path("usedCalls").asInt()).isEqualTo(2);
        assertThat(usage.path("used").path("enough").asBoolean()).isFalse();
        assertThat(usage.path("used").has("valenceAfter")).isFalse();
        assertThat(usage.path("evidence").findValuesAsText("callId")).contains(callId, later);

        server.talkTracks().forget(new Deletion(callId, 1, Instant.now()));
        assertThat(server.get(PATH + "/" + id).statusCode()).isEqualTo(404);
        assertThat(server.get(PATH + "/" + id + "/versions").statusCode()).isEqualTo(404);
    }

    @Test
    void aCallThatEndedWellBecomesADraftCase(@TempDir Path scratch) throws Exception {
        ReadTranscript call =
                ReadTranscript.of(
                        Language.EN, "w09-priya-nair", "Priya Nair", "Oskar Trucks", scratch);
        for (ScoredUtterance one : call.utterances()) {
            server.write(Topics.SCORED_UTTERANCES.record(one.utterance().utteranceId(), one));
        }
        String callId = call.analysis().callId();
        server.write(Topics.CALL_ANALYSES.record(callId, call.analysis()));
        String last = call.utterances().getLast().utterance().utteranceId();
        await(() -> indexed(CallIndices.ANALYSES.index(), callId, CallAnalysis.class));
        await(() -> indexed(CallIndices.UTTERANCES.index(), last, ScoredUtterance.class));

        JsonNode proposed = json(send("POST", "/api/cases/mine", Map.of()), 200).path("proposed");
        assertThat(proposed).hasSize(1);
        JsonNode draft = proposed.path(0);
        String id = draft.path("id").asText();
        assertThat(draft.path("status").asText()).isEqualTo("draft");
        assertThat(draft.path("minedFrom").path("callId").asText()).isEqualTo(callId);
        assertThat(draft.path("problem").asText()).contains("look-alikes");
        assertThat(json(send("POST", "/api/cases/mine", Map.of()), 200).path("proposed")).isEmpty();
        HttpResponse<String> early =
                send("POST", "/api/cases/" + id + "/approve", Map.of("version", 1));
        assertThat(json(early, 400).path("detail").asText()).contains("{what came of it since}");

        server.cases().forget(new Deletion(callId, 1, Instant.now()));
        assertThat(server.get("/api/cases/" + id).statusCode()).isEqualTo(404);
    }

    private static boolean indexed(IndexDefinition index, String id, Class<?> type) {
        return server.index().get(index, id, type).isPresent();
    }

    private static void suggest(String callId, Suggestion.Kind kind, List<String> talkTrackIds)
            throws Exception {
        String objection = Utterance.id(callId, 1, 0);
        server.write(
                Topics.SUGGESTIONS.record(
                        Suggestion.id(objection, kind),
                        new Suggestion(
                                Suggestion.id(objection, kind),
                                callId,
                                1,
                                objection,
                                ObjectionType.PRICE,
                                Language.EN,
                                talkTrackIds,
                                "text",
                                "",
                                "",
                                Suggestion.Source.TALK_TRACK,
                                "",
                                Instant.parse("2026-11-05T10:00:00Z"),
                                kind,
                                Optional.empty(),
                                "",
                                false,
                                List.of(),
                                List.of())));
    }

    /** A call of two lines: an objection, and an answer that was handled well. */
    private static String call(String rep, String startedAt, String commitment, String said)
            throws Exception {
        String callId =
                server.uploaded("Bob: too much\nAnn: %s %s\n".formatted(said, startedAt), rep);
        String objection = Utterance.id(callId, 1, 0);
        String answer = Utterance.id(callId, 1, 1);
        utterance(callId, 0, Speaker.CUSTOMER, "That is more than we wanted to spend.");
        utterance(callId, 1, Speaker.REP, said);
        CallAnalysis analysis =
                Json.read(
                        """
                        {"callId": "%s", "revision": 1, "repId": "ann-miner", "teamId": "default",
                         "customer": "Northwind", "language": "en", "startedAt": "%s",
                         "week": "2026-W45", "model": "imported", "rulesVersion": "1",
                         "metrics": {"talkRatioBasis": "words", "questionsByType": {}}, "labels": [], "skills": [], "commitmentIds": [],
                         "cautions": [], "demonstration": false, "commitment": "%s",
                         "objections": [{"utteranceId": "%s", "type": "price", "certainty": 0.9,
                           "replyIds": ["%s"], "steps": [], "faults": [], "score": 88,
                           "valenceBefore": -0.5, "valenceAfter": 0.4, "cameBack": false}]}
                        """
                                .formatted(callId, startedAt, commitment, objection, answer)
                                .getBytes(StandardCharsets.UTF_8),
                        CallAnalysis.class);
        server.write(Topics.CALL_ANALYSES.record(callId, analysis));
        await(
                () ->
                        server.index()
                                .get(CallIndices.ANALYSES.index(), callId, CallAnalysis.class)
                                .isPresent());
        return callId;
    }

    private static void utterance(String callId, int index, Speaker speaker, String text)
            throws Exception {
        String id = Utterance.id(callId, 1, index);
        server.write(
                Topics.SCORED_UTTERANCES.record(
                        id,
                        new ScoredUtterance(
                                new Utterance(
                                        id,
                                        callId,
                                        1,
                                        index,
                                        0,
                                        0,
                                        speaker,
                                        "",
                                        Language.EN,
                                        OptionalDouble.of(2.0 * index),
                                        OptionalDouble.of(2.0 * index + 1),
                                        text,
                                        text,
                                        List.of()),
                                NO_LABELS)));
    }

    @Test
    void anInventedCaseIsNeverToldAndAnApprovedOneIsFound() throws Exception {
        JsonNode example = server.json("/api/cases?q=returns").path("items").path(0);
        assertThat(example.path("example").asBoolean()).isTrue();
        assertThat(
                        json(
                                        send(
                                                "POST",
                                                "/api/cases/"
                                                        + example.path("id").asText()
                                                        + "/approve",
                                                Map.of("version", 1)),
                                        400)
                                .path("detail")
                                .asText())
                .contains("invented example");
        Map<String, Object> story =
                Map.of(
                        "language", "en",
                        "title", "Orders typed once",
                        "customer", "A dealer for workshop supplies",
                        "industry", "wholesale",
                        "problem", "Every order was typed twice and returns piled up",
                        "valueShown", "Their own list of returns, counted by cause",
                        "outcome", "They renewed for a second year");
        JsonNode unproved = json(send("POST", "/api/cases", with(story, "approve", true)), 400);
        assertThat(unproved.path("detail").asText()).contains("nothing proves it");
        JsonNode made =
                json(
                        send(
                                "POST",
                                "/api/cases",
                                with(with(story, "approve", true), "document", "renewals.md")),
                        201);
        var cases = new talktrack.api.cases.Cases(server.index());
        String need = "we type every order twice and get returns because of it";
        await(() -> !cases.forNeed(Language.EN, need).isEmpty());
        assertThat(cases.forNeed(Language.EN, need))
                .extracting(one -> one.id())
                .containsExactly(made.path("id").asText());
        assertThat(cases.forNeed(Language.EN, "the weather is nice today")).isEmpty();
        assertThat(server.json("/api/cases?status=draft").path("items")).hasSize(4);

        String call = analysedWithNeeds(need, "the weather is nice today");
        await(() -> server.json("/api/calls/" + call).path("needs").path("topics").size() == 2);
        await(() -> !server.json("/api/calls/" + call + "/cases").path("items").isEmpty());
        JsonNode told = server.json("/api/calls/" + call + "/cases").path("items");
        assertThat(told).hasSize(1);
        assertThat(told.path(0).path("utteranceIds").path(0).asText())
                .isEqualTo(Utterance.id(call, 1, 0));
        assertThat(told.path(0).path("cases").path(0).path("id")).isEqualTo(made.path("id"));
    }

    /** A call whose customer says each of these needs once. */
    private static String analysedWithNeeds(String... needs) throws Exception {
        String call = server.uploaded("Anna: hello\nCustomer: " + String.join(" ", needs), "Anna");
        List<CallNeeds.NeedTopic> topics = new java.util.ArrayList<>();
        for (int i = 0; i < needs.length; i++) {
            utterance(call, i, Speaker.CUSTOMER, needs[i]);
            topics.add(
                    new CallNeeds.NeedTopic(
                            NeedDepth.PROBLEM,
                            List.of(
                                    new CallNeeds.Reached(
                                            NeedDepth.PROBLEM, List.of(Utterance.id(call, 1, i)))),
                            false,
                            List.of()));
        }
        server.write(
                Topics.CALL_ANALYSES.record(
                        call, anAnalysis(call).needs(CallNeeds.of(topics)).build()));
        return call;
    }

    private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        Map<String, Object> more = new java.util.HashMap<>(body);
        more.put(name, value);
        return more;
    }
}
