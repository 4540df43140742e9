package talktrack.api.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import talktrack.models.labels.Language;

class SecondOpinionTest {

    private static final String FEES =
            "Fees: Moving the piano to another floor costs 40 euros for each floor.";

    @Test
    void everyWordBelongsToAQuestionThatTheSentenceAnswers() {
        double answered = gap("What does moving the piano to another floor cost?", FEES);
        double beside = gap("What does insuring the piano while moving cost?", FEES);
        assertThat(answered).isNegative();
        assertThat(beside).isPositive();
    }

    @Test
    void thereIsNoneOnOneWordOrInChinese() {
        assertThat(gap("Fees?", FEES)).isZero();
        assertThat(SecondOpinion.gap(Question.of("钢琴搬到别的楼层要多少钱？", Language.ZH), "搬钢琴每层四十元。"))
                .isZero();
    }

    private static double gap(String question, String sentence) {
        return SecondOpinion.gap(Question.of(question, Language.EN), sentence);
    }
}
