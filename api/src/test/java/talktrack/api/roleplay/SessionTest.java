package talktrack.api.roleplay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import talktrack.api.index.Vectors;
import talktrack.models.events.CallCourse;
import talktrack.models.events.CallNeeds;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.RolePlay.End;
import talktrack.models.events.SkillScore;
import talktrack.models.labels.Behaviour;
import talktrack.models.labels.Language;
import talktrack.models.labels.NeedDepth;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.Skill;
import talktrack.models.text.Embedder;

/** Whole practice calls, heard by the classifiers that ship. */
class SessionTest {

    private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");

    private static Session session(String scenarioId) {
        Scenario scenario = Scenarios.find(scenarioId).orElseThrow();
        Embedder embedder = Embedder.of(scenario.language());
        return new Session(
                "r1",
                scenario,
                "ann",
                Clock.fixed(NOW, ZoneOffset.UTC),
                new Customer(
                        scenario,
                        (one, other) -> Vectors.cosine(embedder.embed(one), embedder.embed(other))),
                new CustomerVoice(Optional.empty()));
    }

    /** What the customer says to each question, asked in a call of its own. */
    private static List<String> answers(Scenario scenario, List<String> questions) {
        return questions.stream()
                .map(
                        question -> {
                            Session session = session(scenario.id());
                            session.say(question);
                            return session.lines().getLast().text();
                        })
                .toList();
    }

    private static String fact(Scenario scenario, String english, String chinese) {
        String about = scenario.language() == Language.EN ? english : chinese;
        return scenario.facts().stream()
                .filter(fact -> fact.about().contains(about))
                .map(Scenario.Fact::line)
                .findFirst()
                .orElseThrow();
    }

    private static Session.Finished talk(Session session, List<String> lines) {
        lines.forEach(session::say);
        return session.finish();
    }

    private static double score(Session.Finished finished, Skill skill) {
        return finished.analysis().skills().stream()
                .filter(one -> one.skill() == skill)
                .findFirst()
                .map(SkillScore::score)
                .orElseThrow();
    }

    @Test
    void whoAsksItsWayToTheNeedIsScoredForIt() {
        Session.Finished finished =
                talk(
                        session("clinic-booking"),
                        List.of(
                                "Thanks for taking the time, Maureen. How do you book appointments at the moment?",
                                "What problems do you have with patients who do not turn up?",
                                "What does it cost you when a patient does not come?",
                                "How would it help you if those missed appointments went to somebody on the waiting list?",
                                "Shall we put a meeting in the diary for next Tuesday at ten?",
                                "I understand, nobody wants a surprise like that. What was it that cost so much last time?",
                                "I see, that makes sense. With us the setup is a fixed price which stands in the contract, and two clinics of your size paid exactly that. Does that answer your worry?"));
        CallNeeds needs = finished.analysis().needs();
        assertThat(needs.topics())
                .extracting(CallNeeds.NeedTopic::depth)
                .contains(NeedDepth.EXPLICIT_NEED);
        assertThat(score(finished, Skill.NEED_PAYOFF)).isGreaterThan(50);
        ObjectionHandling price = finished.analysis().objections().getFirst();
        assertThat(price.type()).isEqualTo(ObjectionType.PRICE);
        assertThat(price.counts()).isTrue();
        assertThat(finished.event().end()).isEqualTo(End.STOPPED);
        assertThat(finished.event().lines()).hasSize(15);
        assertThat(finished.analysis().course().rows())
                .filteredOn(row -> row.behaviour() == Behaviour.NEED_PAYOFF)
                .flatExtracting(CallCourse.Row::tenths)
                .flatExtracting(CallCourse.Tenth::evidence)
                .contains(finished.utterances().get(7).utteranceId());
    }

    @Test
    void whoOnlyTalksLearnsWhatTheCustomerKept() {
        Session session = session("packaging-line");
        Session.Finished finished =
                talk(
                        session,
                        List.of(
                                "We have the best monitoring on the market, with forty sensors and a lovely screen for every line.",
                                "No, you are wrong, theirs is much worse than ours and everybody knows that.",
                                "Honestly, you simply do not understand what a good deal this is.",
                                "Our service contract includes everything, day and night, and you can sign it today."));
        assertThat(finished.kept())
                .extracting(Kept::what)
                .contains(Kept.What.PROBLEM, Kept.What.OBJECTION);
        assertThat(finished.analysis().needs().topics()).isEmpty();
    }

    @Test
    void chinesePracticeIsHeardTheSameWay() {
        Session.Finished finished =
                talk(
                        session("crm-xiaoshou"),
                        List.of(
                                "周总您好，您这边现在客户资料是怎么管的？",
                                "业务员离职的时候，客户跟进这块有没有遇到什么麻烦？",
                                "客户这样流失，对您全年的业绩影响有多大？",
                                "如果跟进记录都留在公司，对您会有什么帮助？"));
        assertThat(finished.analysis().needs().topics())
                .extracting(CallNeeds.NeedTopic::depth)
                .contains(NeedDepth.EXPLICIT_NEED);
        assertThat(finished.kept()).extracting(Kept::what).containsOnly(Kept.What.PROBLEM);
    }

    static List<Scenario> scenarios() {
        return Scenarios.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theBudgetIsToldToWhoAsksForIt(Scenario scenario) {
        List<String> questions =
                scenario.language() == Language.EN
                        ? List.of(
                                "What budget have you set aside?",
                                "How much were you thinking of spending?")
                        : List.of("您这边预算大概有多少？", "您准备拿多少钱出来做？");
        assertThat(answers(scenario, questions)).containsOnly(fact(scenario, "budget", "预算"));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void whoDecidesIsToldToWhoAsksForIt(Scenario scenario) {
        List<String> questions =
                scenario.language() == Language.EN
                        ? List.of(
                                "Who decides on this?",
                                "Are you the one who decides, or does somebody else have to agree?")
                        : List.of("最后谁来决定？", "谁签字？");
        assertThat(answers(scenario, questions)).containsOnly(fact(scenario, "who decides", "谁决定"));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void whoAsksForTheNextStepMeetsTheObjectionInstead(Scenario scenario) {
        List<String> questions =
                scenario.language() == Language.EN
                        ? List.of(
                                "Shall we put a meeting in the diary for next Tuesday at ten?",
                                "Will you sign it by Friday?",
                                "Would you like to go ahead?")
                        : List.of("那下周二我去您那边演示一下，可以吗？", "我们这周把合同签了，您看行吗？", "今天能定下来吗？");
        assertThat(answers(scenario, questions))
                .containsOnly(scenario.objections().getFirst().raises());
    }
}
