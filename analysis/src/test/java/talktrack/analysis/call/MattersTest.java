package talktrack.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.analysis.call.LabelledCall.call;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.models.labels.Language;
import talktrack.models.labels.Need;
import talktrack.models.labels.QuestionType;

/** What goes on about the same matter and what opens another. */
class MattersTest {

    private static final String TILLS = "The tills freeze every Saturday.";
    private static final String TILLS_ZH = "收银机一到周六就卡死。";

    private static LabelledCall troubled(Language language) {
        return call().in(language)
                .rep("…")
                .customer(language == Language.EN ? TILLS : TILLS_ZH)
                .needing(Need.IMPLIED, 0.9);
    }

    private static List<Integer> sizes(LabelledCall call) {
        return Matters.of(call.build()).stream().map(matter -> matter.moments().size()).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    EN | PROBLEM     | How often do you have that?     | Each week, and it gets worse.          | 1
                    EN | IMPLICATION | What does it cost in the end?   | Two thousand a week, we think.         | 1
                    EN | NEED_PAYOFF | What would it give you?         | Happier people and a bit more revenue. | 1
                    EN | PROBLEM     | How happy are you with parking? | Nobody finds a spot before noon.       | 2
                    EN | SITUATION   | Who insures your vans?          | The same people as ten years ago.      | 2
                    ZH | PROBLEM     | 这种情况多吗？                  | 每个礼拜都有，越来越多。               | 1
                    ZH | IMPLICATION | 一个月损失多少？                | 大概两万块钱吧。                       | 1
                    ZH | PROBLEM     | 停车方便吗？                    | 中午以前根本找不到车位。               | 2
                    """)
    void aFreshQuestionAfterATroubleOpensAnotherMatterUnlessItPointsBack(
            Language language, QuestionType asked, String question, String answer, int matters) {
        LabelledCall call =
                troubled(language)
                        .rep(question)
                        .asking(asked)
                        .customer(answer)
                        .needing(asked == QuestionType.SITUATION ? Need.NONE : Need.IMPLIED, 0.9);
        assertThat(sizes(call)).hasSize(matters);
    }

    @Test
    void factsLeadToTheTroubleThatFollowsThem() {
        LabelledCall call =
                call().rep("How do you order stock?")
                        .asking(QuestionType.SITUATION)
                        .customer("I look at the shelf and write a list.")
                        .rep("And who checks the deliveries?")
                        .asking(QuestionType.SITUATION)
                        .customer("My sister does it in the morning.")
                        .rep("Where does it go wrong?")
                        .asking(QuestionType.PROBLEM)
                        .customer("We run out of the good jackets.")
                        .needing(Need.IMPLIED, 0.9);
        assertThat(sizes(call)).containsExactly(3);
    }

    @Test
    void aMatterIsTakenUpAgainLaterWhenTheWordsAreClear() {
        LabelledCall call = troubled(Language.EN);
        for (int i = 0; i < 5; i++) {
            call.rep("Let us look at the calendar.").customer("All right then.");
        }
        call.rep("What else?").customer("As I said, the tills freeze on Saturdays.");
        assertThat(sizes(call.needing(Need.IMPLIED, 0.9))).containsExactly(2);
    }

    @Test
    void longAfterwardsWhatIsUnlikeIsAnotherMatter() {
        LabelledCall call = troubled(Language.EN);
        for (int i = 0; i < 5; i++) {
            call.rep("Let us look at the calendar.").customer("All right then.");
        }
        call.rep("Is that a problem?").asking(QuestionType.PROBLEM);
        call.customer("Thieves take the razor blades.").needing(Need.IMPLIED, 0.9);
        assertThat(sizes(call)).containsExactly(1, 1);
    }
}
