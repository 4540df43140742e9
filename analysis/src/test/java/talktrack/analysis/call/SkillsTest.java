package talktrack.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.analysis.call.LabelledCall.call;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.SkillScore;
import talktrack.models.labels.Commitment;
import talktrack.models.labels.HandlingFault;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;

/** Every skill at its anchors 0, 50 and 100, and where it is absent (docs/metrics.md). */
class SkillsTest {

    private static final Offset<Double> A_LITTLE = Offset.offset(1e-9);

    private static LabelledCall asking(QuestionType type, int times) {
        LabelledCall call = call();
        for (int i = 0; i < times; i++) {
            call.asks(type);
        }
        return call;
    }

    private static void talk(LabelledCall call, int turns) {
        for (int i = 0; i < turns; i += 2) {
            call.rep("let us go through it").customer("that is fine by me");
        }
    }

    @Nested
    class Opening {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        EN | 100 | Good morning, this is Ann from Harbor. I'm calling about the routes you asked for, do you have ten minutes?
                        EN | 75  | Hello, this is Ann from Harbor, I'm calling about the routes you asked for.
                        EN | 50  | Hello, this is Ann from Harbor.
                        EN | 50  | good morning we talked last week do you have some time now
                        EN | 0   | do you have any questions about it
                        EN | 0   | do you have any time frame in mind
                        EN | 0   | could you talk me through how you do it
                        ZH | 0   | 价格还有没有空间
                        EN | 25  | Good afternoon.
                        EN | 0   | So which vans do you run?
                        ZH | 100 | 您好，我是海港的小王，想跟您聊一下上次说的线路，您现在方便吗？
                        ZH | 50  | 您好，我是海港的小王。
                        ZH | 50  | 您好现在有没有时间
                        ZH | 0   | 那车队有多大？
                        """)
        void eachOfGreetingIntroductionPurposeAndPermissionIsWorth25(
                Language language, double score, String opening) {
            assertThat(OpeningSkill.of(call().in(language).rep(opening).customer("…").build()))
                    .hasValueSatisfying(skill -> assertThat(skill.score()).isEqualTo(score));
        }

        @Test
        void isAbsentWhenTheRepIsNotHeard() {
            assertThat(OpeningSkill.of(call().customer("hello is anybody there").build()))
                    .isEmpty();
        }
    }

    @Nested
    class SituationEconomy {
        @ParameterizedTest
        @CsvSource({"10,0,0", "7,3,50", "4,6,100", "0,3,100"})
        void fallsWithTheShareOfSituationQuestions(int situation, int problem, double score) {
            LabelledCall call = asking(QuestionType.SITUATION, situation);
            for (int i = 0; i < problem; i++) {
                call.asks(QuestionType.PROBLEM);
            }
            SkillScore skill = QuestionSkills.situationEconomy(call.build()).orElseThrow();
            assertThat(skill.score()).isCloseTo(score, A_LITTLE);
            assertThat(skill.n()).isEqualTo(situation + problem);
            assertThat(skill.evidence()).hasSize(situation);
        }

        @Test
        void isAbsentWithFewerThanThreeQuestions() {
            assertThat(QuestionSkills.situationEconomy(asking(QuestionType.SITUATION, 2).build()))
                    .isEmpty();
        }
    }

    @Nested
    class Listening {
        /** Two rounds in which the rep speaks so many of twenty seconds. */
        private LabelledCall sharing(double repSeconds, double patience) {
            double customerSeconds = 20 - repSeconds;
            double second = 20 + 2 * patience;
            return call().customer(0, customerSeconds, "this is how we work here")
                    .rep(customerSeconds + patience, 20 + patience, "i follow what you mean")
                    .customer(second, second + customerSeconds, "and this is how we sell")
                    .rep(
                            second + customerSeconds + patience,
                            second + 20 + patience,
                            "that is good to hear");
        }

        @ParameterizedTest
        @CsvSource({
            "16,0,30", // talk ratio 0.8 → 0, nobody cut off → 100, patience 0 → 0
            "13,0.3,65", // 0.65 → 50, nobody cut off → 100, 0.3 s → 50
            "10,0.6,100" // half each, nobody cut off, 0.6 s
        })
        void mixesTalkRatioInterruptionsAndPatience(
                double repSeconds, double patience, double score) {
            assertThat(
                            ListeningSkill.of(sharing(repSeconds, patience).build())
                                    .orElseThrow()
                                    .score())
                    .isCloseTo(score, Offset.offset(1e-6));
        }

        @Test
        void interruptionsAreItsEvidence() {
            LabelledCall call =
                    call().customer(0, 10, "let me tell you how it is")
                            .rep(5, 12, "no let me tell you how")
                            .customer(13, 20, "as i was going to say")
                            .rep(21, 30, "sorry please go on");
            SkillScore skill = ListeningSkill.of(call.build()).orElseThrow();
            assertThat(skill.evidence()).containsExactly(call.id(1));
        }

        @Test
        void withoutTimesItIsTheTalkRatioAlone() {
            LabelledCall call =
                    call().untimed()
                            .rep("one two three")
                            .customer("one two three")
                            .rep("one two three")
                            .customer("one two three");
            assertThat(ListeningSkill.of(call.build()).orElseThrow().score()).isEqualTo(100);
        }

        @Test
        void isAbsentWhenTheCustomerIsNotHeardOrTheTalkIsShort() {
            assertThat(ListeningSkill.of(call().rep("hello").rep("anybody there").build()))
                    .isEmpty();
            assertThat(ListeningSkill.of(call().rep("hello ann").customer("what is it").build()))
                    .isEmpty();
        }
    }

    @Nested
    class ObjectionHandlingSkill {
        private ObjectionHandling scored(Double score) {
            return scored(score, 0.9);
        }

        private ObjectionHandling scored(Double score, double certainty) {
            return new ObjectionHandling(
                    "u1",
                    ObjectionType.PRICE,
                    certainty,
                    List.of("u2"),
                    List.of(),
                    List.of(),
                    score == null
                            ? java.util.OptionalDouble.empty()
                            : java.util.OptionalDouble.of(score),
                    java.util.OptionalDouble.empty(),
                    java.util.OptionalDouble.empty(),
                    false);
        }

        @Test
        void isTheMeanOverTheAnsweredObjections() {
            SkillScore skill =
                    ObjectionSkill.of(List.of(scored(100.0), scored(null), scored(0.0)))
                            .orElseThrow();
            assertThat(skill.score()).isEqualTo(50);
            assertThat(skill.n()).isEqualTo(2);
            assertThat(skill.evidence()).containsExactly("u1", "u2");
        }

        @Test
        void judgesNobodyByAnObjectionThatMayBeNone() {
            assertThat(ObjectionSkill.of(List.of(scored(0.0, 0.69), scored(100.0, 0.7))))
                    .hasValueSatisfying(skill -> assertThat(skill.score()).isEqualTo(100));
        }

        @Test
        void isAbsentWithoutAnAnsweredObjection() {
            assertThat(ObjectionSkill.of(List.of())).isEmpty();
            assertThat(ObjectionSkill.of(List.of(scored(null)))).isEmpty();
        }
    }

    @Nested
    class EmotionalControl {
        private LabelledCall outburst(LabelledCall call) {
            return call.customer("this is a disgrace").feeling(-0.9);
        }

        @Test
        void isTheShareOfComposedAnswersToNegativeTurns() {
            LabelledCall call = outburst(call()).rep("you are right to be cross").feeling(0.1);
            assertThat(score(call)).isEqualTo(100);
            outburst(call).rep("that is just not true").committing(HandlingFault.ARGUES);
            assertThat(score(call)).isEqualTo(50);
        }

        @Test
        void turningNegativeOneselfIsNotComposed() {
            assertThat(score(outburst(call()).rep("oh come on this is silly").feeling(-0.8)))
                    .isZero();
        }

        private double score(LabelledCall call) {
            return EmotionalControlSkill.of(call.build()).orElseThrow().score();
        }

        @Test
        void theNextThirtySecondsCount() {
            LabelledCall call =
                    call().customer(0, 4, "this is a disgrace")
                            .feeling(-0.9)
                            .rep(5, 8, "let me look at it")
                            .feeling(0)
                            .customer(9, 12, "we lost a day")
                            .feeling(0);
            assertThat(score(call.rep(34.5, 36, "so what").feeling(-0.9))).isEqualTo(100);
            assertThat(score(call.rep(36, 37, "not my fault").committing(HandlingFault.ARGUES)))
                    .isEqualTo(100);
            LabelledCall soon =
                    call().customer(0, 4, "this is a disgrace")
                            .feeling(-0.9)
                            .rep(5, 8, "let me look at it")
                            .customer(9, 12, "we lost a day")
                            .rep(33, 35, "not my fault")
                            .committing(HandlingFault.ARGUES);
            assertThat(score(soon)).isZero();
        }

        @Test
        void aRisingVoiceIsNotComposedHoweverFriendlyTheWords() {
            assertThat(score(answeredInAVoiceOf(0.2, 1.1))).isEqualTo(100);
            assertThat(score(answeredInAVoiceOf(0.2, 1.3))).isZero();
            // nothing said before: against the rep's usual voice
            LabelledCall first = call().customer(0, 4, "this is a disgrace").feeling(-0.9);
            assertThat(score(first.rep(5, 8, "I am sorry to hear that").aroused(1))).isZero();
        }

        private LabelledCall answeredInAVoiceOf(double before, double after) {
            return call().rep(0, 4, "how are things")
                    .aroused(before)
                    .customer(5, 9, "this is a disgrace")
                    .feeling(-0.9)
                    .rep(10, 14, "I am sorry to hear that")
                    .aroused(after);
        }

        @Test
        void isAbsentWithoutANegativeTurnOrWithoutAnAnswer() {
            assertThat(
                            EmotionalControlSkill.of(
                                    call().customer("fine").feeling(0.2).rep("good").build()))
                    .isEmpty();
            assertThat(EmotionalControlSkill.of(outburst(call()).build())).isEmpty();
        }
    }

    @Nested
    class ClearNextStep {
        static Stream<Arguments> commitments() {
            return Stream.of(
                    Arguments.of(Commitment.ORDER, false, Optional.of(100.0)),
                    Arguments.of(Commitment.ADVANCE, true, Optional.of(100.0)),
                    Arguments.of(Commitment.ADVANCE, false, Optional.of(75.0)),
                    Arguments.of(Commitment.CONTINUATION, false, Optional.of(25.0)),
                    Arguments.of(Commitment.NONE_HEARD, false, Optional.of(0.0)),
                    Arguments.of(Commitment.NO_SALE, false, Optional.empty()));
        }

        @ParameterizedTest
        @MethodSource("commitments")
        void isWhatTheCallEndedWith(Commitment commitment, boolean dated, Optional<Double> score) {
            LabelledCall call = call();
            talk(call, 6);
            assertThat(
                            NextStepSkill.of(
                                            call.build(),
                                            new Commitments.Reading(commitment, dated, List.of()))
                                    .map(SkillScore::score))
                    .isEqualTo(score);
        }

        @Test
        void isAbsentAfterHardlyAnyTalk() {
            assertThat(
                            NextStepSkill.of(
                                    call().rep("hello").customer("wrong number").build(),
                                    new Commitments.Reading(
                                            Commitment.NONE_HEARD, false, List.of())))
                    .isEmpty();
        }
    }
}
