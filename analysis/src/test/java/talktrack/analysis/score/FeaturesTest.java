package talktrack.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.models.labels.Language;

class FeaturesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    EN | How often does it fail, and why?   | how often does it fail and why
                    ZH | 多久出一次故障？                   | 多久 出 一次 故障
                    ZH | 多久出一次故障？                   | 多久出一次故障
                    """)
    void writtenAndRecognisedTextDifferInTheQuestionMarkOnly(
            Language language, String written, String spoken) {
        assertThat(without("q=mark", Features.of(language, written, "")))
                .containsExactlyElementsOf(Features.of(language, spoken, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    EN | it costs twelve hundred a month | it costs 350 a month
                    ZH | 一个月三千五百块                | 一个月八百块
                    """)
    void numbersAreAllAlike(Language language, String one, String other) {
        assertThat(Features.of(language, one, "")).contains("w=#");
        assertThat(Features.of(language, one, ""))
                .containsExactlyElementsOf(Features.of(language, other, ""));
    }

    @ParameterizedTest
    @CsvSource({"EN, we are not really happy with it, not=happy", "ZH, 我们对这个不满意, not=满意"})
    void negatedWordsAndCueWordsAreMarked(Language language, String text, String feature) {
        assertThat(Features.of(language, text, "")).contains(feature);
    }

    private static List<String> without(String feature, List<String> features) {
        return features.stream().filter(one -> !one.equals(feature)).toList();
    }
}
