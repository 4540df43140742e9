package talktrack.api.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.models.fixtures.CallFixture.aCall;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.analysis.call.CallReader;
import talktrack.analysis.call.Opinions;
import talktrack.analysis.score.OwnClassifiers;
import talktrack.analysis.train.SecondOpinionFigures;
import talktrack.api.llm.ScriptedModel;
import talktrack.api.opinion.DoubtfulLines.Doubtful;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.LabelCorrection;
import talktrack.models.events.Scored;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.SecondOpinions;
import talktrack.models.events.TaskLabel;
import talktrack.models.events.Utterance;
import talktrack.models.events.UtteranceLabels;
import talktrack.models.fixtures.CallFixture;
import talktrack.models.labels.LabelTask;
import talktrack.models.labels.Language;
import talktrack.models.labels.Need;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Sentiment;

/** What a call is asked about, and what comes of it. */
class OpinionWriterTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-04T10:00:00Z"), ZoneOffset.UTC);
    private static final CallFixture CALL =
            aCall().id("c1")
                    .rep("so where does it hurt")
                    .customer("well i would not know about that")
                    .rep("fine")
                    .customer("mhm")
                    .build();

    @TempDir private Path data;
    @AutoClose private final ScriptedModel server = new ScriptedModel();
    private OpinionWriter writer;

    @BeforeEach
    void start() {
        server.answers(
                ScriptedReader.labels(
                        (task, words) -> List.of(task.equals("objection") ? "trust" : "none")));
        writer = new OpinionWriter(server.model(), new Verdicts(data), CLOCK);
    }

    @Test
    void withoutAMeasurementNothingIsAsked() {
        assertThat(write(Optional.empty())).isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void onlyTasksThatMeasureBetterForThisModelPromptAndLanguageAreAskedFor() throws IOException {
        String classifiers = OwnClassifiers.versionInUse(Language.EN);
        keep(verdict("scripted", OpinionModel.PROMPT, classifiers, Language.EN, false));
        assertThat(write(Optional.empty())).as("no better").isEmpty();
        keep(verdict("other", OpinionModel.PROMPT, classifiers, Language.EN, true));
        keep(verdict("scripted", "second-opinion-0", classifiers, Language.EN, true));
        keep(verdict("scripted", OpinionModel.PROMPT, "own-1", Language.EN, true));
        keep(verdict("scripted", OpinionModel.PROMPT, classifiers, Language.ZH, true));
        assertThat(write(Optional.empty())).as("none of these is this one").isEmpty();
        assertThat(server.requests()).isEmpty();

        keep(verdict("scripted", OpinionModel.PROMPT, classifiers, Language.EN, true));
        SecondOpinions opinions = write(Optional.empty()).orElseThrow();
        assertThat(opinions.asked()).isEqualTo(1);
        assertThat(opinions.opinions())
                .containsExactly(
                        new SecondOpinions.Opinion(
                                "c1-1-0001", new TaskLabel.Objection(ObjectionType.TRUST), 0.75));
        assertThat(opinions.prompt()).isEqualTo(OpinionModel.PROMPT);
        assertThat(opinions.tokens()).isEqualTo(5);
    }

    @Test
    void aReadingThatOpinionsOrPeopleChangedIsNotAskedAboutAgain() throws IOException {
        keepObjections();
        SecondOpinions opinions = write(Optional.empty()).orElseThrow();
        CallAnalysis again = analysis(Optional.of(opinions), List.of());
        assertThat(again.labels().get(1).labels().opined(LabelTask.OBJECTION)).isTrue();
        assertThat(writer.write(again, Optional.of(opinions.basis()), () -> read()))
                .as("the loop ends here")
                .isEmpty();
        LabelCorrection correction =
                LabelCorrection.of(
                        read().get(3),
                        new TaskLabel.Feeling(Sentiment.POSITIVE),
                        "",
                        Instant.EPOCH);
        assertThat(
                        writer.write(
                                analysis(Optional.of(opinions), List.of(correction)),
                                Optional.of(opinions.basis()),
                                () -> read()))
                .isEmpty();
        assertThat(server.requests()).hasSize(1);
        assertThat(write(Optional.of("another basis"))).isPresent();
    }

    @Test
    void aModelThatDoesNotAnswerLeavesNothingBehind() throws IOException {
        keepObjections();
        try (ScriptedModel silent = new ScriptedModel()) {
            silent.says("no");
            assertThat(
                            new OpinionWriter(silent.model(), new Verdicts(data), CLOCK)
                                    .write(
                                            analysis(Optional.empty(), List.of()),
                                            Optional.empty(),
                                            () -> read()))
                    .isEmpty();
        }
    }

    @Test
    void anUnreadableMeasurementIsNone() throws IOException {
        keepObjections();
        java.nio.file.Files.writeString(data.resolve(Verdicts.FILE), "{\"verdicts\": [{}");
        assertThat(write(Optional.empty())).isEmpty();
        keepObjections();
        assertThat(write(Optional.empty())).as("measured again").isPresent();
    }

    @Test
    void doubtfulIsWhatIsNearTheBorderAndNobodyCorrected() {
        assertThat(doubtful(analysis(Optional.empty(), List.of()), read()))
                .extracting(Doubtful::utteranceId, one -> one.line().task())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("c1-1-0000", LabelTask.QUESTION),
                        org.assertj.core.groups.Tuple.tuple("c1-1-0001", LabelTask.OBJECTION));
        LabelCorrection correction =
                LabelCorrection.of(
                        read().get(1),
                        new TaskLabel.Objection(ObjectionType.NONE),
                        "",
                        Instant.EPOCH);
        assertThat(doubtful(analysis(Optional.empty(), List.of(correction)), read()))
                .extracting(one -> one.line().task())
                .containsExactly(LabelTask.QUESTION);
    }

    @Test
    void aLineHasWhatTheOtherSideSaidBefore() {
        assertThat(doubtful(analysis(Optional.empty(), List.of()), read()).get(1).line())
                .isEqualTo(
                        new Line(
                                LabelTask.OBJECTION,
                                "so where does it hurt",
                                "well i would not know about that"));
    }

    @Test
    void anOpinionOfAnotherModelMakesALabelNoLessDoubtful() throws IOException {
        keepObjections();
        SecondOpinions opinions = write(Optional.empty()).orElseThrow();
        List<ScoredUtterance> shown = Opinions.over(read(), Optional.of(opinions));
        assertThat(shown.get(1).labels().objection().score()).isEqualTo(0.75);
        assertThat(doubtful(analysis(Optional.of(opinions), List.of()), shown)).hasSize(2);
    }

    @Test
    void unclearWordsAreNoMatterOfOpinion() {
        CallAnalysis unsure =
                CallReader.read(
                        CALL.details(),
                        CALL.end(),
                        read().stream()
                                .map(
                                        one ->
                                                new ScoredUtterance(
                                                        one.utterance(), one.labels().asUnclear()))
                                .toList(),
                        ZoneOffset.UTC);
        assertThat(doubtful(unsure, read())).isEmpty();
    }

    @Test
    void ofALongCallTheMostDoubtfulLinesAreAskedAbout() {
        CallFixture.Builder builder = aCall().id("c1");
        IntStream.range(0, 100).forEach(i -> builder.customer("well it is what it is " + i));
        CallFixture call = builder.build();
        List<ScoredUtterance> read =
                call.utterances().stream()
                        .map(said -> read(said, 0.3 + 0.002 * said.index()))
                        .toList();
        List<Doubtful> doubtful =
                doubtful(CallReader.read(call.details(), call.end(), read, ZoneOffset.UTC), read);
        assertThat(doubtful).hasSize(OpinionModel.MOST_LINES);
        assertThat(doubtful)
                .extracting(Doubtful::index)
                .as("in the call's order")
                .isEqualTo(IntStream.range(0, OpinionModel.MOST_LINES).boxed().toList());
    }

    private static List<Doubtful> doubtful(CallAnalysis call, List<ScoredUtterance> said) {
        return DoubtfulLines.of(call, said, EnumSet.allOf(LabelTask.class));
    }

    private Optional<SecondOpinions> write(Optional<String> asked) {
        return writer.write(analysis(Optional.empty(), List.of()), asked, OpinionWriterTest::read);
    }

    private void keepObjections() throws IOException {
        keep(
                verdict(
                        "scripted",
                        OpinionModel.PROMPT,
                        OwnClassifiers.versionInUse(Language.EN),
                        Language.EN,
                        true));
    }

    private void keep(Verdict verdict) throws IOException {
        new Verdicts(data).keep(List.of(verdict));
    }

    static Verdict verdict(
            String model, String prompt, String classifiers, Language language, boolean better) {
        return new Verdict(
                model,
                prompt,
                classifiers,
                language,
                LabelTask.OBJECTION,
                better,
                0.75,
                SecondOpinionFigures.of(List.of(), List.of()),
                Instant.EPOCH);
    }

    private static CallAnalysis analysis(
            Optional<SecondOpinions> opinions, List<LabelCorrection> corrections) {
        return CallReader.read(
                CALL.details(), CALL.end(), read(), opinions, corrections, ZoneOffset.UTC);
    }

    /** The rep's first question and the customer's first words are guesses. */
    private static List<ScoredUtterance> read() {
        List<ScoredUtterance> read = new ArrayList<>();
        for (Utterance said : CALL.utterances()) {
            read.add(read(said, Set.of(0, 1).contains(said.index()) ? 0.45 : 0.95));
        }
        return read;
    }

    private static ScoredUtterance read(Utterance said, double score) {
        boolean rep = said.index() % 2 == 0 && said.channel() == 0;
        return new ScoredUtterance(
                said,
                new UtteranceLabels(
                        rep
                                ? new Scored<>(QuestionType.PROBLEM, score)
                                : new Scored<>(QuestionType.NONE, 1),
                        rep
                                ? new Scored<>(ObjectionType.NONE, 1)
                                : new Scored<>(ObjectionType.NONE, score),
                        new Scored<>(Need.NONE, 0.9),
                        new Scored<>(Sentiment.NEUTRAL, 0.9),
                        0,
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        false));
    }
}
