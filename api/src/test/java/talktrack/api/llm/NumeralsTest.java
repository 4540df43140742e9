package talktrack.api.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {

    @ParameterizedTest
    @CsvSource({
        "nine hundred, 900",
        "twenty-five, 25",
        "two thousand and twelve, 2012",
        "three million two hundred thousand, 3200000"
    })
    void englishWords(String words, BigDecimal value) {
        assertThat(Numerals.english(words)).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "九百, 900",
        "二十, 20",
        "十五, 15",
        "三百二, 320",
        "三百零二, 302",
        "两万五, 25000",
        "一千九百, 1900",
        "十二点五, 12.5",
        "半, 0.5"
    })
    void chineseNumerals(String numerals, BigDecimal value) {
        assertThat(Numerals.chinese(numerals)).isEqualByComparingTo(value);
    }
}
