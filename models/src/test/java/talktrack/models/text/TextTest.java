package talktrack.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.models.labels.Language;

class TextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | What's that COST you?        | what's that cost you",
                "en | It’s 20% more – really.      | it's 20% more really",
                "zh | 你们 现在 是 怎么 管理 的？     | 你们现在是怎么管理的",
                "zh | 貴公司現在怎麼處理退貨呢？      | 贵公司现在怎么处理退货呢",
                "zh | 用 CRM 系统 吗               | 用 crm 系统吗",
            })
    void writtenAndSpokenFormsMeet(String language, String text, String normal) {
        assertThat(
                        TextNormaliser.normalise(
                                Language.valueOf(language.toUpperCase(java.util.Locale.ROOT)),
                                text))
                .isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource({"how much is it,EN", "这个多少钱,ZH", "我们用 Salesforce 和 HubSpot 管理客户,ZH", "'',EN"})
    void languageIsDetectedByItsLetters(String text, Language language) {
        assertThat(TextNormaliser.detect(text)).isEqualTo(language);
    }

    @Test
    void chineseIsCutIntoWordsAndCountedInCharacters() {
        assertThat(Segmenter.words(Language.ZH, "我们公司对价格有疑虑")).contains("公司", "价格");
        assertThat(Segmenter.spokenUnits(Language.ZH, "我们用 CRM 管理 客户。")).isEqualTo(8);
        assertThat(Segmenter.spokenUnits(Language.EN, "we don't use one")).isEqualTo(4);
    }

    @Test
    void nearMeaningsAreNearInBothLanguages() {
        assertThat(
                        cosine(
                                Language.EN,
                                "your product is too expensive",
                                "the price is higher than our budget"))
                .isGreaterThan(
                        cosine(
                                Language.EN,
                                "your product is too expensive",
                                "when does the train leave"));
        assertThat(cosine(Language.ZH, "你们的产品太贵了", "价格超出了我们的预算"))
                .isGreaterThan(cosine(Language.ZH, "你们的产品太贵了", "火车几点出发"));
        assertThat(Embedder.of(Language.ZH).embed("好")).hasSize(Embedder.dimensions(Language.ZH));
    }

    private static double cosine(Language language, String one, String other) {
        float[] a = Embedder.of(language).embed(one);
        float[] b = Embedder.of(language).embed(other);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
