package talktrack.analysis.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import talktrack.analysis.call.CallReader;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallRecap;
import talktrack.models.events.CallRecap.Line;
import talktrack.models.events.Scored;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.Utterance;
import talktrack.models.events.UtteranceLabels;
import talktrack.models.fixtures.CallFixture;
import talktrack.models.labels.Language;
import talktrack.models.labels.Need;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Sentiment;

class RecapsTest {

    private static CallRecap recap(CallFixture call, List<UtteranceLabels> labels) {
        List<ScoredUtterance> scored = new ArrayList<>();
        for (Utterance utterance : call.utterances()) {
            scored.add(new ScoredUtterance(utterance, labels.get(utterance.index())));
        }
        CallAnalysis analysis = CallReader.read(call.details(), call.end(), scored, ZoneOffset.UTC);
        return Recaps.of(analysis, "Ann Example", call.utterances(), ZoneOffset.UTC);
    }

    private static UtteranceLabels labels(
            QuestionType question, ObjectionType objection, Need need) {
        return new UtteranceLabels(
                new Scored<>(question, 0.9),
                new Scored<>(objection, 0.9),
                new Scored<>(need, 0.9),
                new Scored<>(Sentiment.NEUTRAL, 0.9),
                0,
                Optional.empty(),
                List.of(),
                List.of(),
                false);
    }

    private static final UtteranceLabels NOTHING =
            labels(QuestionType.NONE, ObjectionType.NONE, Need.NONE);
    private static final UtteranceLabels PROBLEM_ASKED =
            labels(QuestionType.PROBLEM, ObjectionType.NONE, Need.NONE);
    private static final UtteranceLabels PROBLEM =
            labels(QuestionType.NONE, ObjectionType.NONE, Need.IMPLIED);
    private static final UtteranceLabels PRICE =
            labels(QuestionType.NONE, ObjectionType.PRICE, Need.NONE);

    private static CallRecap english() {
        return recap(
                CallFixture.aCall()
                        .rep("What gives you the most trouble with orders?")
                        .customer("Um. We key every single order in twice.")
                        .rep("I see, and our product does that for you.")
                        .customer("It is far too expensive for us.")
                        .rep("Well. I'll send you the price list tonight.")
                        .customer("Does it work with the old scanners?")
                        .rep("I'll check that with our engineers.")
                        .customer("Fine, goodbye.")
                        .build(),
                List.of(
                        PROBLEM_ASKED,
                        PROBLEM,
                        NOTHING,
                        PRICE,
                        NOTHING,
                        NOTHING,
                        NOTHING,
                        NOTHING));
    }

    @Test
    void aCallThatCannotBeReadHasNothingToSumUpNorAMessage() {
        CallRecap recap =
                recap(
                        CallFixture.aCall()
                                .rep("I'll send you the price list tonight.")
                                .customer("We key every single order in twice.")
                                .build(),
                        List.of(NOTHING.asUnclear(), PROBLEM.asUnclear()));
        assertThat(List.of(recap.needs(), recap.turns(), recap.agreed(), recap.next()))
                .allMatch(List::isEmpty);
        assertThat(recap.message()).isEmpty();
    }

    @Test
    void aNeedIsQuotedWithoutItsFillersAndNamesItsUtterance() {
        CallRecap recap = english();
        assertThat(recap.needs())
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.text())
                                    .isEqualTo("Problem: “We key every single order in twice.”");
                            assertThat(line.utteranceIds())
                                    .containsExactly(Utterance.id(recap.callId(), 1, 1));
                        });
    }

    @Test
    void anObjectionIsATurnAndSaysHowItEnded() {
        assertThat(english().turns())
                .extracting(Line::text)
                .singleElement()
                .asString()
                .startsWith("Price: “It is far too expensive for us.” – ");
    }

    @Test
    void whatTheRepPromisedAndCouldNotAnswerComesNext() {
        assertThat(english().next())
                .extracting(Line::text)
                .contains(
                        "Keep what you promised: “I'll send you the price list tonight.”",
                        "Answer the open question: “Does it work with the old scanners?”",
                        "Ask what this leads to: “We key every single order in twice.”");
    }

    @Test
    void everyLineAboutTheCallNamesUtterancesOfTheCall() {
        CallRecap recap = english();
        for (List<Line> part : List.of(recap.needs(), recap.turns(), recap.message())) {
            assertThat(part)
                    .allSatisfy(
                            line ->
                                    assertThat(line.utteranceIds())
                                            .allMatch(id -> id.startsWith(recap.callId())));
        }
        assertThat(recap.message().subList(1, recap.message().size() - 1))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.utteranceIds()).isNotEmpty());
        assertThat(recap.message().getLast().text()).endsWith("Ann Example");
    }

    @Test
    void theSameReadingHasTheSameBasisWhoeverSigns() {
        assertThat(english().basis()).isEqualTo(english().basis());
        assertThat(english().isOf(english())).isTrue();
    }

    @Test
    void chineseIsSummedUpInChinese() {
        CallRecap recap =
                recap(
                        CallFixture.aCall()
                                .in(Language.ZH)
                                .rep("现在哪一步最麻烦？")
                                .customer("每一单都要录两遍，太费事了。")
                                .rep("明白，我回去确认一下再答复您。")
                                .customer("好。")
                                .build(),
                        List.of(PROBLEM_ASKED, PROBLEM, NOTHING, NOTHING));
        assertThat(recap.needs()).extracting(Line::text).containsExactly("难点：“每一单都要录两遍，太费事了。”");
        assertThat(recap.next()).extracting(Line::text).contains("兑现答应过的事：“明白，我回去确认一下再答复您。”");
    }

    @Test
    void aCallWithoutWordsIsSummedUpInNothing() {
        CallRecap recap = recap(CallFixture.aCall().build(), List.of());
        assertThat(recap.needs()).isEmpty();
        assertThat(recap.turns()).isEmpty();
        assertThat(recap.message()).hasSize(2);
    }
}
