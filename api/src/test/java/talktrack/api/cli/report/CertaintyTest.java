package talktrack.api.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.models.fixtures.CallFixture.aCall;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import talktrack.analysis.call.CallReader;
import talktrack.ingest.Transcript;
import talktrack.models.events.FurtherQuestion;
import talktrack.models.events.ObjectionCourse;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.Scored;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.UtteranceLabels;
import talktrack.models.fixtures.CallFixture;
import talktrack.models.labels.HandlingFault;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.Language;
import talktrack.models.labels.Need;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Sentiment;

/** What is too uncertain to count is told as "perhaps", and in no number of a report. */
class CertaintyTest {

    private static UtteranceLabels labels(
            Scored<QuestionType> question,
            Scored<ObjectionType> objection,
            Scored<Sentiment> sentiment,
            double valence) {
        return new UtteranceLabels(
                question,
                objection,
                new Scored<>(Need.NONE, 1),
                sentiment,
                valence,
                Optional.empty(),
                List.of(),
                List.of(),
                false);
    }

    private static UtteranceLabels asks(double certainty) {
        return labels(
                new Scored<>(QuestionType.PROBLEM, certainty),
                new Scored<>(ObjectionType.NONE, 1),
                new Scored<>(Sentiment.NEUTRAL, 1),
                0);
    }

    private static UtteranceLabels feels(
            Sentiment sentiment, double certainty, double valence, double objects) {
        return labels(
                new Scored<>(QuestionType.NONE, 1),
                new Scored<>(ObjectionType.PRICE, objects),
                new Scored<>(sentiment, certainty),
                valence);
    }

    /** Two questions of the rep and four lines of the customer; every second is too uncertain. */
    private static AnalysedCall call() {
        CallFixture said =
                aCall().rep("what goes wrong")
                        .rep("does it often")
                        .rep("that is the offer then")
                        .customer("that is awful and dear")
                        .customer("it costs a lot you know")
                        .customer("i do like the second one")
                        .customer("well that is nice for you")
                        .build();
        List<UtteranceLabels> labels =
                List.of(
                        asks(0.5),
                        asks(0.49),
                        labels(
                                new Scored<>(QuestionType.NONE, 1),
                                new Scored<>(ObjectionType.NONE, 1),
                                new Scored<>(Sentiment.NEUTRAL, 0.49),
                                0),
                        feels(Sentiment.NEGATIVE, 0.5, -0.5, 0.7),
                        feels(Sentiment.NEGATIVE, 0.49, -0.6, 0.69),
                        feels(Sentiment.POSITIVE, 0.5, 0.5, 0.39),
                        feels(Sentiment.POSITIVE, 0.49, 0.6, 0.39));
        List<ScoredUtterance> scored = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            scored.add(new ScoredUtterance(said.utterances().get(i), labels.get(i)));
        }
        return new AnalysedCall(
                "call.txt",
                new Transcript(said.end(), said.utterances()),
                CallReader.read(said.details(), said.end(), scored, ZoneOffset.UTC));
    }

    private static List<List<String>> labels(Language language) {
        return call().lines().stream()
                .map(line -> ReportParts.labels(line, Words.in(language)))
                .toList();
    }

    @Test
    void linesSayPerhaps() {
        assertThat(labels(Language.EN))
                .containsExactly(
                        List.of("Problem question"),
                        List.of("perhaps: Problem question"),
                        List.of(),
                        List.of("objection: price", "negative"),
                        List.of("perhaps: objection: price", "perhaps: negative"),
                        List.of("positive"),
                        List.of("perhaps: positive"));
        assertThat(labels(Language.ZH).get(4)).containsExactly("可能是：异议：价格", "可能是：消极");
    }

    @Test
    void everyQuestionOfALineIsNamed() {
        ScoredUtterance line = call().lines().getFirst();
        UtteranceLabels two =
                line.labels()
                        .with(
                                List.of(
                                        new FurtherQuestion(
                                                new Scored<>(QuestionType.SITUATION, 0.8), 0, 4)),
                                Map.of());
        assertThat(
                        ReportParts.labels(
                                new ScoredUtterance(line.utterance(), two), Words.in(Language.EN)))
                .containsExactly("Problem question", "Situation question");
    }

    @Test
    void stepsAndFaultsSayPerhaps() {
        String rep = call().lines().getFirst().utterance().utteranceId();
        ObjectionHandling objection =
                new ObjectionHandling(
                        "u1",
                        ObjectionType.PRICE,
                        0.9,
                        List.of(rep),
                        List.of(HandlingStep.RESPOND),
                        List.of(HandlingFault.ARGUES),
                        OptionalDouble.of(0),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        false,
                        new ObjectionCourse(
                                List.of("u1"),
                                1,
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                Map.of("acknowledge", rep),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Map.of(
                                        "respond", 0.9,
                                        "acknowledge", 0.4,
                                        "argues", 0.5,
                                        "pressures", 0.3)));
        Words words = Words.in(Language.EN);
        assertThat(
                        Stream.of(
                                        HandlingStep.RESPOND,
                                        HandlingStep.ACKNOWLEDGE,
                                        HandlingStep.CLARIFY)
                                .map(step -> ReportParts.step(objection, step, call(), words)))
                .containsExactly("✓ respond", "? perhaps: acknowledge (0:00)", "✗ clarify");
        assertThat(ReportParts.faults(objection, call(), words))
                .contains("Faults: argues, perhaps: pressures");
    }

    @Test
    void countsLeaveThemOut() {
        assertThat(call().questions()).containsOnlyKeys(QuestionType.PROBLEM);
        assertThat(call().questions().get(QuestionType.PROBLEM)).hasSize(1);
        SentimentSummary customer = SentimentSummary.of(call()).getFirst();
        assertThat(customer.counts(Words.in(Language.EN)))
                .isEqualTo("1 positive, 0 neutral, 1 negative");
        assertThat(customer.lowest()).contains(call().lines().get(3));
        assertThat(customer.highest()).contains(call().lines().get(5));
        assertThat(TextReport.of(call(), Words.in(Language.EN), Path.of("models"), 100))
                .contains("1 positive, 0 neutral, 1 negative");
    }
}
