package talktrack.models.events;

import static talktrack.models.fixtures.CallFixture.aCall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import talktrack.models.fixtures.CallFixture;
import talktrack.models.labels.Audience;
import talktrack.models.labels.Behaviour;
import talktrack.models.labels.CallKind;
import talktrack.models.labels.CasePart;
import talktrack.models.labels.Caution;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.Commitment;
import talktrack.models.labels.DismissalReason;
import talktrack.models.labels.Emotion;
import talktrack.models.labels.FailureKind;
import talktrack.models.labels.HandlingFault;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.Language;
import talktrack.models.labels.Need;
import talktrack.models.labels.NeedDepth;
import talktrack.models.labels.ObjectionOutcome;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.Phase;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.SaleSize;
import talktrack.models.labels.Sentiment;
import talktrack.models.labels.Skill;
import talktrack.models.labels.Speaker;

/** One filled-in record of every kind that goes over the wire. */
final class EventSamples {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private EventSamples() {}

    /**
     * Writes a sample file for every record whose JSON no file has yet; run it after changing a
     * record.
     */
    public static void main(String[] folder) throws IOException {
        for (var entry : all().entrySet()) {
            Path directory =
                    Files.createDirectories(Path.of(folder[0]).resolve(entry.getKey().name()));
            for (Object value : entry.getValue()) {
                String json = Json.text(value);
                Files.writeString(
                        directory.resolve(Integer.toHexString(json.hashCode()) + ".json"),
                        json + "\n");
            }
        }
    }

    static Map<Topic<?>, List<?>> all() {
        CallFixture call =
                aCall().declared(CallKind.DEMO, SaleSize.MAJOR)
                        .customer("that is too expensive")
                        .build();
        Utterance said =
                call.utterances()
                        .getFirst()
                        .withVoiceMeasures(
                                new VoiceMeasures(
                                        OptionalDouble.of(182.5),
                                        OptionalDouble.of(6.5),
                                        OptionalDouble.of(-24.5),
                                        OptionalDouble.of(4.75),
                                        OptionalDouble.of(0.125),
                                        OptionalDouble.of(0.5)));
        Map<Topic<?>, List<?>> samples = new LinkedHashMap<>();
        samples.put(
                Topics.RECORDINGS,
                List.of(
                        new Recording(
                                "c0ffee",
                                1,
                                Recording.Kind.AUDIO,
                                "c0ffee/ab12",
                                "ab12",
                                "call.wav",
                                12345,
                                Language.EN,
                                ChannelLayout.REP_CUSTOMER,
                                "Ann Example",
                                "",
                                List.of(new SpeakerFix(0, 1.5, 0, Speaker.REP, true)),
                                1,
                                "8000,2,mulaw",
                                NOW)));
        samples.put(Topics.CALL_DETAILS, List.of(call.details()));
        samples.put(
                Topics.UTTERANCES,
                List.of(
                        said,
                        said.withWords(
                                "about Nimbora",
                                List.of(
                                        new Word("about", 1.2, 1.5, 0.9),
                                        new Word("Nimbora", 1.5, 2.1, 0.6, "name bora")))));
        samples.put(
                Topics.TRANSCRIPTS,
                List.of(
                        call.end(),
                        new TranscriptEnd.CallFailed(
                                "c0ffee",
                                1,
                                FailureKind.EMPTY_FILE,
                                "The file is empty.",
                                "size=0",
                                NOW)));
        samples.put(
                Topics.SCORED_UTTERANCES,
                List.of(
                        new ScoredUtterance(said, labels()),
                        new ScoredUtterance(
                                said, labels().corrected(new TaskLabel.CustomerNeed(Need.NONE))),
                        new ScoredUtterance(
                                said,
                                labels().opined(
                                                new TaskLabel.Objection(ObjectionType.TRUST),
                                                0.75,
                                                "scripted",
                                                "second-opinion-1"))));
        samples.put(Topics.CALL_ANALYSES, List.of(callAnalysis()));
        samples.put(
                Topics.SUGGESTIONS,
                List.of(
                        new Suggestion(
                                Suggestion.id(said.utteranceId()),
                                "c0ffee",
                                1,
                                said.utteranceId(),
                                ObjectionType.PRICE,
                                Language.EN,
                                List.of("en-price-1"),
                                "I hear you.",
                                "Compared with what?",
                                "It acknowledges first.",
                                Suggestion.Source.BLANKS_FILLED,
                                "",
                                NOW,
                                Suggestion.Kind.OBJECTION,
                                Optional.empty(),
                                "Find the yardstick",
                                true,
                                List.of(said.utteranceId()),
                                List.of(
                                        new Suggestion.Other(
                                                "en-price-2",
                                                "Talk about scope",
                                                "Fair enough.",
                                                "What could wait?")),
                                Optional.of(
                                        new Suggestion.Basis(
                                                Map.of("en-price-1", 3, "en-price-2", 1),
                                                Optional.of(said.utteranceId()),
                                                Optional.empty(),
                                                Optional.empty())))));
        samples.put(
                Topics.RECAPS,
                List.of(
                        new CallRecap(
                                "c0ffee",
                                1,
                                Language.EN,
                                List.of(
                                        new CallRecap.Line(
                                                "They key orders in twice.",
                                                List.of(said.utteranceId()))),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(new CallRecap.Line("Hello,", List.of())),
                                CallRecap.Source.LANGUAGE_MODEL,
                                "scripted",
                                "1a2b",
                                Optional.of(NOW))));
        ScoredUtterance read = new ScoredUtterance(said, labels());
        samples.put(
                Topics.LABEL_CORRECTIONS,
                List.of(
                        LabelCorrection.of(
                                read, new TaskLabel.Question(QuestionType.PROBLEM), "ann", NOW),
                        LabelCorrection.of(
                                read, new TaskLabel.Objection(ObjectionType.TRUST), "", NOW),
                        LabelCorrection.of(read, new TaskLabel.CustomerNeed(Need.NONE), "", NOW),
                        LabelCorrection.of(
                                read, new TaskLabel.Feeling(Sentiment.POSITIVE), "", NOW),
                        LabelCorrection.of(
                                read,
                                new TaskLabel.Handling(
                                        List.of(HandlingStep.CONFIRM),
                                        List.of(HandlingFault.ARGUES)),
                                "",
                                NOW)));
        samples.put(
                Topics.SECOND_OPINIONS,
                List.of(
                        new SecondOpinions(
                                "c0ffee",
                                1,
                                "scripted",
                                "second-opinion-1",
                                "ab12",
                                2,
                                List.of(
                                        new SecondOpinions.Opinion(
                                                said.utteranceId(),
                                                new TaskLabel.Objection(ObjectionType.TRUST),
                                                0.75)),
                                Map.of("unknown-label", 1),
                                812,
                                NOW)));
        samples.put(Topics.DELETIONS, List.of(new Deletion("c0ffee", 1, NOW)));
        samples.put(Topics.REP_WEEKS, List.of(RepWeek.empty().plus(callAnalysis())));
        samples.put(
                Topics.PEOPLE,
                List.of(
                        new Person(
                                "ann-example", "Ann Example", "default", "Default", false, true)));
        samples.put(
                Topics.RECOMMENDATION_DECISIONS,
                List.of(
                        new RecommendationDecision(
                                "ann-example",
                                Skill.LISTENING,
                                RecommendationDecision.Kind.DISMISSED,
                                Optional.of(DismissalReason.WRONG_CLIP),
                                "it was the customer who cut in",
                                new RecommendationDecision.Choice(
                                        Optional.of("count to two"),
                                        Optional.of("c0ffee-1-3"),
                                        Optional.of("decaf-1-7"),
                                        Optional.of("en-price-1")),
                                NOW)));
        samples.put(
                Topics.GOALS,
                List.of(
                        new Goal(
                                "9a41c07be8d25f36",
                                "ann-example",
                                Skill.LISTENING,
                                70,
                                LocalDate.parse("2026-12-24"),
                                Goal.SetBy.COACH,
                                NOW)));
        samples.put(
                Topics.TALK_TRACKS,
                List.of(
                        new TalkTrack(
                                "en-price-1",
                                Language.EN,
                                new TalkTrack.Situation(
                                        Optional.of(ObjectionType.PRICE), Optional.empty()),
                                "Value first",
                                "I hear you.",
                                "Compared with what?",
                                "It acknowledges first.",
                                List.of("expensive"),
                                TalkTrack.Status.APPROVED,
                                1)));
        TalkTrack mined =
                new TalkTrack(
                        "en-mined-c0ffee-0001",
                        Language.EN,
                        new TalkTrack.Situation(
                                Optional.of(ObjectionType.PRICE),
                                Optional.empty(),
                                Optional.of(Phase.CLOSING),
                                "Depot",
                                "logistics",
                                false),
                        "What it costs to wait",
                        "I hear you, {name}.",
                        "",
                        "The customer then agreed.",
                        List.of("expensive"),
                        TalkTrack.Status.DRAFT,
                        2,
                        "Ann Example",
                        Optional.of(NOW),
                        "shorter",
                        Optional.of(
                                new SourceMoment(
                                        "c0ffee",
                                        Utterance.id("c0ffee", 1, 1),
                                        OptionalDouble.of(2.5))));
        samples.put(Topics.TALK_TRACK_VERSIONS, List.of(mined));
        CaseStory story =
                new CaseStory(
                        "en-case-1",
                        Language.EN,
                        "Fewer returns at Example Ltd",
                        "A dealer with two depots",
                        "wholesale",
                        "The depot head, then the owner",
                        "Returns piled up",
                        "Their own returns list, counted anew",
                        "They renewed",
                        mined.minedFrom().stream().toList(),
                        "cases.md",
                        false,
                        TalkTrack.Status.APPROVED,
                        2,
                        "Ann Example",
                        Optional.of(NOW),
                        "outcome added",
                        mined.minedFrom(),
                        List.of(
                                new CaseStory.Proof(
                                        CasePart.PROBLEM, List.of(Utterance.id("c0ffee", 1, 1)))));
        samples.put(Topics.CASE_STORIES, List.of(story));
        samples.put(Topics.CASE_STORY_VERSIONS, List.of(story));
        samples.put(
                Topics.DOCUMENTS,
                List.of(
                        new Document(
                                "d1",
                                "pricing.md",
                                Language.EN,
                                "d1/ab12",
                                "ab12",
                                99,
                                true,
                                NOW,
                                2,
                                Audience.PUBLIC,
                                Optional.of(LocalDate.parse("2026-11-01")),
                                Optional.of("Dana Cole"),
                                Optional.of(LocalDate.parse("2027-05-31")),
                                List.of(
                                        new Document.Version(
                                                1, "d1/1/pricing.md", "cd34", 88, NOW)))));
        CitedPassage passage =
                new CitedPassage(
                        "pricing.pdf",
                        "Prices / Pro",
                        "Pro costs 49 EUR.",
                        Optional.of(new CitedPassage.Place("d1", 2, 7, Optional.of(3))));
        samples.put(
                Topics.CONVERSATIONS,
                List.of(
                        new ChatConversation(
                                "c1",
                                "ab12",
                                NOW,
                                List.of(
                                        new ChatConversation.Turn(
                                                "t1",
                                                "And Pro?",
                                                Optional.of("How much does Pro cost?"),
                                                Language.EN,
                                                true,
                                                "Pro costs 49 EUR.",
                                                List.of(passage),
                                                NOW,
                                                Optional.of("language-model"),
                                                Optional.of("qwen3"))))));
        samples.put(
                Topics.UNANSWERED_QUESTIONS,
                List.of(
                        new UnansweredQuestion(
                                "q1",
                                "Is there a discount?",
                                Language.EN,
                                List.of("Do you give discounts?"),
                                List.of("ab12"),
                                List.of("ann@example.com"),
                                2,
                                List.of(passage),
                                UnansweredQuestion.Status.ANSWERED,
                                Optional.of("discounts.md"),
                                NOW,
                                NOW,
                                Optional.of(NOW))));
        samples.put(
                Topics.ANSWER_FEEDBACK,
                List.of(
                        new AnswerFeedback(
                                "t1",
                                "And Pro?",
                                Optional.of("How much does Pro cost?"),
                                Language.EN,
                                true,
                                "Pro costs 49 EUR.",
                                List.of(passage),
                                false,
                                Optional.of(AnswerFeedback.Reason.OUT_OF_DATE),
                                "It is 59 now.",
                                NOW,
                                true)));
        samples.put(
                Topics.ROLE_PLAYS,
                List.of(
                        new RolePlay(
                                "r1",
                                "clinic-booking",
                                "ann",
                                Language.EN,
                                List.of(
                                        new RolePlay.Line(Speaker.CUSTOMER, "front desk"),
                                        new RolePlay.Line(Speaker.REP, "who answers the phone?")),
                                RolePlay.End.PUT_OFF,
                                List.of(
                                        new SkillScore(
                                                Skill.LISTENING, 62.5, 4, List.of("r1-1-0001"))),
                                "rules-3",
                                NOW,
                                NOW)));
        samples.put(
                Topics.PROGRESS,
                List.of(
                        new CallProgress(
                                "c0ffee",
                                1,
                                CallProgress.Stage.TRANSCRIBING,
                                12.5,
                                60,
                                OptionalDouble.of(19),
                                NOW)));
        return samples;
    }

    static CallAnalysis callAnalysis() {
        String id = Utterance.id("c0ffee", 1, 0);
        return new CallAnalysis(
                "c0ffee",
                1,
                "ann-example",
                "default",
                "Example Ltd",
                Language.EN,
                NOW,
                "2026-W48",
                "starter-en",
                "rules-1",
                new CallMetrics(
                        OptionalDouble.of(0.43),
                        CallMetrics.TalkRatioBasis.TIME,
                        OptionalDouble.of(12),
                        OptionalDouble.of(30),
                        OptionalDouble.of(5),
                        OptionalDouble.of(0.7),
                        OptionalInt.of(1),
                        OptionalDouble.of(20),
                        Map.of("problem", 2),
                        OptionalDouble.of(150),
                        OptionalDouble.of(140),
                        OptionalDouble.of(0.02),
                        OptionalDouble.of(20),
                        OptionalDouble.of(1),
                        OptionalDouble.of(0.75)),
                List.of(new CallAnalysis.UtteranceReading(id, labels())),
                List.of(
                        new ObjectionHandling(
                                id,
                                ObjectionType.PRICE,
                                0.8,
                                List.of(Utterance.id("c0ffee", 1, 1)),
                                List.of(HandlingStep.ACKNOWLEDGE),
                                List.of(HandlingFault.DISCOUNTS_AT_ONCE),
                                OptionalDouble.of(35),
                                OptionalDouble.of(-0.2),
                                OptionalDouble.empty(),
                                true,
                                new ObjectionCourse(
                                        List.of(id),
                                        2,
                                        OptionalDouble.of(0.75),
                                        OptionalDouble.of(1.25),
                                        Map.of("acknowledge", Utterance.id("c0ffee", 1, 1)),
                                        Optional.of(Utterance.id("c0ffee", 1, 2)),
                                        Optional.of(ObjectionOutcome.REPEATED),
                                        Optional.of(Utterance.id("c0ffee", 1, 2)),
                                        Map.of("acknowledge", 0.75, "pressures", 0.25)))),
                CallNeeds.of(
                        List.of(
                                new CallNeeds.NeedTopic(
                                        NeedDepth.PROBLEM,
                                        List.of(
                                                new CallNeeds.Reached(
                                                        NeedDepth.PROBLEM, List.of(id))),
                                        true,
                                        List.of(Utterance.id("c0ffee", 1, 1))))),
                List.of(
                        new SkillScore(Skill.LISTENING, 71.25, 1, List.of(id))
                                .with("interruptions", 1)
                                .on(new Grounds(12, 1, 0.875, 0.75, 1))),
                Commitment.ADVANCE,
                List.of(id),
                List.of(Caution.STARTER_MODEL),
                false,
                List.of(
                        new PhaseSpan(
                                Phase.CLOSING,
                                id,
                                id,
                                OptionalDouble.of(0.5),
                                OptionalDouble.of(2.5))),
                Optional.of(LocalDate.of(2026, 11, 26)),
                Optional.of(Judged.guessed(CallKind.DEMO, 0.75)),
                Optional.of(Judged.declared(SaleSize.MAJOR)),
                new CallCourse(
                        List.of(
                                new CallCourse.Row(
                                        Behaviour.NEGATIVE,
                                        List.of(
                                                new CallCourse.Tenth(
                                                        OptionalInt.of(500), List.of(id)),
                                                new CallCourse.Tenth(
                                                        OptionalInt.empty(), List.of()))))),
                Map.of("talkRatio", List.of(id)));
    }

    private static UtteranceLabels labels() {
        return new UtteranceLabels(
                        new Scored<>(QuestionType.NONE, 0.98),
                        new Scored<>(ObjectionType.PRICE, 0.9),
                        new Scored<>(Need.IMPLIED, 0.6),
                        new Scored<>(Sentiment.NEGATIVE, 0.7),
                        -0.5,
                        Optional.of(Emotion.TENSE),
                        List.of(HandlingStep.CLARIFY),
                        List.of(),
                        false)
                .with(
                        List.of(
                                new FurtherQuestion(
                                        new Scored<>(QuestionType.SITUATION, 0.75), 0, 8)),
                        Map.of("clarify", 0.875));
    }
}
