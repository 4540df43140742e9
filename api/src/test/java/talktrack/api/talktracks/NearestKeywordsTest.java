package talktrack.api.talktracks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.models.events.TalkTrack;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionType;

class NearestKeywordsTest {

    private final List<TalkTrack> price =
            TalkTrackLibrary.shipped().stream()
                    .filter(one -> one.language() == Language.EN)
                    .filter(
                            one ->
                                    one.situation()
                                            .objection()
                                            .equals(Optional.of(ObjectionType.PRICE)))
                    .toList();

    @ParameterizedTest
    @CsvSource({
        "can you give us a discount, false",
        "that is far too expensive, false",
        "i shall need a biscuit with that, true"
    })
    void whatNoTalkTrackAnswersIsWeak(String said, boolean weak) {
        assertThat(NearestKeywords.of(Language.EN, said, price).weak()).isEqualTo(weak);
    }

    @Test
    void aNewVersionsKeywordsCountAtOnce() {
        TalkTrack before = track("shipping is slow");
        TalkTrack after = track("the colour is wrong");
        double first = NearestKeywords.of(Language.EN, "wrong colour", List.of(before)).best();
        double then = NearestKeywords.of(Language.EN, "wrong colour", List.of(after)).best();
        assertThat(then).isGreaterThan(first);
    }

    @Test
    void aTalkTrackWithoutKeywordsIsNoMatch() {
        NearestKeywords none = NearestKeywords.of(Language.EN, "anything", List.of());
        assertThat(none.ids()).isEmpty();
        assertThat(none.weak()).isTrue();
    }

    @Test
    void wordsThatAreNotKnownAreNearNothing() {
        NearestKeywords unknown = NearestKeywords.of(Language.EN, "", price);
        assertThat(unknown.ids()).isEmpty();
        assertThat(unknown.weak()).isTrue();
        assertThat(unknown.likeness(price.getFirst())).isZero();
    }

    @Test
    void everyObjectionHasOneGeneralTalkTrackInEachLanguage() {
        for (Language language : Language.values()) {
            for (ObjectionType type : ObjectionType.values()) {
                assertThat(TalkTrackLibrary.shipped())
                        .filteredOn(one -> one.language() == language)
                        .filteredOn(one -> one.situation().objection().equals(Optional.of(type)))
                        .filteredOn(one -> one.situation().general())
                        .hasSize(type == ObjectionType.NONE ? 0 : 1);
            }
        }
    }

    private static TalkTrack track(String keyword) {
        return new TalkTrack(
                "en-test",
                Language.EN,
                new TalkTrack.Situation(Optional.of(ObjectionType.FIT), Optional.empty()),
                "title",
                "text",
                "",
                "",
                List.of(keyword),
                TalkTrack.Status.APPROVED,
                1);
    }
}
