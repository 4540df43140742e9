package talktrack.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import talktrack.models.events.LabelCorrection;
import talktrack.models.events.Scored;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.TaskLabel;
import talktrack.models.events.Utterance;
import talktrack.models.events.UtteranceLabels;
import talktrack.models.labels.LabelTask;
import talktrack.models.labels.Language;
import talktrack.models.labels.Need;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Sentiment;
import talktrack.models.labels.Speaker;

class CorrectionsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final TaskLabel PROBLEM = new TaskLabel.Question(QuestionType.PROBLEM);
    private static final TaskLabel IMPLICATION = new TaskLabel.Question(QuestionType.IMPLICATION);

    private final ScoredUtterance asked = said(1, 0, Speaker.REP, 10, 14, false);

    @Test
    void whatAPersonSaysCountsAsCertain() {
        UtteranceLabels labels = only(asked, correction(asked, PROBLEM, NOON));
        assertThat(labels.question()).isEqualTo(new Scored<>(QuestionType.PROBLEM, 1));
        assertThat(labels.corrected()).containsExactly(LabelTask.QUESTION);
        assertThat(labels.objection()).isEqualTo(asked.labels().objection());
    }

    @Test
    void ofTwoTheLaterCountsHoweverTheyCome() {
        assertThat(
                        only(
                                        asked,
                                        correction(asked, IMPLICATION, NOON.plusSeconds(1)),
                                        correction(asked, PROBLEM, NOON))
                                .question()
                                .label())
                .isEqualTo(QuestionType.IMPLICATION);
    }

    @Test
    void aFeelingHasItsValence() {
        UtteranceLabels labels =
                only(asked, correction(asked, new TaskLabel.Feeling(Sentiment.NEGATIVE), NOON));
        assertThat(labels.sentiment().label()).isEqualTo(Sentiment.NEGATIVE);
        assertThat(labels.valence()).isEqualTo(-1);
    }

    @Test
    void itHoldsWhenAnotherModelCutsTheUtteranceALittleElsewhere() {
        LabelCorrection correction = correction(asked, PROBLEM, NOON);
        ScoredUtterance cutElsewhere = said(7, 0, Speaker.REP, 10.4, 14.3, false);
        assertThat(only(cutElsewhere, correction).corrected()).isNotEmpty();
        ScoredUtterance longer = said(7, 0, Speaker.REP, 2, 14.3, false);
        assertThat(only(longer, correction).corrected())
                .as("most of this is something else")
                .isEmpty();
        ScoredUtterance otherChannel = said(1, 1, Speaker.REP, 10, 14, false);
        assertThat(only(otherChannel, correction).corrected()).isEmpty();
    }

    @Test
    void ofTwoHalvesTheLongerIsMeant() {
        LabelCorrection correction = correction(asked, PROBLEM, NOON);
        ScoredUtterance longer = said(1, 0, Speaker.REP, 10, 12.5, false);
        ScoredUtterance shorter = said(2, 0, Speaker.REP, 12.5, 14, false);
        assertThat(Corrections.over(List.of(shorter, longer), List.of(correction)))
                .extracting(one -> one.labels().corrected().size())
                .containsExactly(0, 1);
    }

    @Test
    void withoutTimesThePlaceDecides() {
        ScoredUtterance untimed = untimed(3, Speaker.REP);
        LabelCorrection correction = correction(untimed, PROBLEM, NOON);
        assertThat(only(untimed, correction).corrected()).isNotEmpty();
        assertThat(only(untimed(4, Speaker.REP), correction).corrected()).isEmpty();
    }

    @Test
    void aCustomerAsksNoSpinQuestionWhoeverSaidSoBefore() {
        ScoredUtterance customersNow = said(1, 0, Speaker.CUSTOMER, 10, 14, false);
        assertThat(only(customersNow, correction(asked, PROBLEM, NOON)))
                .isEqualTo(customersNow.labels());
    }

    @Test
    void ofUnclearWordsOnlyWhatAPersonSaysCounts() {
        ScoredUtterance mumbled = said(1, 0, Speaker.CUSTOMER, 10, 14, true);
        UtteranceLabels labels =
                only(mumbled, correction(mumbled, new TaskLabel.Feeling(Sentiment.POSITIVE), NOON));
        assertThat(labels.unclear()).isFalse();
        assertThat(labels.sentiment().label()).isEqualTo(Sentiment.POSITIVE);
        assertThat(labels.objection().label()).isEqualTo(ObjectionType.NONE);
    }

    private static UtteranceLabels only(ScoredUtterance said, LabelCorrection... corrections) {
        return Corrections.over(List.of(said), List.of(corrections)).getFirst().labels();
    }

    private static LabelCorrection correction(ScoredUtterance of, TaskLabel right, Instant at) {
        return LabelCorrection.of(of, right, "", at);
    }

    private static ScoredUtterance said(
            int index, int channel, Speaker speaker, double from, double to, boolean unclear) {
        return said(
                index, channel, speaker, OptionalDouble.of(from), OptionalDouble.of(to), unclear);
    }

    private static ScoredUtterance untimed(int index, Speaker speaker) {
        return said(index, 0, speaker, OptionalDouble.empty(), OptionalDouble.empty(), false);
    }

    private static ScoredUtterance said(
            int index,
            int channel,
            Speaker speaker,
            OptionalDouble from,
            OptionalDouble to,
            boolean unclear) {
        return new ScoredUtterance(
                new Utterance(
                        Utterance.id("c1", 1, index),
                        "c1",
                        1,
                        index,
                        channel,
                        0,
                        speaker,
                        "",
                        Language.EN,
                        from,
                        to,
                        "and then",
                        "and then",
                        List.of()),
                new UtteranceLabels(
                        new Scored<>(QuestionType.SITUATION, 0.6),
                        new Scored<>(ObjectionType.PRICE, 0.5),
                        new Scored<>(Need.IMPLIED, 0.5),
                        new Scored<>(Sentiment.NEUTRAL, 0.5),
                        0,
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        unclear));
    }
}
