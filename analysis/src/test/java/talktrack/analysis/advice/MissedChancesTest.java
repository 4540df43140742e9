package talktrack.analysis.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import talktrack.analysis.call.CallReader;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallAnalysis.UtteranceReading;
import talktrack.models.events.CallNeeds;
import talktrack.models.events.CallNeeds.NeedTopic;
import talktrack.models.events.CallNeeds.Reached;
import talktrack.models.events.Judged;
import talktrack.models.events.Scored;
import talktrack.models.events.SkillScore;
import talktrack.models.events.Suggestion;
import talktrack.models.events.UtteranceLabels;
import talktrack.models.fixtures.CallFixture;
import talktrack.models.labels.CallKind;
import talktrack.models.labels.Commitment;
import talktrack.models.labels.Need;
import talktrack.models.labels.NeedDepth;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.SaleSize;
import talktrack.models.labels.Sentiment;
import talktrack.models.labels.Skill;

class MissedChancesTest {

    private final List<UtteranceReading> labels = new ArrayList<>();
    private final List<NeedTopic> topics = new ArrayList<>();
    private Optional<Judged<CallKind>> kind = Optional.empty();
    private Optional<Judged<SaleSize>> sale = Optional.empty();
    private List<SkillScore> skills = List.of();
    private List<String> commitmentIds = List.of();

    @Test
    void aProblemThatNoImplicationQuestionFollows() {
        need(Need.IMPLIED, 0.9);
        asked(QuestionType.SITUATION);
        topic(NeedDepth.PROBLEM, List.of("u1"), "u0");
        assertThat(MissedChances.of(call()))
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.kind()).isEqualTo(Suggestion.Kind.PROBLEM_DROPPED);
                            assertThat(one.utteranceId()).isEqualTo("u0");
                            assertThat(one.missed()).hasValue(QuestionType.IMPLICATION);
                            assertThat(one.problemId()).hasValue("u0");
                            assertThat(one.situation(call()).questionType())
                                    .hasValue(QuestionType.IMPLICATION);
                        });
    }

    @Test
    void aProblemThatOneFollowsIsNone() {
        need(Need.IMPLIED, 0.9);
        asked(QuestionType.IMPLICATION);
        topic(NeedDepth.PROBLEM, List.of("u1"), "u0");
        assertThat(MissedChances.of(call())).isEmpty();
    }

    @Test
    void aQuestionRightAfterCountsWhateverItWasTakenFor() {
        need(Need.IMPLIED, 0.9);
        asked(QuestionType.IMPLICATION);
        need(Need.IMPLIED, 0.9);
        topic(NeedDepth.PROBLEM, List.of(), "u0");
        topic(NeedDepth.IMPLICATION, List.of("u1"), "u2");
        assertThat(MissedChances.of(call())).isEmpty();
    }

    @Test
    void aQuestionSoonAfterCountsUnlessItIsAboutSomethingElse() {
        need(Need.IMPLIED, 0.9);
        asked(QuestionType.SITUATION);
        need(Need.IMPLIED, 0.9);
        asked(QuestionType.IMPLICATION);
        topic(NeedDepth.PROBLEM, List.of(), "u0");
        assertThat(MissedChances.of(call())).isEmpty();
        topic(NeedDepth.IMPLICATION, List.of("u3"), "u2");
        assertThat(MissedChances.of(call()))
                .extracting(AdviceMoment::utteranceId)
                .containsExactly("u0");
    }

    @Test
    void aDoubtfulNeedIsNoChance() {
        need(Need.IMPLIED, 0.65);
        topic(NeedDepth.PROBLEM, List.of(), "u0");
        assertThat(MissedChances.of(call())).isEmpty();
    }

    @Test
    void aWantWhoseValueNobodyAskedFor() {
        need(Need.EXPLICIT, 0.9);
        topic(NeedDepth.EXPLICIT_NEED, List.of(), "u0");
        assertThat(MissedChances.of(call()))
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.kind()).isEqualTo(Suggestion.Kind.NEED_UNVALUED);
                            assertThat(one.missed()).hasValue(QuestionType.NEED_PAYOFF);
                            assertThat(one.wishId()).hasValue("u0");
                        });
    }

    @Test
    void aWantThatSuchAQuestionBroughtOutIsNone() {
        asked(QuestionType.NEED_PAYOFF);
        need(Need.EXPLICIT, 0.9);
        topic(NeedDepth.EXPLICIT_NEED, List.of(), "u1");
        assertThat(MissedChances.of(call())).isEmpty();
    }

    @Test
    void aQuestionTooUncertainToCountMayHaveBeenTheRightOne() {
        asked(QuestionType.IMPLICATION, 0.49);
        need(Need.EXPLICIT, 0.9);
        topic(NeedDepth.EXPLICIT_NEED, List.of(), "u1");
        assertThat(MissedChances.of(call())).isEmpty();
    }

    @Test
    void whatIsWantedOnAQuestionForFactsIsNoChance() {
        asked(QuestionType.SITUATION);
        need(Need.EXPLICIT, 0.9);
        topic(NeedDepth.EXPLICIT_NEED, List.of(), "u1");
        assertThat(MissedChances.of(call())).isEmpty();
    }

    @Test
    void threeOfAKindAreEnoughAndThePlainestStayInOrder() {
        for (double sure : List.of(0.75, 0.9, 0.8, 0.95)) {
            need(Need.IMPLIED, sure);
            topic(NeedDepth.PROBLEM, List.of(), "u" + (labels.size() - 1));
        }
        assertThat(MissedChances.of(call()))
                .extracting(AdviceMoment::utteranceId)
                .containsExactly("u1", "u2", "u3");
    }

    @Test
    void simpleSalesAndServiceNeedNoSuchQuestions() {
        need(Need.IMPLIED, 0.9);
        topic(NeedDepth.PROBLEM, List.of(), "u0");
        sale = Optional.of(Judged.declared(SaleSize.SIMPLE));
        assertThat(MissedChances.of(call())).isEmpty();
        sale = Optional.of(Judged.guessed(SaleSize.MAJOR, 0.6));
        assertThat(MissedChances.of(call())).hasSize(1);
        kind = Optional.of(Judged.declared(CallKind.SERVICE));
        assertThat(MissedChances.of(call())).isEmpty();
    }

    @Test
    void anEndWithoutAStepIsWhereItWasPutOff() {
        need(Need.NONE, 1);
        need(Need.NONE, 1);
        commitmentIds = List.of("u1");
        skills = List.of(new SkillScore(Skill.CLEAR_NEXT_STEP, 25, 1, List.of("u1")));
        assertThat(MissedChances.of(call()))
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.kind()).isEqualTo(Suggestion.Kind.NO_NEXT_STEP);
                            assertThat(one.utteranceId()).isEqualTo("u1");
                            assertThat(one.missed()).hasValue(QuestionType.CLOSING);
                        });
        skills = List.of(new SkillScore(Skill.CLEAR_NEXT_STEP, 75, 1, List.of("u1")));
        assertThat(MissedChances.of(call())).isEmpty();
    }

    private void asked(QuestionType question) {
        asked(question, 0.9);
    }

    private void asked(QuestionType question, double score) {
        say(new Scored<>(question, score), Need.NONE, 0.9);
    }

    private void need(Need need, double score) {
        say(new Scored<>(QuestionType.NONE, 1), need, score);
    }

    private void say(Scored<QuestionType> question, Need need, double score) {
        labels.add(
                new UtteranceReading(
                        "u" + labels.size(),
                        new UtteranceLabels(
                                question,
                                new Scored<>(ObjectionType.NONE, 1),
                                new Scored<>(need, score),
                                new Scored<>(Sentiment.NEUTRAL, 1),
                                0,
                                Optional.empty(),
                                List.of(),
                                List.of(),
                                false)));
    }

    private void topic(NeedDepth depth, List<String> followUps, String said) {
        topics.add(
                new NeedTopic(
                        depth,
                        List.of(new Reached(depth, List.of(said))),
                        !followUps.isEmpty(),
                        followUps));
    }

    private CallAnalysis call() {
        CallFixture call = CallFixture.aCall().build();
        CallAnalysis empty = CallReader.read(call.details(), call.end(), List.of(), ZoneOffset.UTC);
        return new CallAnalysis(
                empty.callId(),
                empty.revision(),
                empty.repId(),
                empty.teamId(),
                empty.customer(),
                empty.language(),
                empty.startedAt(),
                empty.week(),
                empty.model(),
                empty.rulesVersion(),
                empty.metrics(),
                labels,
                List.of(),
                CallNeeds.of(topics),
                skills,
                Commitment.CONTINUATION,
                commitmentIds,
                List.of(),
                false,
                List.of(),
                Optional.empty(),
                kind,
                sale,
                empty.course(),
                empty.metricEvidence());
    }
}
