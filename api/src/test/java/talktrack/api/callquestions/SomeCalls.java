package talktrack.api.callquestions;

import static talktrack.models.fixtures.AnalysisFixture.NO_LABELS;
import static talktrack.models.fixtures.AnalysisFixture.anAnalysis;
import static talktrack.models.fixtures.AnalysisFixture.priceObjection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import talktrack.api.calls.Call;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallDetails;
import talktrack.models.events.Person;
import talktrack.models.events.Recording;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.SkillScore;
import talktrack.models.events.Utterance;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.Commitment;
import talktrack.models.labels.Language;
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
        return anAnalysis(call.id())
                .by(call.details().repId(), call.details().teamId())
                .with(call.details().customer())
                .at(call.details().startedAt())
                .objections(priceObjection(utteranceId, score))
                .skills(new SkillScore(Skill.OBJECTION_HANDLING, score, 1, List.of(utteranceId)))
                .commitment(Commitment.CONTINUATION)
                .build();
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
                NO_LABELS);
    }
}
