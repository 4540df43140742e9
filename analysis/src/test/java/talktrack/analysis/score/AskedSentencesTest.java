package talktrack.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import talktrack.models.events.Scored;
import talktrack.models.labels.QuestionType;
import talktrack.models.text.TextNormaliser;

/** Of several sentences the questions decide, and of several questions the last. */
class AskedSentencesTest {

    private static final Map<String, Scored<QuestionType>> READ =
            Map.of(
                    "How many are there?", new Scored<>(QuestionType.SITUATION, 0.6),
                    "Forms?", new Scored<>(QuestionType.SITUATION, 0.6),
                    "How many?", new Scored<>(QuestionType.SITUATION, 0.6),
                    "What goes wrong?", new Scored<>(QuestionType.PROBLEM, 0.95),
                    "Is that all right?", new Scored<>(QuestionType.CHECK, 0.99),
                    "Really?", new Scored<>(QuestionType.PROBLEM, 0.49),
                    "哪里出错？", new Scored<>(QuestionType.PROBLEM, 0.9),
                    "有几张？", new Scored<>(QuestionType.SITUATION, 0.9));

    private static Optional<AskedSentences> asked(String text) {
        return AskedSentences.of(
                TextNormaliser.detect(text),
                text,
                s -> READ.getOrDefault(s, new Scored<>(QuestionType.NONE, 0.9)));
    }

    private static QuestionType type(String text) {
        return asked(text).map(one -> one.main().label()).orElse(QuestionType.NONE);
    }

    private static List<String> further(String text) {
        return asked(text).orElseThrow().further().stream()
                .map(
                        one ->
                                one.question().label().id()
                                        + ": "
                                        + text.substring(one.from(), one.to()))
                .toList();
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
    void theOtherQuestionsAreKeptWithTheirWords() {
        assertThat(further(" Thanks.  What goes wrong?  How many are there? "))
                .containsExactly("situation: How many are there?");
        assertThat(further("How many are there? What goes wrong? Is that all right?"))
                .containsExactly("situation: How many are there?", "check: Is that all right?");
        assertThat(further("有几张？哪里出错？")).containsExactly("situation: 有几张？");
    }

    @Test
    void anOfferedAnswerOrANoiseIsNoQuestionOfItsOwn() {
        assertThat(further("What goes wrong? Forms?")).isEmpty();
        assertThat(further("What goes wrong?? How?!")).isEmpty();
        assertThat(further("That must hurt. What goes wrong? Really?")).isEmpty();
    }

    @Test
    void oneSentenceNoMarkOrNoCertaintyLeavesItToTheWhole() {
        assertThat(type("How many?")).isEqualTo(QuestionType.NONE);
        assertThat(type("That must hurt. Really?")).isEqualTo(QuestionType.NONE);
        assertThat(type("that must hurt how many")).isEqualTo(QuestionType.NONE);
    }
}
