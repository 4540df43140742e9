package talktrack.api.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.api.http.TestServer.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.analysis.call.CallReader;
import talktrack.api.http.TestServer;
import talktrack.api.index.CallIndices;
import talktrack.api.llm.LanguageModel;
import talktrack.api.llm.ScriptedModel;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallRecap;
import talktrack.models.events.Json;
import talktrack.models.events.Scored;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.Suggestion;
import talktrack.models.events.Topics;
import talktrack.models.events.Utterance;
import talktrack.models.events.UtteranceLabels;
import talktrack.models.fixtures.CallFixture;
import talktrack.models.labels.Need;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Sentiment;

/** Advice over a real Kafka and Elasticsearch; the test plays ingest, analysis and the model. */
class AdviceIT {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-04T10:00:00Z"), ZoneOffset.UTC);

    @TempDir static Path temporary;
    private static TestServer server;
    private static int calls;
    @AutoClose private final ScriptedModel model = new ScriptedModel();

    @BeforeAll
    static void start() throws Exception {
        server = new TestServer(temporary);
        server.talkTracks().publishShipped();
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void withoutAModelTalkTracksAreShownWithTheirBlanksFilledFromTheCall() throws Exception {
        try (AdviceWorker worker = worker(Optional.empty())) {
            String id = upload();
            read(id);
            await(() -> server.json("/api/calls/" + id).path("missedChances").size() == 1);
            JsonNode missed = server.json("/api/calls/" + id).path("missedChances").get(0);
            assertThat(missed.path("kind").asText()).isEqualTo("problem-dropped");
            assertThat(missed.path("missed").asText()).isEqualTo("implication");
            assertThat(missed.path("source").asText()).isEqualTo("blanks-filled");
            assertThat(missed.path("talkTrackIds").get(0).asText()).startsWith("en-implication-");
            assertThat(missed.path("others")).hasSize(2);
            assertThat(missed.path("citedIds").get(0).asText()).isEqualTo(Utterance.id(id, 1, 1));
            JsonNode objection = server.json("/api/calls/" + id).path("objections").get(0);
            assertThat(objection.path("suggestion").path("talkTrackIds").get(0).asText())
                    .startsWith("en-price-");

            JsonNode summary = server.json("/api/calls/" + id + "/summary");
            assertThat(summary.path("source").asText()).isEqualTo("extract");
            assertThat(summary.path("needs").get(0).path("utteranceIds").get(0).asText())
                    .isEqualTo(Utterance.id(id, 1, 1));
            assertThat(worker.running()).isTrue();
        }
    }

    @Test
    void aTalkTrackThatIsRetiredIsMarkedAndReplacedWhenTheCallIsReadAgain() throws Exception {
        try (AdviceWorker worker = worker(Optional.empty())) {
            String id = upload();
            read(id);
            await(() -> server.json("/api/calls/" + id).path("missedChances").size() == 1);
            JsonNode before = missed(id);
            String track = before.path("talkTrackIds").get(0).asText();
            int version = before.path("basis").path("trackVersions").path(track).asInt();
            assertThat(version).isEqualTo(server.talkTracks().find(track).orElseThrow().version());
            assertThat(before.path("basis").path("problemId").asText())
                    .isEqualTo(Utterance.id(id, 1, 1));
            assertThat(before.path("since")).isEmpty();

            retire(track, version);
            await(() -> missed(id).path("since").path(track).asText().equals("retired"));
            assertThat(missed(id).path("text")).isEqualTo(before.path("text"));

            read(id);
            await(() -> !missed(id).path("talkTrackIds").get(0).asText().equals(track));
            assertThat(missed(id).path("talkTrackIds").toString()).doesNotContain(track);
            assertThat(missed(id).path("since")).isEmpty();
            assertThat(worker.running()).isTrue();
        }
    }

    private static JsonNode missed(String id) throws Exception {
        return server.json("/api/calls/" + id).path("missedChances").get(0);
    }

    private static void retire(String track, int version) throws Exception {
        assertThat(
                        server.send(
                                        server.request("/api/talk-tracks/" + track + "/retire")
                                                .POST(
                                                        HttpRequest.BodyPublishers.ofByteArray(
                                                                Json.bytes(
                                                                        Map.of(
                                                                                "version",
                                                                                version)))))
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aModelWordsTheSummaryAndWhatItInventsIsDropped() throws Exception {
        try (AdviceWorker worker = worker(Optional.of(model.model()))) {
            String id = upload();
            String said = Utterance.id(id, 1, 1);
            model.says(
                    Json.text(
                            Map.of(
                                    "needs",
                                    List.of(
                                            line("You key every order in twice.", said),
                                            line("It costs you 4,000 a year.", said),
                                            line("You key orders in twice in Paris.", said),
                                            line("Nobody says where this is from.", "elsewhere")),
                                    "message",
                                    List.of(line("You told me about keying orders in.", said)))));
            read(id);
            await(
                    () ->
                            server.json("/api/calls/" + id + "/summary")
                                    .path("source")
                                    .asText()
                                    .equals("language-model"));
            JsonNode summary = server.json("/api/calls/" + id + "/summary");
            assertThat(summary.path("needs")).hasSize(1);
            assertThat(summary.path("needs").get(0).path("text").asText())
                    .isEqualTo("You key every order in twice.");
            assertThat(summary.path("turns").get(0).path("text").asText())
                    .as("a part that the model left out stays quoted")
                    .startsWith("Price: “");
            assertThat(summary.path("message")).hasSize(3);
            assertThat(summary.path("message").get(2).path("text").asText())
                    .endsWith("Ann Example");
            assertThat(summary.path("model").asText()).isEqualTo("scripted");

            server.write(Topics.CALL_ANALYSES.tombstone(id));
            await(() -> recap(id).isEmpty() && suggestions(id) == 0);
            assertThat(worker.running()).isTrue();
        }
    }

    @Test
    void aCallThatIsNotAnalysedHasNoSummaryYet() throws Exception {
        String id = upload();
        assertThat(server.get("/api/calls/" + id + "/summary").statusCode()).isEqualTo(409);
        assertThat(server.get("/api/calls/nowhere/summary").statusCode()).isEqualTo(404);
    }

    private AdviceWorker worker(Optional<LanguageModel> one) {
        AdviceWorker worker =
                new AdviceWorker(server.bootstrapServers(), server.index(), one, CLOCK);
        worker.start();
        return worker;
    }

    private static Map<String, Object> line(String text, String id) {
        return Map.of("text", text, "utteranceIds", List.of(id));
    }

    private static Optional<CallRecap> recap(String id) {
        return server.index().get(CallIndices.RECAPS.index(), id, CallRecap.class);
    }

    private static int suggestions(String id) {
        return server.index()
                .find(
                        CallIndices.SUGGESTIONS.index(),
                        s -> s.query(q -> q.term(t -> t.field("callId").value(id))),
                        Suggestion.class)
                .size();
    }

    private static String upload() throws Exception {
        return server.uploaded("Rep: call %d\nCustomer: hello\n".formatted(++calls), "Ann Example");
    }

    /** What ingest and analysis write for a call with a problem and an objection. */
    private static void read(String id) throws Exception {
        CallFixture call =
                CallFixture.aCall()
                        .id(id)
                        .by("Ann Example")
                        .rep("what gives you the most trouble with orders")
                        .customer("We key every order in twice.")
                        .rep("our product is really modern you know")
                        .customer("That is far too expensive for us.")
                        .rep("no it is not expensive at all")
                        .customer("well I do not know")
                        .rep("okay then")
                        .customer("goodbye")
                        .build();
        List<UtteranceLabels> labels = new ArrayList<>();
        for (int i = 0; i < call.utterances().size(); i++) {
            labels.add(
                    labels(
                            i == 0 ? QuestionType.PROBLEM : QuestionType.NONE,
                            i == 3 ? ObjectionType.PRICE : ObjectionType.NONE,
                            i == 1 ? Need.IMPLIED : Need.NONE));
        }
        List<ScoredUtterance> scored = new ArrayList<>();
        for (Utterance utterance : call.utterances()) {
            ScoredUtterance one = new ScoredUtterance(utterance, labels.get(utterance.index()));
            scored.add(one);
            server.write(Topics.SCORED_UTTERANCES.record(utterance.utteranceId(), one));
        }
        server.write(Topics.TRANSCRIPTS.record(id, call.end()));
        CallAnalysis analysis = CallReader.read(call.details(), call.end(), scored, ZoneOffset.UTC);
        server.write(Topics.CALL_ANALYSES.record(id, analysis));
    }

    private static UtteranceLabels labels(
            QuestionType question, ObjectionType objection, Need need) {
        return new UtteranceLabels(
                new Scored<>(question, 0.95),
                new Scored<>(objection, 0.95),
                new Scored<>(need, 0.95),
                new Scored<>(Sentiment.NEUTRAL, 0.9),
                0,
                Optional.empty(),
                List.of(),
                List.of(),
                false);
    }
}
