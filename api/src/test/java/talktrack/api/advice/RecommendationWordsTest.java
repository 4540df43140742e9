package talktrack.api.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import talktrack.analysis.advice.Recommendation;
import talktrack.analysis.advice.Recommendation.Reason;
import talktrack.models.labels.Language;
import talktrack.models.labels.Skill;

class RecommendationWordsTest {

    @Test
    void saysTheFiguresInBothLanguages() {
        assertThat(reason(Skill.LISTENING, Reason.BELOW_TEAM, Language.EN))
                .isEqualTo("Listening averages 42 of 100 over 5 calls; the team has 55.");
        assertThat(reason(Skill.LISTENING, Reason.BELOW_TEAM, Language.ZH))
                .isEqualTo("“倾听”在 5 通电话中平均 42 分（满分 100），团队平均 55 分。");
        assertThat(reason(Skill.LISTENING, Reason.FALLING, Language.EN))
                .isEqualTo(
                        "Listening averages 42 of 100 over 5 calls and fell by 12 points in the later weeks.");
        assertThat(reason(Skill.LISTENING, Reason.FALLING, Language.ZH)).endsWith("，最近几周下降了 12 分。");
    }

    @ParameterizedTest
    @EnumSource(Skill.class)
    void everySkillHasAName(Skill skill) {
        assertThat(reason(skill, Reason.WEAKEST, Language.EN)).matches("[A-Z][a-z -]+ averages .*");
        assertThat(reason(skill, Reason.WEAKEST, Language.ZH)).matches("“\\p{IsHan}{2,8}”在.*");
    }

    private static String reason(Skill skill, Reason why, Language language) {
        return RecommendationWords.reason(
                new Recommendation(
                        skill, 42.4, 5, OptionalDouble.of(55), OptionalDouble.of(-12), why),
                language);
    }
}
