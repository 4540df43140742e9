package talktrack.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import talktrack.analysis.call.LikenessMeasure.Pairs;
import talktrack.models.labels.Language;

/** Holds likeness to what docs/metrics.md says of industries that no threshold was chosen on. */
class LikenessTest {

    @ParameterizedTest
    @CsvSource({"EN, 0.91, 0.56", "ZH, 0.85, 0.60"})
    void capabilitiesAreMatchedWithNeedsOfOtherIndustries(
            Language language, double precision, double recall) {
        Pairs pairs = LikenessMeasure.pairs(language, "answer", true);
        double from = Likeness.answers(language);
        assertThat(pairs.precision(from)).isGreaterThanOrEqualTo(precision);
        assertThat(pairs.recall(from)).isGreaterThanOrEqualTo(recall);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void hardlyTwoMattersOfOneIndustryAreTakenForTheSame(Language language) {
        Pairs pairs = LikenessMeasure.pairs(language, "later", true);
        double from = Likeness.sameMatter(language);
        assertThat(LikenessMeasure.share(pairs.other(), value -> value >= from))
                .isLessThanOrEqualTo(0.05);
    }

    @ParameterizedTest
    @CsvSource({"EN, 0.85", "ZH, 0.80"})
    void aPresentationIsToldFromWhatElseARepSays(Language language, double found) {
        assertThat(
                        LikenessMeasure.presented(
                                language, LikenessMeasure.texts(language, "pairs", "answer")))
                .isGreaterThanOrEqualTo(found);
        assertThat(
                        LikenessMeasure.presented(
                                language, LikenessMeasure.texts(language, "plain", "text")))
                .isLessThanOrEqualTo(0.1);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void answersInTheSenseOfATalkTrackComeNearerThanFreeOnes(Language language) {
        double low = Likeness.unlikeTalkTrack(language);
        double high = Likeness.asTalkTrack(language);
        assertThat(LikenessMeasure.share(LikenessMeasure.free(language), value -> value <= low))
                .isGreaterThanOrEqualTo(0.7);
        assertThat(
                        LikenessMeasure.share(
                                LikenessMeasure.adhering(language), value -> value >= high))
                .isGreaterThanOrEqualTo(0.7);
    }

    @Test
    void aTextIsMostLikeItself() {
        List<Meaning> meanings =
                Meaning.ofAll(
                        Language.EN, List.of("Parcels come back every day.", "I like the garden."));
        assertThat(meanings.getFirst().likeness(meanings.getFirst())).isBetween(0.99, 1.01);
        assertThat(meanings.getFirst().likeness(meanings.getLast()))
                .isEqualTo(meanings.getLast().likeness(meanings.getFirst()))
                .isLessThan(0.5);
    }
}
