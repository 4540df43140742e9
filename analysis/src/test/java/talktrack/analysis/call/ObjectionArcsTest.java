package talktrack.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.analysis.call.LabelledCall.call;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import talktrack.models.corpora.Corpus;
import talktrack.models.events.ObjectionCourse;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.Scored;
import talktrack.models.labels.HandlingFault;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionOutcome;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;

/** docs/conversation-model.md §3: an objection and what the rep makes of it. */
class ObjectionArcsTest {

    private static LabelledCall tooExpensive(double start, double end) {
        return call().rep(0, start - 1, "so that is the offer")
                .customer(start, end, "That's far too expensive for us.")
                .objecting(ObjectionType.PRICE, 0.9);
    }

    private static ObjectionHandling only(LabelledCall call) {
        List<ObjectionHandling> arcs = ObjectionArcs.of(call.build());
        assertThat(arcs).hasSize(1);
        return arcs.getFirst();
    }

    @Test
    void waitingHalfASecondIsAPause() {
        assertThat(only(tooExpensive(5, 8).rep(8.5, 11, "Expensive compared to what?")).steps())
                .contains(HandlingStep.PAUSE);
        assertThat(only(tooExpensive(5, 8).rep(8.4, 11, "Expensive compared to what?")).steps())
                .doesNotContain(HandlingStep.PAUSE);
    }

    @Test
    void answeringBeforeTheCustomerEndsInterrupts() {
        ObjectionHandling arc = only(tooExpensive(5, 8).rep(7, 10, "Expensive compared to what?"));
        assertThat(arc.faults()).contains(HandlingFault.INTERRUPTS);
        assertThat(arc.steps()).doesNotContain(HandlingStep.PAUSE);
    }

    @Test
    void aBackchannelMeanwhileIsNoInterruption() {
        ObjectionHandling arc =
                only(
                        tooExpensive(5, 8)
                                .rep(7, 8.2, "uh huh")
                                .rep(9, 11, "Expensive compared to what?"));
        assertThat(arc.faults()).doesNotContain(HandlingFault.INTERRUPTS);
        assertThat(arc.steps()).contains(HandlingStep.PAUSE, HandlingStep.CLARIFY);
    }

    @Test
    void whoContradictsArgues() {
        assertThat(
                        only(tooExpensive(5, 8)
                                        .rep(8.2, 11, "That's simply not true, you're wrong."))
                                .faults())
                .contains(HandlingFault.ARGUES);
    }

    /** Replies that no classifier learnt from: among so many some are doubtful. */
    @Test
    void whatIsOnlyPerhapsThereIsShownAndCountsNowhere() {
        int doubtful = 0;
        for (var row : Corpus.read("/talktrack/heldout/zh/handling.tsv")) {
            ObjectionHandling arc =
                    only(
                            call().in(Language.ZH)
                                    .rep(0, 4, "这是我们的报价")
                                    .customer(5, 8, row.get("previous"))
                                    .objecting(ObjectionType.PRICE, 0.9)
                                    .rep(8.2, 11, row.get("text")));
            for (var one : arc.course().certainty().entrySet()) {
                boolean counted =
                        Stream.<Label>concat(arc.steps().stream(), arc.faults().stream())
                                .anyMatch(label -> label.id().equals(one.getKey()));
                assertThat(counted).isEqualTo(one.getValue() >= 0.5);
                assertThat(arc.course().evidence()).containsKey(one.getKey());
                doubtful += counted ? 0 : 1;
            }
        }
        assertThat(doubtful).isPositive();
    }

    @Test
    void aPriceCutIsAFaultInTheFirstAnswerOnly() {
        assertThat(
                        only(tooExpensive(5, 8)
                                        .rep(8.2, 11, "Then I'll give you twenty percent off."))
                                .faults())
                .contains(HandlingFault.DISCOUNTS_AT_ONCE);
        assertThat(
                        only(tooExpensive(5, 8)
                                        .rep(9, 11, "Expensive compared to what?")
                                        .customer(12, 15, "compared to what we pay now")
                                        .rep(16, 19, "Then I'll give you twenty percent off."))
                                .faults())
                .doesNotContain(HandlingFault.DISCOUNTS_AT_ONCE);
    }

    @Test
    void anAnswerOfMoreThanAMinuteIsAMonologue() {
        assertThat(only(tooExpensive(5, 8).rep(9, 69.5, "well you see it is like this")).faults())
                .contains(HandlingFault.MONOLOGUE);
        assertThat(only(tooExpensive(5, 8).rep(9, 69, "well you see it is like this")).faults())
                .doesNotContain(HandlingFault.MONOLOGUE);
    }

    @Test
    void theAnswerEndsWhereTheCustomerRaisesSomethingNew() {
        LabelledCall call =
                tooExpensive(5, 8)
                        .rep(9, 11, "What were you expecting?")
                        .customer(12, 14, "And your support has a bad name.")
                        .objecting(ObjectionType.TRUST, 0.8)
                        .rep(15, 18, "What did you hear about it?");
        List<ObjectionHandling> arcs = ObjectionArcs.of(call.build());
        assertThat(arcs)
                .extracting(ObjectionHandling::type)
                .containsExactly(ObjectionType.PRICE, ObjectionType.TRUST);
        assertThat(arcs.get(0).replyIds()).containsExactly(call.id(2));
        assertThat(arcs.get(1).replyIds()).containsExactly(call.id(4));
    }

    @Test
    void whatIsRaisedAgainAtOnceIsStillTheSameObjection() {
        LabelledCall call =
                tooExpensive(5, 8)
                        .rep(9, 11, "It's worth it.")
                        .customer(12, 14, "I still find it too dear.")
                        .objecting(ObjectionType.PRICE, 0.8)
                        .rep(15, 17, "Expensive compared to what?")
                        .customer(18, 20, "I see, that makes sense.");
        ObjectionHandling arc = only(call);
        assertThat(arc.cameBack()).isFalse();
        assertThat(arc.replyIds()).containsExactly(call.id(2), call.id(4));
        assertThat(arc.course().raisedIds()).containsExactly(call.id(1), call.id(3));
        assertThat(arc.course().timesRaised()).isEqualTo(2);
        assertThat(arc.course().outcome()).hasValue(ObjectionOutcome.SETTLED);
        assertThat(arc.course().endId()).hasValue(call.id(5));
    }

    @Test
    void theSameTypeRaisedAgainLaterCameBack() {
        LabelledCall call =
                tooExpensive(5, 8)
                        .rep(9, 11, "What were you expecting?")
                        .customer(12, 14, "half of that")
                        .rep(15, 17, "that I understand")
                        .customer(18, 19, "now tell me about the training")
                        .rep(20, 25, "it takes two days")
                        .customer(26, 28, "I still find it too dear.")
                        .objecting(ObjectionType.PRICE, 0.8);
        assertThat(ObjectionArcs.of(call.build()))
                .extracting(ObjectionHandling::cameBack)
                .containsExactly(true, false);
        assertThat(ObjectionArcs.of(call.build()))
                .extracting(arc -> arc.course().outcome().orElseThrow())
                .containsExactly(ObjectionOutcome.REPEATED, ObjectionOutcome.UNANSWERED);
    }

    @Test
    void anAnswerToTheRepsQuestionBackIsPartOfTheObjection() {
        LabelledCall call =
                tooExpensive(5, 8)
                        .rep(9, 12, "Is it the sum or the month?")
                        .asking(QuestionType.PROBLEM)
                        .customer(13, 15, "what the bank would say every month")
                        .objecting(ObjectionType.AUTHORITY, 0.5)
                        .rep(16, 18, "that can be spread over five years");
        assertThat(only(call).replyIds()).containsExactly(call.id(2), call.id(4));
    }

    @Test
    void theEndIsReadFromTheCustomersNextWords() {
        assertThat(ending("Fair enough.")).hasValue(ObjectionOutcome.SETTLED);
        assertThat(ending("That will do.")).hasValue(ObjectionOutcome.SETTLED);
        assertThat(ending("That will not do.")).hasValue(ObjectionOutcome.MOVED_ON);
        assertThat(ending("Yes, but it is still a lot.")).hasValue(ObjectionOutcome.LEFT_OPEN);
        assertThat(ending("Yes, but that is for my boss.")).hasValue(ObjectionOutcome.MOVED_ON);
        assertThat(ending("Send me something, I'll think about it."))
                .hasValue(ObjectionOutcome.LEFT_OPEN);
        assertThat(ending("How long would the training take?")).hasValue(ObjectionOutcome.MOVED_ON);
        assertThat(only(tooExpensive(5, 8).rep(9, 11, "What were you expecting?")).course())
                .returns(Optional.empty(), ObjectionCourse::outcome)
                .returns(Optional.empty(), ObjectionCourse::endId);
        assertThat(only(tooExpensive(5, 8)).course().outcome())
                .hasValue(ObjectionOutcome.UNANSWERED);
    }

    @Test
    void yesInTheWordsOfTheQuestionSettlesIt() {
        LabelledCall answered =
                tooExpensive(5, 8)
                        .rep(9, 11, "Would thirty now and the rest later help?")
                        .asking(QuestionType.CHECK)
                        .customer(12, 14, "It would, yes.");
        assertThat(only(answered).course().outcome()).hasValue(ObjectionOutcome.SETTLED);
        LabelledCall told =
                tooExpensive(5, 8)
                        .rep(9, 11, "You can pay thirty now.")
                        .customer(12, 14, "It would, yes.");
        assertThat(only(told).course().outcome()).hasValue(ObjectionOutcome.MOVED_ON);
    }

    @Test
    void whatIsAcceptedALittleLaterIsSettledUnlessSomebodyObjectsBefore() {
        LabelledCall accepted = talkedOver().customer(23, 25, "I can live with that.");
        assertThat(only(accepted).course().outcome()).hasValue(ObjectionOutcome.SETTLED);
        assertThat(only(accepted).course().endId()).hasValue(accepted.id(7));
        LabelledCall another =
                talkedOver()
                        .customer(23, 25, "The others are quicker.")
                        .objecting(ObjectionType.COMPETITOR, 0.9)
                        .rep(26, 27, "By a day.")
                        .customer(28, 29, "I can live with that.");
        assertThat(ObjectionArcs.of(another.build()))
                .extracting(arc -> arc.course().outcome().orElseThrow())
                .containsExactly(ObjectionOutcome.MOVED_ON, ObjectionOutcome.SETTLED);
    }

    private static LabelledCall talkedOver() {
        return tooExpensive(5, 8)
                .rep(9, 11, "I can take three hundred off.")
                .customer(12, 14, "What happens to the service?")
                .rep(15, 17, "It stays as it is.")
                .customer(18, 20, "For how long?")
                .rep(21, 22, "Two years.");
    }

    private static Optional<ObjectionOutcome> ending(String after) {
        LabelledCall call =
                tooExpensive(5, 8)
                        .rep(9, 11, "Expensive compared to what?")
                        .customer(12, 14, after);
        ObjectionCourse course = only(call).course();
        assertThat(course.endId()).hasValue(call.id(3));
        assertThat(course.afterId()).hasValue(call.id(3));
        return course.outcome();
    }

    @Test
    void pauseAndPaceOfTheAnswerAreMeasured() {
        LabelledCall call =
                call().rep(0, 4, "one two three four five six seven eight")
                        .customer(5, 8, "That's far too expensive for us.")
                        .objecting(ObjectionType.PRICE, 0.9)
                        .rep(9.25, 11.25, "one two three four five six seven eight");
        ObjectionCourse course = only(call).course();
        assertThat(course.pauseSeconds()).hasValue(1.25);
        // 240 words a minute here; 16 words in 6 s, 160 a minute, in the call
        assertThat(course.paceRatio()).hasValueCloseTo(1.5, Assertions.within(1e-9));
        assertThat(only(tooExpensive(5, 8).rep(7, 10, "Compared to what?")).course().pauseSeconds())
                .hasValue(-1);
    }

    @Test
    void everyStepAndFaultNamesTheUtteranceThatShowsIt() {
        LabelledCall call =
                tooExpensive(5, 8)
                        .rep(9, 11, "that may well be")
                        .rep(11.5, 14, "Expensive compared to what?")
                        .clarifying();
        ObjectionHandling arc = only(call);
        assertThat(arc.course().evidence().get("pause")).isEqualTo(call.id(2));
        assertThat(arc.course().evidence().get("clarify")).isEqualTo(call.id(3));
    }

    @Property(tries = 200)
    void anyTalkGivesArcsThatHoldTogether(@ForAll("talks") List<Said> talk) {
        LabelledCall labelled = call();
        double at = 0;
        for (Said said : talk) {
            labelled =
                    said.rep()
                            ? labelled.rep(at + said.gap(), at + said.gap() + 2, said.text())
                            : labelled.customer(at + said.gap(), at + said.gap() + 2, said.text())
                                    .objecting(said.type(), said.certainty());
            at += said.gap() + 2;
        }
        SpokenCall spoken = labelled.build();
        List<String> ids =
                spoken.utterances().stream().map(u -> u.utterance().utteranceId()).toList();
        Set<String> raisedBefore = new HashSet<>();
        for (ObjectionHandling arc : ObjectionArcs.of(spoken)) {
            ObjectionCourse course = arc.course();
            assertThat(arc.certainty()).isBetween(0.4, 1.0);
            assertThat(course.raisedIds()).first().isEqualTo(arc.utteranceId());
            for (String id : course.raisedIds()) {
                assertThat(raisedBefore.add(arc.type() + id)).isTrue();
            }
            assertThat(course.timesRaised()).isGreaterThanOrEqualTo(course.raisedIds().size());
            assertThat(arc.cameBack()).isEqualTo(course.timesRaised() > course.raisedIds().size());
            List<String> counted =
                    Stream.<Label>concat(arc.steps().stream(), arc.faults().stream())
                            .map(Label::id)
                            .toList();
            List<String> doubtful =
                    course.certainty().entrySet().stream()
                            .filter(one -> one.getValue() < Scored.COUNTS_FROM)
                            .map(Map.Entry::getKey)
                            .toList();
            assertThat(counted).noneMatch(doubtful::contains);
            assertThat(course.evidence().keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(counted.stream(), doubtful.stream()).toList());
            assertThat(arc.replyIds()).containsAll(course.evidence().values());
            assertThat(course.endId().map(ids::indexOf).orElse(Integer.MAX_VALUE))
                    .isGreaterThan(ids.indexOf(arc.utteranceId()));
            assertThat(arc.score().isPresent()).isEqualTo(!arc.replyIds().isEmpty());
            arc.score().ifPresent(score -> assertThat(score).isBetween(0.0, 100.0));
        }
    }

    private record Said(
            boolean rep, double gap, String text, ObjectionType type, double certainty) {}

    @Provide
    Arbitrary<List<Said>> talks() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.doubles().between(0, 2),
                        Arbitraries.of(
                                "that is far too expensive for us",
                                "yes that makes sense",
                                "okay",
                                "compared to what",
                                "send me something",
                                "goodbye"),
                        Arbitraries.of(ObjectionType.values()),
                        Arbitraries.doubles().between(0.3, 1))
                .as(Said::new)
                .list()
                .ofMaxSize(12);
    }

    @Test
    void theCustomersFeelingBeforeAndAfterIsKept() {
        LabelledCall call =
                call().customer(0, 2, "we like what we saw")
                        .feeling(0.6)
                        .rep(3, 5, "so that is the offer")
                        .customer(6, 8, "That's far too expensive for us.")
                        .objecting(ObjectionType.PRICE, 0.9)
                        .feeling(-0.5)
                        .rep(9, 11, "What were you expecting?")
                        .customer(12, 14, "well maybe it is fine")
                        .feeling(0.1);
        ObjectionHandling arc = only(call);
        assertThat(arc.valenceBefore()).hasValue(0.6);
        assertThat(arc.valenceAfter()).hasValue(0.1);
    }

    @Test
    void anObjectionThatNobodyAnswersHasNoScore() {
        ObjectionHandling arc = only(tooExpensive(5, 8));
        assertThat(arc.score()).isEmpty();
        assertThat(arc.replyIds()).isEmpty();
        assertThat(arc.valenceAfter()).isEmpty();
    }

    @Test
    void anUncertainOrUnclearObjectionStartsNothing() {
        assertThat(
                        ObjectionArcs.of(
                                call().customer("hm expensive")
                                        .objecting(ObjectionType.PRICE, 0.39)
                                        .build()))
                .isEmpty();
        assertThat(
                        ObjectionArcs.of(
                                call().customer("hm expensive")
                                        .objecting(ObjectionType.PRICE, 0.9)
                                        .unclear()
                                        .build()))
                .isEmpty();
    }

    @Test
    void oneTurnRaisesEachTypeOnce() {
        LabelledCall call =
                call().customer(0, 2, "It's expensive.")
                        .objecting(ObjectionType.PRICE, 0.9)
                        .customer(3, 5, "Really expensive.")
                        .objecting(ObjectionType.PRICE, 0.9);
        assertThat(only(call).utteranceId()).isEqualTo(call.id(0));
    }

    @Test
    void withoutTimesNobodyHearsAPauseAndItCostsNothing() {
        ObjectionHandling arc =
                only(
                        call().untimed()
                                .in(Language.ZH)
                                .customer("这对我们来说太贵了。")
                                .objecting(ObjectionType.PRICE, 0.9)
                                .rep("您觉得主要是贵在哪里呢？"));
        assertThat(arc.steps()).containsExactly(HandlingStep.CLARIFY);
        assertThat(arc.score()).hasValueCloseTo(25 * 100 / 90.0, Assertions.within(1e-9));
    }

    @Test
    void allStepsScoreAHundredAndFaultsTakeAway() {
        Set<HandlingStep> all = EnumSet.allOf(HandlingStep.class);
        Set<HandlingStep> words = EnumSet.complementOf(EnumSet.of(HandlingStep.PAUSE));
        assertThat(HandlingScore.of(all, Set.of(), true)).isEqualTo(100);
        assertThat(HandlingScore.of(words, Set.of(), true)).isEqualTo(90);
        assertThat(HandlingScore.of(words, Set.of(), false)).isEqualTo(100);
        assertThat(
                        HandlingScore.of(
                                EnumSet.of(HandlingStep.ACKNOWLEDGE, HandlingStep.CLARIFY),
                                Set.of(),
                                true))
                .isEqualTo(50);
        assertThat(HandlingScore.of(all, Set.of(HandlingFault.DISCOUNTS_AT_ONCE), true))
                .isEqualTo(60);
        assertThat(HandlingScore.of(Set.of(), Set.of(HandlingFault.ARGUES), true)).isZero();
    }
}
