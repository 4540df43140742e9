package talktrack.api.talktracks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import talktrack.models.events.TalkTrack;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;
import talktrack.models.text.TextNormaliser;

class TalkTracksTest {

    private static final Pattern BLANK = Pattern.compile("\\{[^{}]*\\}");

    private final List<TalkTrack> shipped = TalkTrackLibrary.shipped();

    @ParameterizedTest
    @EnumSource(value = ObjectionType.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void everyObjectionHasEightApprovedOnesInEachLanguage(ObjectionType type) {
        for (Language language : Language.values()) {
            assertThat(approved(language))
                    .filteredOn(track -> track.situation().objection().equals(Optional.of(type)))
                    .as("%s in %s", type.id(), language.id())
                    .hasSizeGreaterThanOrEqualTo(8);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = QuestionType.class,
            names = {"SITUATION", "PROBLEM", "IMPLICATION", "NEED_PAYOFF"})
    void everyTypeOfQuestionThatIsPractisedHasFiveInEachLanguage(QuestionType type) {
        for (Language language : Language.values()) {
            assertThat(approved(language))
                    .filteredOn(track -> track.situation().questionType().equals(Optional.of(type)))
                    .as("%s in %s", type.id(), language.id())
                    .hasSizeGreaterThanOrEqualTo(5);
        }
    }

    @Test
    void idsAreUnique() {
        assertThat(shipped).extracting(TalkTrack::id).doesNotHaveDuplicates();
    }

    @Test
    void eachIsWrittenInItsLanguage() {
        assertThat(shipped)
                .allSatisfy(
                        track -> {
                            String words = BLANK.matcher(track.text()).replaceAll("");
                            assertThat(TextNormaliser.detect(words)).isEqualTo(track.language());
                            assertThat(track.id()).startsWith(track.language().id() + "-");
                            assertThat(track.keywords()).hasSizeGreaterThanOrEqualTo(5);
                        });
    }

    /** A blank is filled from the call; a figure in a script would be said to every customer. */
    @Test
    void noneNamesAFigureOrPromisesAnything() {
        assertThat(shipped)
                .allSatisfy(
                        track ->
                                assertThat(track.text() + track.nextQuestion())
                                        .doesNotContainPattern("\\d|%|[€$£¥]")
                                        .doesNotContainIgnoringCase("guarantee"));
    }

    @Test
    void bracesAreClosed() {
        assertThat(shipped)
                .allSatisfy(
                        track ->
                                assertThat(BLANK.matcher(track.text()).replaceAll(""))
                                        .doesNotContain("{", "}"));
    }

    private List<TalkTrack> approved(Language language) {
        return shipped.stream()
                .filter(track -> track.language() == language)
                .filter(track -> track.status() == TalkTrack.Status.APPROVED)
                .toList();
    }
}
