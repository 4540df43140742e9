package talktrack.analysis.call;

import java.util.List;
import java.util.Optional;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.SkillScore;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Skill;

/** The skill of asking little that could have been looked up (docs/conversation-model.md §1). */
final class QuestionSkills {

    /** With fewer questions their mix is chance. */
    private static final int QUESTIONS_FOR_A_MIX = 3;

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

    private static List<String> ids(List<ScoredUtterance> said) {
        return said.stream().map(one -> one.utterance().utteranceId()).distinct().toList();
    }
}
