package talktrack.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.models.fixtures.CallFixture.aCall;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.LabelCorrection;
import talktrack.models.events.LabelOpinion;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.Scored;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.SecondOpinions;
import talktrack.models.events.SecondOpinions.Opinion;
import talktrack.models.events.TaskLabel;
import talktrack.models.events.Utterance;
import talktrack.models.events.UtteranceLabels;
import talktrack.models.fixtures.CallFixture;
import talktrack.models.labels.HandlingFault;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.LabelTask;
import talktrack.models.labels.Need;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Sentiment;

class OpinionsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final TaskLabel TRUST = new TaskLabel.Objection(ObjectionType.TRUST);
    private static final CallFixture CALL =
            aCall().id("c1")
                    .rep("how do you count the stock today")
                    .customer("well i do not know about that")
                    .rep("our office is just round the corner")
                    .customer("okay goodbye")
                    .build();

    private final List<ScoredUtterance> read = read(false);

    @Test
    void anOpinionIsAsCertainAsItWasMeasuredAndSaysWhoGaveIt() {
        UtteranceLabels labels = labels(1, Opinions.over(read, opinions(1, of(1, TRUST, 0.7))));
        assertThat(labels.objection()).isEqualTo(new Scored<>(ObjectionType.TRUST, 0.7));
        assertThat(labels.secondOpinions())
                .containsExactly(
                        new LabelOpinion(
                                new TaskLabel.Objection(ObjectionType.PRICE),
                                OptionalDouble.of(0.45),
                                "scripted",
                                "second-opinion-1"));
        assertThat(labels.corrected()).isEmpty();
    }

    @Test
    void whoSaysTheSameMakesTheLabelSurerAndNeverLessSure() {
        TaskLabel price = new TaskLabel.Objection(ObjectionType.PRICE);
        assertThat(
                        labels(1, Opinions.over(read, opinions(1, of(1, price, 0.7))))
                                .objection()
                                .score())
                .isEqualTo(0.7);
        assertThat(
                        labels(1, Opinions.over(read, opinions(1, of(1, price, 0.3))))
                                .objection()
                                .score())
                .isEqualTo(0.45);
    }

    @Test
    void aPersonWinsWhoeverCameFirst() {
        TaskLabel need = new TaskLabel.Objection(ObjectionType.NEED);
        LabelCorrection correction = LabelCorrection.of(read.get(1), need, "ann", NOON);
        UtteranceLabels labels =
                labels(
                        1,
                        Corrections.over(
                                Opinions.over(
                                        read,
                                        opinions(
                                                1,
                                                of(1, TRUST, 0.9),
                                                of(
                                                        1,
                                                        new TaskLabel.Feeling(Sentiment.NEGATIVE),
                                                        0.8))),
                                List.of(correction)));
        assertThat(labels.objection()).isEqualTo(new Scored<>(ObjectionType.NEED, 1));
        assertThat(labels.opined(LabelTask.OBJECTION)).isFalse();
        assertThat(labels.sentiment()).isEqualTo(new Scored<>(Sentiment.NEGATIVE, 0.8));
        assertThat(labels.valence()).isEqualTo(-0.8);
        assertThat(labels.opined(LabelTask.SENTIMENT)).as("nobody spoke against it").isTrue();
    }

    @Test
    void whatDoesNotBelongHereSaysNothing() {
        assertThat(Opinions.over(read, opinions(2, of(1, TRUST, 0.7))))
                .as("another revision")
                .isEqualTo(read);
        assertThat(Opinions.over(read, opinions(1, of(0, TRUST, 0.7))))
                .as("reps raise no objection")
                .isEqualTo(read);
        assertThat(Opinions.over(read, opinions(1, new Opinion("c1-1-0099", TRUST, 0.7))))
                .as("no such line")
                .isEqualTo(read);
        List<ScoredUtterance> unclear = read(true);
        assertThat(Opinions.over(unclear, opinions(1, of(1, TRUST, 0.7))))
                .as("the words themselves are doubtful")
                .isEqualTo(unclear);
        assertThat(Opinions.over(read, Optional.empty())).isEqualTo(read);
    }

    @Test
    void theWholeCallIsReadByIt() {
        CallAnalysis without = analysis(Optional.empty(), List.of());
        assertThat(without.objections())
                .extracting(ObjectionHandling::type)
                .containsExactly(ObjectionType.PRICE);

        CallAnalysis with = analysis(opinions(1, of(1, TRUST, 0.7)), List.of());
        assertThat(with.objections())
                .extracting(ObjectionHandling::type)
                .containsExactly(ObjectionType.TRUST);
        assertThat(with.labels().get(1).labels().opined(LabelTask.OBJECTION)).isTrue();

        CallAnalysis corrected =
                analysis(
                        opinions(1, of(1, TRUST, 0.7)),
                        List.of(
                                LabelCorrection.of(
                                        read.get(1),
                                        new TaskLabel.Objection(ObjectionType.NONE),
                                        "",
                                        NOON)));
        assertThat(corrected.objections()).isEmpty();
        assertThat(corrected.labels().get(1).labels().secondOpinions()).isEmpty();
    }

    @Test
    void anAnswerToAnObjectionIsReadAsTheOpinionSays() {
        TaskLabel argues =
                new TaskLabel.Handling(
                        List.of(HandlingStep.CONFIRM), List.of(HandlingFault.ARGUES));
        ObjectionHandling objection =
                analysis(opinions(1, of(2, argues, 0.6)), List.of()).objections().getFirst();
        assertThat(objection.steps()).contains(HandlingStep.CONFIRM);
        assertThat(objection.faults()).contains(HandlingFault.ARGUES);
        assertThat(objection.course().evidence()).containsEntry("argues", "c1-1-0002");
    }

    /** Where doubts of the whole call take the label away, it is nobody's opinion any more. */
    @Test
    void whoseLabelItIsFollowsTheLabel() {
        UtteranceLabels labels = labels(1, Opinions.over(read, opinions(1, of(1, TRUST, 0.7))));
        assertThat(
                        labels.withObjection(new Scored<>(ObjectionType.TRUST, 0.5))
                                .opined(LabelTask.OBJECTION))
                .isTrue();
        assertThat(
                        labels.withObjection(new Scored<>(ObjectionType.NONE, 0.8))
                                .opined(LabelTask.OBJECTION))
                .isFalse();
    }

    private CallAnalysis analysis(
            Optional<SecondOpinions> opinions, List<LabelCorrection> corrections) {
        return CallReader.read(
                CALL.details(), CALL.end(), read, opinions, corrections, ZoneOffset.UTC);
    }

    private static Opinion of(int index, TaskLabel label, double certainty) {
        return new Opinion(Utterance.id("c1", 1, index), label, certainty);
    }

    private static Optional<SecondOpinions> opinions(int revision, Opinion... opinions) {
        return Optional.of(
                new SecondOpinions(
                        "c1",
                        revision,
                        "scripted",
                        "second-opinion-1",
                        "ab12",
                        opinions.length,
                        List.of(opinions),
                        Map.of(),
                        0,
                        NOON));
    }

    private static UtteranceLabels labels(int index, List<ScoredUtterance> utterances) {
        return utterances.get(index).labels();
    }

    /** The customer's first words sound like an objection to the price, but hardly. */
    private static List<ScoredUtterance> read(boolean unclear) {
        List<ScoredUtterance> read = new ArrayList<>();
        for (Utterance said : CALL.utterances()) {
            boolean objection = said.index() == 1;
            read.add(
                    new ScoredUtterance(
                            said,
                            new UtteranceLabels(
                                    new Scored<>(QuestionType.NONE, 0.9),
                                    objection
                                            ? new Scored<>(ObjectionType.PRICE, 0.45)
                                            : new Scored<>(ObjectionType.NONE, 0.95),
                                    new Scored<>(Need.NONE, 0.9),
                                    new Scored<>(Sentiment.NEUTRAL, 0.5),
                                    0,
                                    Optional.empty(),
                                    List.of(),
                                    List.of(),
                                    unclear)));
        }
        return read;
    }
}
