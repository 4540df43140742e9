package talktrack.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static talktrack.analysis.call.LabelledCall.call;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.models.events.Grounds;
import talktrack.models.events.SkillScore;
import talktrack.models.events.SpeakerCertainty;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.labels.Language;
import talktrack.models.labels.Need;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Skill;

/** What a skill's band follows from, each cause by hand (docs/metrics.md). */
class SkillGroundsTest {

    private static final String FIFTY_WORDS = "we go on with it now ".repeat(8) + "yes ".repeat(2);

    private static TranscriptEnd.Transcribed end(
            LabelledCall call, double words, SpeakerCertainty speakers) {
        TranscriptEnd.Transcribed like = call.end();
        return new TranscriptEnd.Transcribed(
                like.callId(),
                like.revision(),
                like.utteranceCount(),
                like.durationSeconds(),
                like.mode(),
                like.channels(),
                like.layout(),
                like.model(),
                OptionalDouble.of(words),
                like.cautions(),
                like.playback(),
                speakers,
                like.readSeconds(),
                like.finishedAt());
    }

    private static Grounds grounds(
            LabelledCall call, double words, SpeakerCertainty speakers, SkillScore skill) {
        return SkillGrounds.on(call.build(), end(call, words, speakers), List.of(), skill)
                .grounds()
                .orElseThrow();
    }

    private static SkillScore score(Skill skill, int n, String... evidence) {
        return new SkillScore(skill, 50, n, List.of(evidence));
    }

    private static LabelledCall talk(int utterances) {
        LabelledCall call = call();
        for (int i = 0; i < utterances; i++) {
            call.rep(FIFTY_WORDS);
        }
        return call;
    }

    /**
     * 200 of 300 words, three quarters sure of the words, the rep guessed with 90 %, 10 % mixed up.
     */
    @Test
    void eachCauseOfDoubtTakesItsShare() {
        Grounds grounds =
                grounds(
                        talk(4),
                        0.75,
                        new SpeakerCertainty(2, OptionalDouble.of(0.1), OptionalDouble.of(0.9)),
                        score(Skill.LISTENING, 10));
        assertThat(grounds.occasions()).isEqualTo(10);
        assertThat(grounds.labels()).isEqualTo(1);
        assertThat(grounds.words()).isEqualTo(0.75);
        assertThat(grounds.speakers()).isCloseTo(0.9 * 0.8, within(1e-9));
        assertThat(grounds.speech()).isCloseTo(200 / 300.0, within(1e-9));
        assertThat(grounds.clearOccasions()).isCloseTo(10 * 0.75 * 0.72 * 2 / 3, within(1e-9));
    }

    @Test
    void aRepGuessedByTheTossOfACoinIsNeverJudged() {
        SkillScore skill =
                SkillGrounds.on(
                        talk(10).build(),
                        end(
                                talk(10),
                                1,
                                new SpeakerCertainty(
                                        2, OptionalDouble.empty(), OptionalDouble.of(0.5))),
                        List.of(),
                        score(Skill.LISTENING, 100));
        assertThat(skill.band().orElseThrow().width()).isEqualTo(100);
        assertThat(skill.judged()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "OPENING, 1, 4", "CLEAR_NEXT_STEP, 1, 4", "PROBLEM_DISCOVERY, 1, 3",
        "PROBLEM_DISCOVERY, 5, 5", "IMPLICATION_DEPTH, 1, 1", "EMOTIONAL_CONTROL, 2, 2"
    })
    void occasionsAreCountedOrTheParts(Skill skill, int n, double occasions) {
        assertThat(grounds(talk(1), 1, SpeakerCertainty.UNTOLD, score(skill, n)).occasions())
                .isEqualTo(occasions);
    }

    @Test
    void labelsCountAsSurelyAsTheClassifierIs() {
        LabelledCall call =
                talk(2).rep("what goes wrong")
                        .asking(QuestionType.PROBLEM, 0.6)
                        .rep("what else goes wrong")
                        .asking(QuestionType.PROBLEM, 0.8);
        SkillScore asked = score(Skill.PROBLEM_DISCOVERY, 2, call.id(2), call.id(3));
        assertThat(grounds(call, 1, SpeakerCertainty.UNTOLD, asked).labels())
                .isCloseTo(0.7, within(1e-9));
        SkillScore none = score(Skill.PROBLEM_DISCOVERY, 1);
        assertThat(grounds(call, 1, SpeakerCertainty.UNTOLD, none).labels())
                .as("nothing found: the mean over all that the rep said")
                .isCloseTo((1 + 1 + 0.6 + 0.8) / 4, within(1e-9));
    }

    /**
     * A question 0.8 sure and a need 0.6 sure; how the answer without a need sounds is no label.
     */
    @Test
    void anAnswerWithoutANeedCountsByItsQuestionAlone() {
        LabelledCall call =
                call().rep("what does that lead to")
                        .asking(QuestionType.IMPLICATION, 0.8)
                        .customer("we lose a day every week")
                        .feeling(-0.4, 0.4)
                        .customer("that is a trouble")
                        .needing(Need.IMPLIED, 0.6);
        SkillScore skill = score(Skill.IMPLICATION_DEPTH, 1, call.id(0), call.id(1), call.id(2));
        assertThat(grounds(call, 1, SpeakerCertainty.UNTOLD, skill).labels())
                .isCloseTo((0.8 + 0.6) / 2, within(1e-9));
    }

    @Test
    void chineseSpeechIsCountedInCharacters() {
        LabelledCall call = call().in(Language.ZH).rep("我们今天聊三件事情吧".repeat(9));
        assertThat(grounds(call, 1, SpeakerCertainty.UNTOLD, score(Skill.LISTENING, 4)).speech())
                .isCloseTo(90 / 450.0, within(1e-9));
    }

    @Test
    void unclearWordsAreNoSpeechToJudgeBy() {
        assertThat(
                        grounds(
                                        talk(4).rep(FIFTY_WORDS).unclear(),
                                        1,
                                        SpeakerCertainty.UNTOLD,
                                        score(Skill.LISTENING, 4))
                                .speech())
                .isCloseTo(200 / 300.0, within(1e-9));
    }
}
