package talktrack.api.practice;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import talktrack.api.http.TestServer;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallCourse;
import talktrack.models.events.CallMetrics;
import talktrack.models.events.CallNeeds;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.RepWeek;
import talktrack.models.events.Scored;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.SkillScore;
import talktrack.models.events.SpeakerCertainty;
import talktrack.models.events.Topics;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.events.Utterance;
import talktrack.models.events.UtteranceLabels;
import talktrack.models.fixtures.CallFixture;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.Commitment;
import talktrack.models.labels.Language;
import talktrack.models.labels.Need;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Sentiment;
import talktrack.models.labels.Skill;
import talktrack.models.labels.SourceMode;

/** Calls with one objection each, for which a test plays ingest and analysis. */
final class PlayedCalls {

    private static final CallMetrics METRICS =
            new CallMetrics(
                    OptionalDouble.empty(),
                    CallMetrics.TalkRatioBasis.TIME,
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalInt.empty(),
                    OptionalDouble.empty(),
                    Map.of(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty());

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
                            utterance.utteranceId(), new ScoredUtterance(utterance, LABELS)));
        }
        JsonNode known = server.json("/api/calls/" + callId);
        CallAnalysis analysis =
                analysis(
                        callId,
                        known.path("repId").asText(),
                        known.path("teamId").asText(),
                        score,
                        startedAt);
        server.write(Topics.CALL_ANALYSES.record(callId, analysis));
        RepWeek week =
                weeks.merge(
                        RepWeek.key(analysis.repId(), analysis.week()),
                        RepWeek.empty().plus(analysis),
                        (before, one) -> before.plus(analysis));
        server.write(Topics.REP_WEEKS.record(week.key(), week));
        return callId;
    }

    private static final UtteranceLabels LABELS =
            new UtteranceLabels(
                    new Scored<>(QuestionType.NONE, 0.9),
                    new Scored<>(ObjectionType.NONE, 0.8),
                    new Scored<>(Need.NONE, 0.9),
                    new Scored<>(Sentiment.NEUTRAL, 0.7),
                    0,
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    false);

    private static CallAnalysis analysis(
            String callId, String repId, String teamId, double score, Instant startedAt) {
        String objectionId = Utterance.id(callId, 1, 1);
        var day = startedAt.atZone(ZoneOffset.UTC);
        return new CallAnalysis(
                callId,
                1,
                repId,
                teamId,
                "Example Ltd",
                Language.EN,
                startedAt,
                "%d-W%02d"
                        .formatted(
                                day.get(IsoFields.WEEK_BASED_YEAR),
                                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
                "starter-en",
                "1",
                METRICS,
                List.of(new CallAnalysis.UtteranceReading(objectionId, LABELS)),
                List.of(
                        new ObjectionHandling(
                                objectionId,
                                ObjectionType.PRICE,
                                0.9,
                                List.of(Utterance.id(callId, 1, 2)),
                                List.of(),
                                List.of(),
                                OptionalDouble.of(score),
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                false)),
                CallNeeds.NONE,
                List.of(new SkillScore(Skill.OBJECTION_HANDLING, score, 1, List.of(objectionId))),
                Commitment.NONE_HEARD,
                List.of(),
                List.of(),
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                CallCourse.NONE,
                Map.of());
    }
}
