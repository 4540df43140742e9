package talktrack.api.callquestions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import talktrack.api.calls.Call;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallCourse;
import talktrack.models.events.CallDetails;
import talktrack.models.events.CallMetrics;
import talktrack.models.events.CallNeeds;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.Person;
import talktrack.models.events.Recording;
import talktrack.models.events.Scored;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.SkillScore;
import talktrack.models.events.Utterance;
import talktrack.models.events.UtteranceLabels;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.Commitment;
import talktrack.models.labels.Language;
import talktrack.models.labels.Need;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Sentiment;
import talktrack.models.labels.Skill;
import talktrack.models.labels.Speaker;

/** Small calls for tests. */
final class SomeCalls {

    private SomeCalls() {}

    static Person rep(String name) {
        return new Person(Person.idOf(name), name, "harbor", "Harbor", false);
    }

    static Call call(String id, String rep, String customer, LocalDate day) {
        Instant start = day.atTime(10, 0).toInstant(ZoneOffset.UTC);
        return new Call(
                new CallDetails(
                        id,
                        Person.idOf(rep),
                        rep,
                        "harbor",
                        customer,
                        start,
                        Language.EN,
                        "call.txt",
                        false,
                        start,
                        Optional.empty(),
                        Optional.empty()),
                new Recording(
                        id,
                        1,
                        Recording.Kind.TRANSCRIPT,
                        id,
                        "",
                        "call.txt",
                        1,
                        Language.EN,
                        ChannelLayout.AUTO,
                        rep,
                        "",
                        List.of(),
                        0,
                        "",
                        start),
                Optional.empty(),
                Optional.empty(),
                true);
    }

    /** Nothing but a score of how objections were handled, and the price objection behind it. */
    static CallAnalysis analysis(Call call, double score) {
        String utteranceId = Utterance.id(call.id(), 1, 0);
        return new CallAnalysis(
                call.id(),
                1,
                call.details().repId(),
                call.details().teamId(),
                call.details().customer(),
                Language.EN,
                call.details().startedAt(),
                "2026-W10",
                "imported",
                "rules-1",
                NOTHING_MEASURED,
                List.of(),
                List.of(
                        new ObjectionHandling(
                                utteranceId,
                                ObjectionType.PRICE,
                                0.9,
                                List.of(),
                                List.of(),
                                List.of(),
                                OptionalDouble.of(score),
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                false)),
                CallNeeds.NONE,
                List.of(new SkillScore(Skill.OBJECTION_HANDLING, score, 1, List.of(utteranceId))),
                Commitment.CONTINUATION,
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

    static Heard heard(Call call, double score) {
        return new Heard(call, analysis(call, score));
    }

    static ScoredUtterance line(Call call, int index, Speaker speaker, String text) {
        return new ScoredUtterance(
                new Utterance(
                        Utterance.id(call.id(), 1, index),
                        call.id(),
                        1,
                        index,
                        0,
                        0,
                        speaker,
                        "",
                        Language.EN,
                        OptionalDouble.of(12.5 + index),
                        OptionalDouble.of(13 + index),
                        text,
                        text,
                        List.of()),
                new UtteranceLabels(
                        new Scored<>(QuestionType.NONE, 1),
                        new Scored<>(ObjectionType.NONE, 1),
                        new Scored<>(Need.NONE, 1),
                        new Scored<>(Sentiment.NEUTRAL, 1),
                        0,
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        false));
    }

    private static final CallMetrics NOTHING_MEASURED =
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
}
