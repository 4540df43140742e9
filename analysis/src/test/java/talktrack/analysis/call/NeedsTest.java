package talktrack.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.analysis.call.LabelledCall.call;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.models.events.CallNeeds;
import talktrack.models.events.CallNeeds.NeedTopic;
import talktrack.models.events.CallNeeds.Reached;
import talktrack.models.labels.Language;
import talktrack.models.labels.Need;
import talktrack.models.labels.NeedDepth;
import talktrack.models.labels.QuestionType;

class NeedsTest {

    private static CallNeeds read(LabelledCall call) {
        return Needs.of(call.build()).read();
    }

    @Test
    void aTopicGoesFromFactsToWhatSolvingItIsWorth() {
        LabelledCall call = NeedCalls.funnel();
        CallNeeds needs = read(call);
        assertThat(needs.topics())
                .containsExactly(
                        new NeedTopic(
                                NeedDepth.EXPLICIT_NEED,
                                List.of(
                                        reached(NeedDepth.SITUATION, call.id(1)),
                                        reached(NeedDepth.PROBLEM, call.id(3)),
                                        reached(NeedDepth.IMPLICATION, call.id(5)),
                                        reached(NeedDepth.EXPLICIT_NEED, call.id(7))),
                                true,
                                List.of(call.id(4), call.id(6))));
        assertThat(needs.meanDepth()).hasValue(4);
        assertThat(needs.counted()).isEqualTo(1);
    }

    @Test
    void aProblemThatTheRepDropsStaysAtItsDepth() {
        LabelledCall call = NeedCalls.oneDropped();
        CallNeeds needs = read(call);
        assertThat(needs.topics())
                .containsExactly(
                        new NeedTopic(
                                NeedDepth.PROBLEM,
                                List.of(reached(NeedDepth.PROBLEM, call.id(1))),
                                false,
                                List.of()),
                        new NeedTopic(
                                NeedDepth.IMPLICATION,
                                List.of(
                                        reached(NeedDepth.SITUATION, call.id(3)),
                                        reached(NeedDepth.PROBLEM, call.id(3)),
                                        reached(NeedDepth.IMPLICATION, call.id(5))),
                                true,
                                List.of(call.id(4), call.id(6))));
        assertThat(needs.meanDepth()).hasValue(2.5);
        assertThat(needs.counted()).isEqualTo(2);
    }

    @Test
    void whatTheCustomerSaysUnaskedIsDeepAndAnsweredByThePresentation() {
        LabelledCall call = NeedCalls.unasked();
        assertThat(read(call).topics())
                .containsExactly(
                        new NeedTopic(
                                NeedDepth.EXPLICIT_NEED,
                                List.of(
                                        reached(NeedDepth.PROBLEM, call.id(1)),
                                        reached(NeedDepth.EXPLICIT_NEED, call.id(3))),
                                true,
                                List.of(call.id(4))));
    }

    private static Reached reached(NeedDepth depth, String id) {
        return new Reached(depth, List.of(id));
    }

    @ParameterizedTest
    @CsvSource({"0.59, 0", "0.6, 1"})
    void aNeedThatIsUnsureCountsAsNothing(double certainty, int topics) {
        assertThat(
                        read(call().rep("I see.")
                                        .customer("The tills freeze every Saturday.")
                                        .needing(Need.IMPLIED, certainty))
                                .topics())
                .hasSize(topics);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    EN | What does that lead to?   | No, not really.                       | PROBLEM
                    EN | What does that lead to?   | Yes.                                  | PROBLEM
                    EN | What does that lead to?   | The queue goes home without buying.   | IMPLICATION
                    ZH | 那会带来什么后果？        | 没什么影响。                          | PROBLEM
                    ZH | 那会带来什么后果？        | 嗯，有。                              | PROBLEM
                    ZH | 那会带来什么后果？        | 排队的客人放下东西就走了。            | IMPLICATION
                    """)
    void onlyASubstantialAnswerAdmitsAConsequence(
            Language language, String question, String answer, NeedDepth depth) {
        String trouble =
                language == Language.EN ? "The tills freeze every Saturday." : "收银机周六老是卡死。";
        CallNeeds needs =
                read(
                        call().in(language)
                                .rep("…")
                                .customer(trouble)
                                .needing(Need.IMPLIED, 0.9)
                                .rep(question)
                                .asking(QuestionType.IMPLICATION)
                                .customer(answer));
        assertThat(needs.topics())
                .singleElement()
                .satisfies(
                        topic -> {
                            assertThat(topic.depth()).isEqualTo(depth);
                            assertThat(topic.followedUp()).isTrue();
                        });
    }

    @Test
    void aConsequenceNamedUnaskedCountsOnceTheProblemIsAdmitted() {
        LabelledCall call =
                call().rep("I see.")
                        .customer("The tills freeze every Saturday.")
                        .needing(Need.IMPLIED, 0.9)
                        .rep("Oh dear.")
                        .customer(
                                "And because of it the queue at the tills walks out every Saturday.")
                        .needing(Need.IMPLIED, 0.9);
        assertThat(read(call).topics())
                .singleElement()
                .satisfies(topic -> assertThat(topic.depth()).isEqualTo(NeedDepth.IMPLICATION));
    }

    @Test
    void ofUnknownSpeakersAndUnclearWordsNoNeedsAreRead() {
        assertThat(read(NeedCalls.funnel().bySpeakersUnknown())).isEqualTo(CallNeeds.NONE);
        assertThat(
                        read(
                                call().rep("I see.")
                                        .customer("The tills freeze.")
                                        .needing(Need.IMPLIED, 0.9)
                                        .unclear()))
                .isEqualTo(CallNeeds.NONE);
    }

    @RepeatedTest(30)
    void theMeanIsOverTheDeepestThreeWhateverIsSaid(RepetitionInfo run) {
        LabelledCall call = randomCall(new Random(run.getCurrentRepetition()));
        CallNeeds needs = read(call);
        List<Integer> levels =
                needs.topics().stream()
                        .map(topic -> topic.depth().level())
                        .sorted((one, other) -> other - one)
                        .toList();
        assertThat(needs.counted()).isEqualTo(Math.min(3, levels.size()));
        assertThat(needs.meanDepth().orElse(0))
                .isEqualTo(levels.stream().limit(3).mapToInt(level -> level).average().orElse(0));
        assertThat(needs.topics())
                .allSatisfy(
                        topic -> {
                            assertThat(topic.reached().getLast().depth()).isEqualTo(topic.depth());
                            assertThat(topic.reached())
                                    .isSortedAccordingTo(
                                            (one, other) -> one.depth().compareTo(other.depth()));
                            assertThat(topic.followedUp())
                                    .isEqualTo(!topic.followUpIds().isEmpty());
                        });
    }

    /** A call about tills, thieves and stock in any order of moves. */
    static LabelledCall randomCall(Random random) {
        List<String> troubles =
                List.of(
                        "The tills freeze every Saturday and the queue walks out.",
                        "Razor blades are stolen from the shelf all the time.",
                        "The best sellers are out of stock and the rest lies around.");
        QuestionType[] types = {
            QuestionType.NONE,
            QuestionType.SITUATION,
            QuestionType.PROBLEM,
            QuestionType.IMPLICATION,
            QuestionType.NEED_PAYOFF
        };
        Need[] needs = Need.values();
        LabelledCall call = call();
        for (int i = random.nextInt(12); i >= 0; i--) {
            call.rep("How is that for you at the moment?")
                    .asking(types[random.nextInt(types.length)])
                    .customer(
                            random.nextBoolean()
                                    ? troubles.get(random.nextInt(troubles.size()))
                                    : "Yes.")
                    .needing(needs[random.nextInt(needs.length)], 0.4 + random.nextDouble() * 0.6);
        }
        return call;
    }
}
