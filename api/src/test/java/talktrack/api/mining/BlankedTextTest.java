package talktrack.api.mining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.models.labels.Language;

class BlankedTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "That's $4,500 a month | That's {amount} a month",
                "it's two hundred dollars more | it's {amount} more",
                "you'd save 20% | you'd save {share}",
                "you'd save twenty percent | you'd save {share}",
                "with your 35 people | with your {number} people",
                "after forty-two days | after {number} days",
                "as we did for Northwind Traders last year | as we did for {name} last year",
                "write to ann@example.com | write to {details}",
                "I'll call on Thursday 12th | I'll call on {day}",
                "I understand, and I'd like to help | I understand, and I'd like to help",
                "one of them said so | one of them said so",
                "Mr. Keller agreed | {name} agreed",
                "What would that mean for you? | What would that mean for you?"
            })
    void englishKeepsNothingOfOneCustomer(String said, String blanked) {
        assertThat(BlankedText.of(Language.EN, said, List.of())).isEqualTo(blanked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "一年省三万块 | 一年省{金额}",
                "便宜百分之二十 | 便宜{比例}",
                "你们三十五个人 | 你们{数字}个人",
                "王总您放心 | {称呼}您放心",
                "周三我再打给您 | {日期}我再打给您",
                "跟Acme对接过 | 跟{名称}对接过",
                "我先问一下您的想法 | 我先问一下您的想法"
            })
    void chineseKeepsNothingOfOneCustomer(String said, String blanked) {
        assertThat(BlankedText.of(Language.ZH, said, List.of())).isEqualTo(blanked);
    }

    @Test
    void knownNamesGoHoweverTheyAreWritten() {
        assertThat(
                        BlankedText.of(
                                Language.EN,
                                "so anna, at harbor logistics we'd start small",
                                List.of("Harbor Logistics Ltd", "Anna Brooks")))
                .isEqualTo("so {name}, at {name} we'd start small");
        assertThat(BlankedText.of(Language.ZH, "东港物流那边我来跟", List.of("东港物流")))
                .isEqualTo("{名称}那边我来跟");
    }

    @Test
    void bracesOfACallAreNoBlanks() {
        assertThat(BlankedText.of(Language.EN, "a {trick} here", List.of()))
                .isEqualTo("a (trick) here");
    }
}
