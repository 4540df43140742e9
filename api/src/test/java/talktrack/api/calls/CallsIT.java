package talktrack.api.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.api.http.TestServer.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.api.http.TestServer;
import talktrack.api.index.CallIndices;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallCourse;
import talktrack.models.events.CallMetrics;
import talktrack.models.events.CallNeeds;
import talktrack.models.events.Json;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.RepWeek;
import talktrack.models.events.Scored;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.SkillScore;
import talktrack.models.events.SpeakerCertainty;
import talktrack.models.events.Suggestion;
import talktrack.models.events.Topics;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.events.Utterance;
import talktrack.models.events.UtteranceLabels;
import talktrack.models.fixtures.CallFixture;
import talktrack.models.labels.Caution;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.Commitment;
import talktrack.models.labels.FailureKind;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.Language;
import talktrack.models.labels.Need;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Sentiment;
import talktrack.models.labels.Skill;
import talktrack.models.labels.SourceMode;

/** Calls through the door and back; the test plays ingest, analysis and advice. */
class CallsIT {

    private static final String WEEK = "2026-W45";

    @TempDir static Path temporary;
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new TestServer(temporary);
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    private static final CallMetrics METRICS =
            new CallMetrics(
                    OptionalDouble.of(0.6),
                    CallMetrics.TalkRatioBasis.TIME,
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    java.util.OptionalInt.empty(),
                    OptionalDouble.empty(),
                    java.util.Map.of(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty());

    private static UtteranceLabels labels(ObjectionType objection) {
        return new UtteranceLabels(
                new Scored<>(QuestionType.NONE, 0.9),
                new Scored<>(objection, 0.8),
                new Scored<>(Need.NONE, 0.9),
                new Scored<>(Sentiment.NEUTRAL, 0.7),
                0,
                Optional.empty(),
                List.of(),
                List.of(),
                false);
    }

    /** What ingest, analysis and advice write for a call with one objection. */
    private static CallAnalysis process(String callId, int revision, double score)
            throws Exception {
        CallFixture call =
                CallFixture.aCall()
                        .id(callId)
                        .revision(revision)
                        .rep("how are you today")
                        .customer("that is too expensive for us")
                        .rep("i see what makes it expensive for you")
                        .build();
        server.write(
                Topics.TRANSCRIPTS.record(
                        callId,
                        new TranscriptEnd.Transcribed(
                                callId,
                                revision,
                                3,
                                OptionalDouble.of(12),
                                SourceMode.STEREO,
                                2,
                                ChannelLayout.REP_CUSTOMER,
                                "starter-en",
                                OptionalDouble.of(0.9),
                                List.of(),
                                callId + "/playback-" + revision + ".m4a",
                                SpeakerCertainty.UNTOLD,
                                OptionalDouble.empty(),
                                Instant.now())));
        for (Utterance utterance : call.utterances()) {
            server.write(
                    Topics.SCORED_UTTERANCES.record(
                            utterance.utteranceId(),
                            new ScoredUtterance(utterance, labels(ObjectionType.NONE))));
        }
        String objectionId = Utterance.id(callId, revision, 1);
        var details = Json.mapper().readTree(server.get("/api/calls/" + callId).body());
        CallAnalysis analysis =
                new CallAnalysis(
                        callId,
                        revision,
                        details.path("repId").asText(),
                        details.path("teamId").asText(),
                        "Example Ltd",
                        Language.EN,
                        Instant.parse("2026-11-04T10:00:00Z"),
                        WEEK,
                        "starter-en",
                        "1",
                        METRICS,
                        List.of(
                                new CallAnalysis.UtteranceReading(
                                        objectionId, labels(ObjectionType.PRICE))),
                        List.of(
                                new ObjectionHandling(
                                        objectionId,
                                        ObjectionType.PRICE,
                                        0.8,
                                        List.of(Utterance.id(callId, revision, 2)),
                                        List.of(HandlingStep.CLARIFY),
                                        List.of(),
                                        OptionalDouble.of(score),
                                        OptionalDouble.empty(),
                                        OptionalDouble.empty(),
                                        false)),
                        CallNeeds.NONE,
                        List.of(
                                new SkillScore(
                                        Skill.OBJECTION_HANDLING, score, 1, List.of(objectionId))),
                        Commitment.NONE_HEARD,
                        List.of(),
                        List.of(Caution.NO_CUSTOMER),
                        false,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        CallCourse.NONE,
                        Map.of());
        server.write(Topics.CALL_ANALYSES.record(callId, analysis));
        RepWeek week = RepWeek.empty().plus(analysis);
        server.write(Topics.REP_WEEKS.record(week.key(), week));
        server.write(
                Topics.SUGGESTIONS.record(
                        Suggestion.id(objectionId),
                        new Suggestion(
                                Suggestion.id(objectionId),
                                callId,
                                revision,
                                objectionId,
                                ObjectionType.PRICE,
                                Language.EN,
                                List.of("en-price-1"),
                                "Compared with what?",
                                "What does it cost you today?",
                                "it fits",
                                Suggestion.Source.TALK_TRACK,
                                "",
                                Instant.now(),
                                Suggestion.Kind.OBJECTION,
                                Optional.empty(),
                                "Find the yardstick",
                                false,
                                List.of(objectionId),
                                List.of())));
        await(
                () ->
                        server.json("/api/calls/" + callId).path("objections").findValue("text")
                                != null);
        await(
                () ->
                        server.json("/api/calls/" + callId + "/transcript")
                                        .path("utterances")
                                        .size()
                                == 3);
        return analysis;
    }

    @Test
    void aCallAnswersFromItsUploadOnAndIsGoneFromItsDeletionOn() throws Exception {
        String id = server.uploaded("Ann: hello\nBob: hi there\n", "Ann Read-Write");
        JsonNode call = server.json("/api/calls/" + id);
        assertThat(call.path("id").asText()).isEqualTo(id);
        assertThat(call.path("status").asText()).isEqualTo("queued");
        assertThat(call.path("repId").asText()).isEqualTo("ann-read-write");
        assertThat(call.path("teamId").asText()).isEqualTo("default");
        assertThat(call.path("skills").isArray()).isTrue();
        assertThat(server.json("/api/reps").path("items").findValuesAsText("id"))
                .contains("ann-read-write");

        assertThat(server.send(server.request("/api/calls/" + id).DELETE()).statusCode())
                .isEqualTo(204);
        for (String path : new String[] {"", "/transcript", "/audio"}) {
            assertThat(server.get("/api/calls/" + id + path).statusCode()).isEqualTo(404);
        }
        assertThat(server.send(server.request("/api/calls/" + id).DELETE()).statusCode())
                .isEqualTo(404);
        assertThat(server.data().resolve("recordings").resolve(id)).doesNotExist();
    }

    @Test
    void theSameBytesAreOneCallUntilItIsDeleted() throws Exception {
        String text = "Ann: hello again\nBob: hi again\n";
        String id = server.uploaded(text, "Ａnn Twice");
        assertThat(server.uploaded(text, "ann twice")).isEqualTo(id);
        assertThat(server.json("/api/calls/" + id).path("revision").asInt()).isEqualTo(1);
        server.send(server.request("/api/calls/" + id).DELETE());
        assertThat(server.uploaded(text, "ann twice")).isEqualTo(id);
        assertThat(server.json("/api/calls/" + id).path("revision").asInt()).isEqualTo(2);
    }

    @Test
    void theRegistrySurvivesARestart() throws Exception {
        String kept = server.uploaded("Ann: keep this\nBob: i will\n", "Ann Restart");
        String deleted = server.uploaded("Ann: forget this\nBob: i will\n", "Ann Restart");
        server.send(server.request("/api/calls/" + deleted).DELETE());
        server.restartApi();
        assertThat(server.get("/api/calls/" + kept).statusCode()).isEqualTo(200);
        assertThat(server.get("/api/calls/" + deleted).statusCode()).isEqualTo(404);
    }

    @Test
    void anAnalysedCallShowsAllAndADeletionTakesItFromEverywhere() throws Exception {
        String id = server.uploaded("Ann: how are you\nBob: too expensive\n", "Ann Whole");
        process(id, 1, 70);
        JsonNode call = server.json("/api/calls/" + id);
        assertThat(call.path("status").asText()).isEqualTo("analysed");
        assertThat(call.path("metrics").path("talkRatio").asDouble()).isEqualTo(0.6);
        assertThat(call.path("cautions"))
                .as("what its reading says, beside what its transcript does")
                .extracting(JsonNode::asText)
                .containsExactly("no-customer");
        JsonNode objection = call.path("objections").get(0);
        assertThat(objection.path("id").asText()).isEqualTo(Utterance.id(id, 1, 1));
        assertThat(objection.path("type").asText()).isEqualTo("price");
        assertThat(objection.path("suggestion").path("source").asText()).isEqualTo("talk-track");
        JsonNode utterance =
                server.json("/api/calls/" + id + "/transcript").path("utterances").get(1);
        assertThat(utterance.path("objection").asText())
                .as("the label of the whole call's reading wins")
                .isEqualTo("price");

        JsonNode heatmap = server.json("/api/reps/ann-whole/heatmap");
        assertThat(heatmap.path("rows")).hasSize(Skill.values().length);
        assertThat(heatmap.path("columns")).hasSize(10);
        assertThat(heatmap.path("cells")).hasSize(10 * Skill.values().length);
        JsonNode full = cell(heatmap, "objection-handling", WEEK);
        assertThat(full.path("value").asDouble()).isEqualTo(70);
        assertThat(full.path("n").asInt()).isEqualTo(1);
        assertThat(full.path("evidence").get(0).asText()).isEqualTo(Utterance.id(id, 1, 1));
        JsonNode evidence = server.json(full.path("evidenceLink").asText()).path("items");
        assertThat(evidence).hasSize(1);
        assertThat(evidence.get(0).path("callId").asText()).isEqualTo(id);
        assertThat(evidence.get(0).path("skillScore").asDouble()).isEqualTo(70);
        JsonNode empty = cell(heatmap, "listening", WEEK);
        assertThat(empty.has("value")).isTrue();
        assertThat(empty.path("value").isNull()).isTrue();
        assertThat(empty.path("n").asInt()).isZero();

        JsonNode team = server.json("/api/teams/default/heatmap");
        assertThat(team.path("cells"))
                .hasSize(team.path("rows").size() * team.path("columns").size());
        JsonNode ofTeam = cell(team, "ann-whole", "objection-handling");
        assertThat(ofTeam.path("value").asDouble()).isEqualTo(70);
        assertThat(server.json(ofTeam.path("evidenceLink").asText()).path("items")).hasSize(1);

        server.send(server.request("/api/calls/" + id).DELETE());
        assertThat(server.json(full.path("evidenceLink").asText()).path("items")).isEmpty();
        assertThat(
                        cell(server.json("/api/reps/ann-whole/heatmap"), "objection-handling", WEEK)
                                .path("evidence"))
                .isEmpty();
        // What analysis and advice do on a deletion:
        for (int i = 0; i < 3; i++) {
            server.write(Topics.SCORED_UTTERANCES.tombstone(Utterance.id(id, 1, i)));
        }
        server.write(Topics.CALL_ANALYSES.tombstone(id));
        server.write(Topics.REP_WEEKS.tombstone(RepWeek.key("ann-whole", WEEK)));
        server.write(Topics.SUGGESTIONS.tombstone(Suggestion.id(Utterance.id(id, 1, 1))));
        await(
                () ->
                        cell(
                                        server.json("/api/reps/ann-whole/heatmap?until=" + WEEK),
                                        "objection-handling",
                                        WEEK)
                                .path("value")
                                .isNull());
        await(
                () ->
                        server.index()
                                .get(CallIndices.ANALYSES.index(), id, CallAnalysis.class)
                                .isEmpty());
        await(
                () ->
                        server.index()
                                .getAll(
                                        CallIndices.UTTERANCES.index(),
                                        List.of(Utterance.id(id, 1, 0)),
                                        ScoredUtterance.class)
                                .isEmpty());
    }

    private static JsonNode cell(JsonNode heatmap, String row, String column) {
        for (JsonNode cell : heatmap.path("cells")) {
            if (cell.path("row").asText().equals(row)
                    && cell.path("column").asText().equals(column)) {
                return cell;
            }
        }
        throw new AssertionError("no cell %s × %s in %s".formatted(row, column, heatmap));
    }

    @Test
    void aFailedCallSaysWhyAndCanBeTriedAgain() throws Exception {
        String id = server.uploaded("no transcript at all", "Ann Failed");
        server.write(
                Topics.TRANSCRIPTS.record(
                        id,
                        new TranscriptEnd.CallFailed(
                                id,
                                1,
                                FailureKind.NOT_A_RECORDING,
                                "This file is no recording.",
                                "decode: nothing",
                                Instant.now())));
        await(() -> server.json("/api/calls/" + id).path("status").asText().equals("failed"));
        JsonNode call = server.json("/api/calls/" + id);
        assertThat(call.path("failure").path("kind").asText()).isEqualTo("not-a-recording");
        assertThat(call.path("failure").path("reason").asText())
                .isEqualTo("This file is no recording.");
        HttpResponse<String> again =
                server.send(
                        server.request("/api/calls/" + id + "/retry")
                                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(server.json("/api/calls/" + id).path("status").asText()).isEqualTo("queued");
        assertThat(server.json("/api/calls/" + id).path("revision").asInt()).isEqualTo(2);
    }

    @Test
    void aPersonSaysWhoSpeaksOnceTheCallIsTranscribed() throws Exception {
        String id = server.uploaded("a call whose channels are the wrong way round", "Ann Swap");
        String swap = "{\"layout\": \"customer,rep\"}";
        assertThat(speakers(id, swap).statusCode()).isEqualTo(409);
        process(id, 1, 40);
        await(() -> server.get("/api/calls/" + id).body().contains("\"analysed\""));

        assertThat(speakers(id, "null").statusCode()).isEqualTo(400);
        assertThat(speakers(id, "{\"layout\": \"mono\"}").statusCode()).isEqualTo(400);
        assertThat(speakers("nosuchcall", swap).statusCode()).isEqualTo(404);
        assertThat(speakers(id, swap).statusCode()).isEqualTo(202);

        JsonNode call = Json.mapper().readTree(server.get("/api/calls/" + id).body());
        assertThat(call.path("revision").asInt()).isEqualTo(2);
        assertThat(call.path("status").asText()).isEqualTo("queued");
    }

    private static HttpResponse<String> speakers(String callId, String body) throws Exception {
        return server.send(
                server.request("/api/calls/" + callId + "/speakers")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void openPagesHearOfCallsAsTheyComeAlong() throws Exception {
        var client = java.net.http.HttpClient.newHttpClient();
        var events =
                client.send(
                        server.request("/api/events").header("Accept", "text/event-stream").build(),
                        HttpResponse.BodyHandlers.ofLines());
        assertThat(events.statusCode()).isEqualTo(200);
        String id = server.uploaded("Ann: anybody there\nBob: yes\n", "Ann Live");
        List<String> lines =
                events.body().takeWhile(line -> !line.contains(id)).toList(); // returns at our call
        assertThat(lines).contains("event: call");
        client.shutdownNow();
    }

    @Test
    void audioIsSentInRanges() throws Exception {
        String id = server.uploaded("Ann: listen\nBob: i do\n", "Ann Audio");
        process(id, 1, 50);
        Path file = server.data().resolve("recordings").resolve(id).resolve("playback-1.m4a");
        Files.writeString(file, "0123456789");
        assertThat(server.json("/api/calls/" + id).path("hasAudio").asBoolean()).isTrue();
        String path = "/api/calls/" + id + "/audio";
        HttpResponse<String> whole = server.get(path);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo("0123456789");
        assertThat(whole.headers().firstValue("Accept-Ranges")).hasValue("bytes");
        assertThat(whole.headers().firstValue("Content-Length")).hasValue("10");
        HttpResponse<String> middle =
                server.send(server.request(path).header("Range", "bytes=2-4"));
        assertThat(middle.statusCode()).isEqualTo(206);
        assertThat(middle.body()).isEqualTo("234");
        assertThat(middle.headers().firstValue("Content-Range")).hasValue("bytes 2-4/10");
        assertThat(server.send(server.request(path).header("Range", "bytes=-3")).body())
                .isEqualTo("789");
        assertThat(server.send(server.request(path).header("Range", "bytes=10-")).statusCode())
                .isEqualTo(416);
    }

    @Test
    void uploadsThatCannotBeTakenAreRefusedWithASentence() throws Exception {
        byte[] some = "Ann: hello\n".getBytes(StandardCharsets.UTF_8);
        assertThat(server.upload(some).statusCode()).as("no rep").isEqualTo(400);
        assertThat(server.upload(new byte[0], "rep", "Ann").statusCode()).isEqualTo(400);
        assertThat(server.upload(some, "rep", "!!!").statusCode()).isEqualTo(400);
        assertThat(server.upload(some, "rep", "Ann", "startedAt", "soon").statusCode())
                .isEqualTo(400);
        assertThat(server.upload(some, "rep", "Ann", "language", "fr").body()).contains("en, zh");
        assertThat(server.upload(some, "rep", "Ann", "channels", "left").statusCode())
                .isEqualTo(400);
        HttpResponse<String> large =
                server.upload(new byte[(int) TestServer.MAX_UPLOAD_BYTES + 100], "rep", "Ann");
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.headers().firstValue("Connection"))
                .as("the rest stays unread: no other request may follow it")
                .hasValue("close");
        assertThat(Json.mapper().readTree(large.body()).path("action").asText()).contains("MP3");
        try (var left = Files.list(server.data().resolve("uploads"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void theFormsFieldsBecomeTheCallsDetails() throws Exception {
        HttpResponse<String> answer =
                server.upload(
                        "王伟：您好\n客户：太贵了\n".getBytes(StandardCharsets.UTF_8),
                        "rep",
                        "王伟",
                        "team",
                        "North Team",
                        "customer",
                        "Example & Söhne",
                        "startedAt",
                        "2026-03-01T09:30",
                        "language",
                        "auto");
        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode accepted = Json.mapper().readTree(answer.body());
        JsonNode call = server.json(accepted.path("links").path("self").asText());
        assertThat(call.path("repName").asText()).isEqualTo("王伟");
        assertThat(call.path("teamId").asText()).isEqualTo("north-team");
        assertThat(call.path("customer").asText()).isEqualTo("Example & Söhne");
        assertThat(call.path("startedAt").asText()).isEqualTo("2026-03-01T09:30:00Z");
        assertThat(call.path("language").asText()).isEqualTo("zh");
        assertThat(server.json("/api/teams").toString()).contains("North Team");
        assertThat(server.json("/api/teams/north-team/heatmap").path("rows").get(0).path("label"))
                .hasToString("\"王伟\"");
    }

    @Test
    void theListIsPagedNewestFirst() throws Exception {
        for (int day = 1; day <= 3; day++) {
            server.upload(
                    ("Ann: day " + day + "\nBob: fine\n").getBytes(StandardCharsets.UTF_8),
                    "rep",
                    "Ann Paged",
                    "startedAt",
                    "2026-02-0" + day + "T10:00:00Z");
        }
        JsonNode first = server.json("/api/calls?rep=ann-paged&limit=2");
        assertThat(first.path("items").findValuesAsText("startedAt"))
                .containsExactly("2026-02-03T10:00:00Z", "2026-02-02T10:00:00Z");
        JsonNode second =
                server.json(
                        "/api/calls?rep=ann-paged&limit=2&cursor=" + first.path("next").asText());
        assertThat(second.path("items").findValuesAsText("startedAt"))
                .containsExactly("2026-02-01T10:00:00Z");
        assertThat(second.has("next")).isFalse();
        assertThat(server.json("/api/calls?status=failed&rep=ann-paged").path("items")).isEmpty();
    }

    @Test
    void peopleAreWrittenAllOrNone() throws Exception {
        HttpResponse<String> wrong =
                server.send(
                        server.request("/api/people")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "[{\"name\":\"Zoe Good\",\"team\":\"South\"},"
                                                        + "{\"name\":\"\"}]")));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(server.json("/api/reps").toString()).doesNotContain("Zoe Good");
        HttpResponse<String> right =
                server.send(
                        server.request("/api/people")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "[{\"name\":\"Zoe Good\",\"team\":\"South\"}]")));
        assertThat(right.statusCode()).isEqualTo(200);
        assertThat(server.json("/api/teams").toString()).contains("South");
    }
}
