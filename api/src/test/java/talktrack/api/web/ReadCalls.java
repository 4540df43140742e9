package talktrack.api.web;

import static talktrack.api.http.TestServer.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import talktrack.analysis.call.CallReader;
import talktrack.analysis.score.UtteranceScorer;
import talktrack.api.calls.Upload;
import talktrack.api.http.TestServer;
import talktrack.ingest.ReadRequest;
import talktrack.ingest.RecordingReader;
import talktrack.ingest.Transcript;
import talktrack.ingest.store.FolderStore;
import talktrack.models.demonstration.Demonstration;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallDetails;
import talktrack.models.events.RepWeek;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.Topics;
import talktrack.models.events.Utterance;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;

/** Brings demonstration calls into a server, read by the real readers without their processes. */
final class ReadCalls implements AutoCloseable {
    private static final LocalDate FIRST_START = LocalDate.of(2026, 11, 23);

    private final TestServer server;
    private final RecordingReader reader;
    private final FolderStore store;
    private final Map<String, RepWeek> weeks = new HashMap<>();

    ReadCalls(TestServer server) {
        this.server = server;
        reader = new RecordingReader(server.data());
        store = new FolderStore(server.data().resolve("recordings"));
    }

    /** Uploads a call, reads it, and returns its id. */
    String add(Demonstration.Call call) throws Exception {
        String id = upload(call);
        read(id, call);
        return id;
    }

    /** Reads an uploaded call and writes what ingest and analysis would. */
    void read(String id, Demonstration.Call call) throws Exception {
        JsonNode known = server.json("/api/calls/" + id);
        CallDetails details =
                new CallDetails(
                        id,
                        known.path("repId").asText(),
                        known.path("repName").asText(),
                        known.path("teamId").asText(),
                        known.path("customer").asText(),
                        Instant.parse(known.path("startedAt").asText()),
                        Label.parse(Language.class, known.path("language").asText()),
                        call.fileName(),
                        false,
                        Instant.now(),
                        Optional.empty(),
                        Optional.empty());
        Transcript transcript =
                reader.read(
                        new ReadRequest(
                                store.resolve(id + "/original"),
                                id,
                                1,
                                call.kind(),
                                Optional.of(call.language()),
                                call.channels(),
                                call.rep(),
                                "",
                                Optional.empty(),
                                Optional.of(store.resolve(store.playbackLocation(id, 1)))),
                        (stage, done, total) -> {});
        write(details, transcript);
        await(
                () ->
                        server.json("/api/calls/" + id).path("status").asText().equals("analysed")
                                && server.json("/api/calls/" + id + "/transcript")
                                                .path("utterances")
                                                .size()
                                        == transcript.utterances().size());
    }

    /** Uploads a call, which then waits to be read. */
    String upload(Demonstration.Call call) throws IOException, InterruptedException {
        try (InputStream bytes = Demonstration.open(call)) {
            return server.api()
                    .calls()
                    .upload(
                            new Upload(
                                    call.fileName(),
                                    call.rep(),
                                    Optional.of(call.team()),
                                    call.customer(),
                                    Optional.of(
                                            call.startedAt(FIRST_START, ZoneOffset.UTC)
                                                    .toInstant()),
                                    Optional.of(call.language()),
                                    call.channels(),
                                    call.rep(),
                                    Optional.empty(),
                                    true,
                                    Optional.empty(),
                                    Optional.empty()),
                            bytes)
                    .id();
        }
    }

    private void write(CallDetails details, Transcript transcript) throws Exception {
        List<ScoredUtterance> scored = new ArrayList<>();
        List<Utterance> all = transcript.utterances();
        for (int i = 0; i < all.size(); i++) {
            Utterance utterance = all.get(i);
            ScoredUtterance one =
                    new ScoredUtterance(
                            utterance,
                            UtteranceScorer.score(utterance, all.subList(Math.max(0, i - 10), i)));
            scored.add(one);
            server.write(Topics.SCORED_UTTERANCES.record(utterance.utteranceId(), one));
        }
        server.write(Topics.TRANSCRIPTS.record(details.callId(), transcript.end()));
        CallAnalysis analysis = CallReader.read(details, transcript.end(), scored, ZoneOffset.UTC);
        server.write(Topics.CALL_ANALYSES.record(details.callId(), analysis));
        RepWeek week =
                weeks.getOrDefault(RepWeek.key(analysis.repId(), analysis.week()), RepWeek.empty())
                        .plus(analysis);
        weeks.put(week.key(), week);
        server.write(Topics.REP_WEEKS.record(week.key(), week));
    }

    @Override
    public void close() {
        reader.close();
    }
}
