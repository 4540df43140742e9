package talktrack.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.analysis.call.LabelledCall.call;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.models.labels.Language;
import talktrack.models.labels.QuestionType;

class PresentedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    EN | true  | Our trucks report where they are and your customer sees it on a map.
                    EN | true  | with us you can rent the shelf space by the week
                    EN | false | You said our trucks are always late, is what I wrote down.
                    EN | false | We can meet on Tuesday at ten for a demo.
                    EN | false | We can.
                    ZH | true  | 我们的车都有定位，您的客户在地图上就能看到。
                    ZH | false | 您刚才说我们的车总是晚到。
                    ZH | false | 我们可以周二上午见面演示。
                    ZH | false | 可以的。
                    """)
    void isAStatementLongEnoughInWordsOfAnOffer(Language language, boolean presents, String text) {
        assertThat(!Presented.of(call().in(language).rep(text).build()).isEmpty())
                .isEqualTo(presents);
    }

    @Test
    void aQuestionAndACustomerPresentNothing() {
        String text = "Our trucks report where they are and your customer sees it on a map.";
        assertThat(Presented.of(call().rep(text).asking(QuestionType.SITUATION).build())).isEmpty();
        assertThat(Presented.of(call().customer(text).build())).isEmpty();
        assertThat(Presented.of(call().rep(text).unclear().build())).isEmpty();
    }
}
