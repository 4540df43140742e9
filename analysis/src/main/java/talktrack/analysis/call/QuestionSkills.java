package talktrack.analysis.call;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.SkillScore;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Sentiment;
import talktrack.models.labels.Skill;
import talktrack.models.labels.Speaker;

/** The four skills of asking (docs/conversation-model.md §1). */
final class QuestionSkills {

    /** With fewer questions their mix is chance. */
    private static final int QUESTIONS_FOR_A_MIX = 3;

    /** A shorter talk leaves no room for discovery. */
    private static final int TURNS_FOR_DISCOVERY = 6;

    private QuestionSkills() {}

    /** Share of situation questions: 40 % or less scores 100, 70 % 50, nothing else 0. */
    static Optional<SkillScore> situationEconomy(SpokenCall call) {
        List<ScoredUtterance> all = Questions.spin(call);
        if (all.size() < QUESTIONS_FOR_A_MIX) {
            return Optional.empty();
        }
        List<ScoredUtterance> situation = Questions.of(call, QuestionType.SITUATION);
        double share = (double) situation.size() / all.size();
        return Optional.of(
                new SkillScore(
                                Skill.SITUATION_ECONOMY,
                                Anchors.score(share, 1, 0.7, 0.4),
                                all.size(),
                                ids(situation))
                        .with("situation", situation.size())
                        .with("questions", all.size()));
    }

    /** Problem questions: none scores 0, one and a half 50, three 100. */
    static Optional<SkillScore> problemDiscovery(SpokenCall call) {
        if (!call.speakersKnown() || call.turns().size() < TURNS_FOR_DISCOVERY) {
            return Optional.empty();
        }
        List<ScoredUtterance> asked = Questions.of(call, QuestionType.PROBLEM);
        return Optional.of(
                new SkillScore(
                                Skill.PROBLEM_DISCOVERY,
                                Anchors.score(asked.size(), 0, 1.5, 3),
                                Math.max(1, asked.size()),
                                ids(asked))
                        .with("found", asked.size()));
    }

    /**
     * Implication questions, if a problem is on the table at all: none scores 0, one and a half 50,
     * three 100. Such a question presupposes a problem, so their order is not looked at.
     */
    static Optional<SkillScore> implicationDepth(SpokenCall call) {
        return afterAProblem(call, Skill.IMPLICATION_DEPTH, QuestionType.IMPLICATION, 1.5, 3);
    }

    /** Need-payoff questions, if a problem is on the table: none scores 0, one 50, two 100. */
    static Optional<SkillScore> needPayoff(SpokenCall call) {
        return afterAProblem(call, Skill.NEED_PAYOFF, QuestionType.NEED_PAYOFF, 1, 2);
    }

    private static Optional<SkillScore> afterAProblem(
            SpokenCall call, Skill skill, QuestionType type, double half, double full) {
        List<ScoredUtterance> problems = problems(call);
        List<ScoredUtterance> asked = Questions.of(call, type);
        if (problems.isEmpty() && asked.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new SkillScore(
                                skill,
                                Anchors.score(asked.size(), 0, half, full),
                                Math.max(1, asked.size()),
                                asked.isEmpty() ? ids(problems) : ids(asked))
                        .with("problems", problems.size())
                        .with("followed", asked.size()));
    }

    /** Where a problem came up: the rep's problem questions, the customer's negative utterances. */
    private static List<ScoredUtterance> problems(SpokenCall call) {
        return Stream.concat(
                        Questions.of(call, QuestionType.PROBLEM).stream(),
                        call.clear(Speaker.CUSTOMER).stream()
                                .filter(
                                        said ->
                                                said.labels().sentiment().label()
                                                        == Sentiment.NEGATIVE))
                .toList();
    }

    private static List<String> ids(List<ScoredUtterance> said) {
        return said.stream().map(one -> one.utterance().utteranceId()).toList();
    }
}
