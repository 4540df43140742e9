package talktrack.analysis.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import talktrack.analysis.advice.TrackChoice.Candidate;
import talktrack.models.labels.Language;

class TrackChoiceTest {

    private static TrackChoice choose(Set<String> used, Candidate... ranked) {
        return TrackChoice.of(List.of(ranked), "general", used, Language.EN);
    }

    @Test
    void theBestThreeInTheirOrder() {
        TrackChoice choice =
                choose(
                        Set.of(),
                        new Candidate("a", 0.8),
                        new Candidate("general", 0.5),
                        new Candidate("b", 0.4),
                        new Candidate("c", 0.3));
        assertThat(choice.ids()).containsExactly("a", "general", "b");
        assertThat(choice.general()).isFalse();
    }

    @Test
    void whereNoneComesNearTheGeneralOneIsFirstAndSaysSo() {
        TrackChoice choice =
                choose(Set.of(), new Candidate("a", 0.2), new Candidate("general", 0.1));
        assertThat(choice.ids()).containsExactly("general", "a");
        assertThat(choice.general()).isTrue();
    }

    @Test
    void aTrackThatAnotherMomentHasGivesWayToOneAboutAsGood() {
        assertThat(choose(Set.of("a"), new Candidate("a", 0.8), new Candidate("b", 0.75)).ids())
                .containsExactly("b", "a");
    }

    @Test
    void aTrackThatFitsMuchBetterIsSuggestedTwice() {
        assertThat(choose(Set.of("a"), new Candidate("a", 0.8), new Candidate("b", 0.6)).ids())
                .containsExactly("a", "b");
    }

    @Test
    void aSecondGeneralMomentGetsAnotherTrack() {
        assertThat(
                        choose(
                                        Set.of("general"),
                                        new Candidate("a", 0.3),
                                        new Candidate("general", 0.1))
                                .ids())
                .containsExactly("a", "general");
    }
}
