package talktrack.api.practice;

import static talktrack.models.fixtures.AnalysisFixture.NO_LABELS;
import static talktrack.models.fixtures.AnalysisFixture.anAnalysis;
import static talktrack.models.fixtures.AnalysisFixture.priceObjection;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import talktrack.api.http.TestServer;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallAnalysis.UtteranceReading;
import talktrack.models.events.RepWeek;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.SkillScore;
import talktrack.models.events.SpeakerCertainty;
import talktrack.models.events.Topics;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.events.Utterance;
import talktrack.models.fixtures.CallFixture;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.Skill;
import talktrack.models.labels.SourceMode;

/** Calls with one objection each, for which a test plays ingest and analysis. */
final class PlayedCalls {

    private final TestServer server;
    private final Map<String, RepWeek> weeks = new HashMap<>();
    private int count;

    PlayedCalls(TestServer server) {
        this.server = server;
    }

    /** A call whose objection was handled with this score; returns its id. */
    String add(String rep, double score, Instant startedAt) throws Exception {
        count++;
        String said = "that is too expensive for us, says customer number " + count;
        String callId = server.uploaded("%s: hello\nCustomer: %s\n".formatted(rep, said), rep);
        CallFixture call =
                CallFixture.aCall()
                        .id(callId)
                        .revision(1)
                        .rep("how are you today")
                        .customer(said)
                        .rep("i see what makes it expensive for you")
                        .build();
        server.write(
                Topics.TRANSCRIPTS.record(
                        callId,
                        new TranscriptEnd.Transcribed(
                                callId,
                                1,
                                3,
                                OptionalDouble.of(12),
                                SourceMode.STEREO,
                                2,
                                ChannelLayout.REP_CUSTOMER,
                                "starter-en",
                                OptionalDouble.of(0.9),
                                List.of(),
                                callId + "/playback-1.m4a",
                                SpeakerCertainty.UNTOLD,
                                OptionalDouble.empty(),
                                Instant.now())));
        for (Utterance utterance : call.utterances()) {
            server.write(
                    Topics.SCORED_UTTERANCES.record(
                            utterance.utteranceId(), new ScoredUtterance(utterance, NO_LABELS)));
        }
        JsonNode known = server.json("/api/calls/" + callId);
        String objectionId = Utterance.id(callId, 1, 1);
        CallAnalysis analysis =
                anAnalysis(callId)
                        .by(known.path("repId").asText(), known.path("teamId").asText())
                        .at(startedAt)
                        .read(List.of(new UtteranceReading(objectionId, NO_LABELS)))
                        .objections(priceObjection(objectionId, score, Utterance.id(callId, 1, 2)))
                        .skills(
                                new SkillScore(
                                        Skill.OBJECTION_HANDLING, score, 1, List.of(objectionId)))
                        .build();
        server.write(Topics.CALL_ANALYSES.record(callId, analysis));
        RepWeek week =
                weeks.merge(
                        RepWeek.key(analysis.repId(), analysis.week()),
                        RepWeek.empty().plus(analysis),
                        (before, one) -> before.plus(analysis));
        server.write(Topics.REP_WEEKS.record(week.key(), week));
        return callId;
    }
}
