package talktrack.api.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import talktrack.analysis.advice.Recommendation;
import talktrack.analysis.advice.Recommendation.Peers;
import talktrack.analysis.advice.SkillMean;
import talktrack.models.events.Band;
import talktrack.models.labels.Language;
import talktrack.models.labels.Skill;

class PracticeWordsTest {

    private static Recommendation because(Recommendation.Reason reason) {
        return new Recommendation(
                Skill.LISTENING,
                new SkillMean(41.6, 7, new Band(30, 55)),
                new Peers(OptionalDouble.of(60), OptionalDouble.of(20)),
                Optional.empty(),
                reason,
                1);
    }

    @Test
    void sayWhyInASentence() {
        assertThat(PracticeWords.reason(because(Recommendation.Reason.BELOW_TEAM), Language.EN))
                .isEqualTo("Listening averages 42 of 100 over 7 calls; the team has 60.");
        assertThat(PracticeWords.reason(because(Recommendation.Reason.BELOW_MOST), Language.EN))
                .endsWith("80% of the other reps are higher.");
        assertThat(PracticeWords.reason(because(Recommendation.Reason.WEAKEST), Language.ZH))
                .isEqualTo("“倾听”在 7 通电话中平均 42 分（满分 100），是得分较低的一项。");
    }

    @ParameterizedTest
    @EnumSource(Recommendation.Reason.class)
    void knowEveryReasonInBothLanguages(Recommendation.Reason reason) {
        for (Language language : List.of(Language.EN, Language.ZH)) {
            assertThat(PracticeWords.reason(because(reason), language)).doesNotContain("%1$s");
        }
    }

    @ParameterizedTest
    @EnumSource(Skill.class)
    void haveATaskForThreeCallsForEverySkill(Skill skill) {
        assertThat(PracticeWords.task(skill, Language.EN)).contains("next three calls");
        assertThat(PracticeWords.task(skill, Language.ZH)).contains("三通电话");
    }
}
