package talktrack.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import talktrack.models.events.Scored;
import talktrack.models.labels.QuestionType;

/** Of several sentences the questions decide, and of several questions the last. */
class AskedSentencesTest {

    private static final Map<String, Scored<QuestionType>> READ =
            Map.of(
                    "How many?", new Scored<>(QuestionType.SITUATION, 0.6),
                    "What goes wrong?", new Scored<>(QuestionType.PROBLEM, 0.95),
                    "Is that all right?", new Scored<>(QuestionType.CHECK, 0.99),
                    "Really?", new Scored<>(QuestionType.PROBLEM, 0.49),
                    "有几张？", new Scored<>(QuestionType.SITUATION, 0.9));

    private static QuestionType type(String text) {
        return AskedSentences.type(
                        text, s -> READ.getOrDefault(s, new Scored<>(QuestionType.NONE, 0.9)))
                .map(Scored::label)
                .orElse(QuestionType.NONE);
    }

    @Test
    void whatStandsAroundAQuestionDoesNotDecide() {
        assertThat(type("That must hurt. How many?")).isEqualTo(QuestionType.SITUATION);
        assertThat(type("那够了，我就十分钟。有几张？")).isEqualTo(QuestionType.SITUATION);
    }

    @Test
    void theLastQuestionCountsUnlessAnEarlierOneIsClearlyMoreCertain() {
        assertThat(type("How many? What goes wrong?")).isEqualTo(QuestionType.PROBLEM);
        assertThat(type("What goes wrong? How many?")).isEqualTo(QuestionType.PROBLEM);
        assertThat(type("How many? Is that all right?")).isEqualTo(QuestionType.SITUATION);
    }

    @Test
    void oneSentenceNoMarkOrNoCertaintyLeavesItToTheWhole() {
        assertThat(type("How many?")).isEqualTo(QuestionType.NONE);
        assertThat(type("That must hurt. Really?")).isEqualTo(QuestionType.NONE);
        assertThat(type("that must hurt how many")).isEqualTo(QuestionType.NONE);
    }
}
