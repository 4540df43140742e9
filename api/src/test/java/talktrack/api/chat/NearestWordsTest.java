package talktrack.api.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import talktrack.models.labels.Language;

class NearestWordsTest {

    @Test
    void aWordThatStandsThereIsNearestAndARelatedOneNearerThanAnother() {
        List<NearestWords> nearest =
                NearestWords.of(
                        Language.EN,
                        List.of("price"),
                        List.of(
                                "The price is on the list",
                                "Every cost is listed",
                                "A blue whale"));
        assertThat(nearest.get(0).mean(word -> 1)).isEqualTo(1, within(1e-3));
        assertThat(nearest.get(1).mean(word -> 1))
                .isLessThan(0.95)
                .isGreaterThan(nearest.get(2).mean(word -> 1));
        assertThat(NearestWords.of(Language.ZH, List.of("价格"), List.of("价格见附表")).getFirst().least())
                .isEqualTo(1, within(1e-3));
    }

    @Test
    void wordsCountByTheirWeight() {
        NearestWords nearest = new NearestWords(List.of("app", "polish"), List.of(1.0, 0.5));
        assertThat(nearest.mean(word -> word.equals("app") ? 3 : 1)).isEqualTo(0.875);
        assertThat(nearest.missing(word -> word.equals("app") ? 3 : 1)).isEqualTo(0.5);
        assertThat(nearest.least()).isEqualTo(0.5);
    }

    @Test
    void aQuestionWithoutWordsLacksNone() {
        NearestWords nearest =
                NearestWords.of(Language.EN, List.of(), List.of("Anything", "")).getLast();
        assertThat(nearest.mean(word -> 1)).isEqualTo(1);
        assertThat(nearest.least()).isEqualTo(1);
        assertThat(nearest.missing(word -> 1)).isZero();
    }

    @Test
    void aTextWithoutWordsIsNearToNone() {
        assertThat(
                        NearestWords.of(Language.EN, List.of("price"), List.of(""))
                                .getFirst()
                                .mean(word -> 1))
                .isZero();
    }
}
