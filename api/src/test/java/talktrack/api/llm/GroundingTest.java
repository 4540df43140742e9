package talktrack.api.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroundingTest {

    private static final String ENGLISH =
            "The plan is 1,900 EUR for 60 seats. Acme uses it in Berlin. We decide on Monday.";
    private static final String CHINESE = "网络版每月1900欧元，含60个席位，王经理三天内答复，优惠10%。";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It is 1900 EUR then.",
                "As you said, Acme decided on Monday.",
                "I see why you hesitate. What would have to be true for you?",
                "It covers 60 seats, Berlin included."
            })
    void whatTheSourcesSayMayBeSaid(String text) {
        assertThat(Grounding.unsupported(text, List.of(ENGLISH))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It is 1800 EUR then. | 1800",
                "I can give you a twenty percent cut. | twenty",
                "It costs $60. | $",
                "Just like Globex did. | Globex",
                "Our partner GlobalTech agrees. | GlobalTech",
                "See www.example.com for that. | www.example.com",
                "The first month is free. | free",
                "There is no extra charge for that. | no extra charge",
                "We waive the fee. | waive",
                "Our app does that for you. | app",
                "It comes with a dashboard. | dashboard"
            })
    void whatTheyDoNotSayIsFound(String text, String invented) {
        assertThat(Grounding.unsupported(text, List.of(ENGLISH))).contains(invented);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"网络版含60个席位，三天内答复您。", "您觉得哪一点最重要？", "王经理说优惠10%。"})
    void chineseThatTheSourcesSayMayBeSaid(String text) {
        assertThat(Grounding.unsupported(text, List.of(CHINESE))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "给您打八折。 | 八折",
                "只要五千元。 | 五千元",
                "可以优惠百分之二十。 | 百分之二十",
                "李总也在用。 | 李总",
                "华星公司也在用。 | 华星公司",
                "SuperDesk 也支持。 | SuperDesk",
                "可以先试用。 | 试用",
                "我们承诺不涨价。 | 承诺",
                "有小程序可以看。 | 小程序"
            })
    void chineseThatTheyDoNotSayIsFound(String text, String invented) {
        assertThat(Grounding.unsupported(text, List.of(CHINESE)))
                .anyMatch(found -> found.contains(invented));
    }

    @Test
    void theSameNumberWrittenOtherwiseIsTheSame() {
        assertThat(Grounding.unsupported("１９００ and 60.0", List.of(ENGLISH))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We are 20 people. | You get 20 percent. | 20 percent",
                "We are 20 people. | It takes 20 days. | 20 days",
                "Dock costs 390 EUR a month. | Dock costs 390 EUR a year. | 390 EUR",
                "Dock costs 390 EUR a month. | The yearly price is 390 EUR. | 390 EUR",
                "We pay nine hundred a month for seven people. | It is seven hundred a month. | seven hundred",
                "每月390元，20个用户。 | 每年390元。 | 390元",
                "每月390元，20个用户。 | 优惠20%。 | 20%",
                "保修二十天。 | 保修十天。 | 十天"
            })
    void aNumberIsOfWhatItCounts(String source, String lie, String found) {
        assertThat(Grounding.unsupported(lie, List.of(source)))
                .anyMatch(one -> one.equalsIgnoreCase(found));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We pay nine hundred a month. | So you pay 900 monthly.",
                "Dock costs 1,500 EUR once. | It is a one-off 1500 EUR.",
                "It takes 30 to 60 days. | It takes 30 days at least.",
                "Plan, EUR per month\\nDock, 390\\n | Dock costs 390 EUR a month.",
                "每人每月三百二十块。 | 一个人每月320元。",
                "五个工作日内答复。 | 5个工作日内答复您。",
                "一年三万五千元。 | 每年3.5万元。"
            })
    void theSameQuantityInOtherWordsIsTheSame(String source, String text) {
        assertThat(Grounding.unsupported(text, List.of(source.replace("\\n", "\n")))).isEmpty();
    }
}
