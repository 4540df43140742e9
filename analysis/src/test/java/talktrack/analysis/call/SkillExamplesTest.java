package talktrack.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.models.events.SkillScore;

/**
 * The skills that rest on no needs and no talk tracks, on three whole calls computed by hand;
 * {@code docs/metrics.md} shows how. The others are worked in {@link NeedSkillsTest} and {@link
 * TalkTrackSkillTest}.
 */
class SkillExamplesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "opening,            50,  25,        100",
        "situation-economy,  100, 0,         55.555556",
        "listening,          100, 27.962963, 80.225989",
        "objection-handling, 35,  0,         7.777778",
        "emotional-control,  100, 0,         50",
        "clear-next-step,    100, 25,        75"
    })
    void isWhatTheHandComputes(String skill, double patient, double pushing, double chinese) {
        Offset<Double> about = Offset.offset(1e-5);
        assertThat(score(skill, SkillCalls.patient())).as("patient").isCloseTo(patient, about);
        assertThat(score(skill, SkillCalls.pushing())).as("pushing").isCloseTo(pushing, about);
        assertThat(score(skill, SkillCalls.chinese())).as("chinese").isCloseTo(chinese, about);
    }

    private static double score(String skill, LabelledCall call) {
        return of(skill, call.build()).map(SkillScore::score).orElse(Double.NaN);
    }

    private static Optional<SkillScore> of(String skill, SpokenCall call) {
        return switch (skill) {
            case "opening" -> OpeningSkill.of(call);
            case "situation-economy" -> QuestionSkills.situationEconomy(call);
            case "listening" -> ListeningSkill.of(call);
            case "objection-handling" -> ObjectionSkill.of(ObjectionArcs.of(call));
            case "emotional-control" -> EmotionalControlSkill.of(call);
            case "clear-next-step" -> NextStepSkill.of(call, Commitments.of(call));
            default -> throw new IllegalArgumentException(skill);
        };
    }
}
