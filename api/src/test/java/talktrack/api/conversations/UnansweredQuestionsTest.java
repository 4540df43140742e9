package talktrack.api.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;

/** Two questions too many in the team's list are better than one that is hidden in another. */
class UnansweredQuestionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Is there a student discount? | Is there a discount for students?",
                "en | Who is the mayor of Springfield? | who is the mayor of springfield",
                "en | Can I pay by credit card? | Is it possible to pay by credit card?",
                "en | Do you ship to Canada? | Do you deliver to Canada?",
                "zh | 可以用信用卡付款吗？ | 能用信用卡付款吗",
                "zh | 有学生优惠吗？ | 学生有没有优惠？",
            })
    void theSameQuestionInOtherWordsIsCounted(String language, String one, String other) {
        assertThat(same(language, one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | How long is the warranty of the H2? | How long is the warranty of the H4?",
                "en | Can I pay by credit card? | Can I pay by bank transfer?",
                "en | Do you ship to Canada? | Do you ship to Mexico?",
                "en | What does training cost? | How long does training take?",
                "zh | Q20保修几年？ | Q60保修几年？",
                "zh | 可以用信用卡付款吗？ | 可以用支票付款吗？",
                "zh | 培训多少钱？ | 培训要多长时间？",
            })
    void anotherQuestionIsListed(String language, String one, String other) {
        assertThat(same(language, one, other)).isFalse();
    }

    private static boolean same(String language, String one, String other) {
        return UnansweredQuestions.same(one, other, Label.parse(Language.class, language));
    }
}
