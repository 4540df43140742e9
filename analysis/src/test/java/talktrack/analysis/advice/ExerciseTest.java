package talktrack.analysis.advice;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ExerciseTest {

    @Property
    void alwaysTakesAQuarterOfAnHour(
            @ForAll boolean clip, @ForAll boolean example, @ForAll boolean talkTrack) {
        assertThat(
                        Exercise.of(clip, example, talkTrack).stream()
                                .mapToInt(Exercise.Step::minutes)
                                .sum())
                .isEqualTo(15);
    }

    @Test
    void theMinutesOfWhatIsMissingGoToSayingItAloud() {
        assertThat(Exercise.of(true, false, true))
                .containsExactly(
                        new Exercise.Step(Exercise.Kind.OWN_CLIP, 3),
                        new Exercise.Step(Exercise.Kind.TALK_TRACK, 4),
                        new Exercise.Step(Exercise.Kind.REHEARSE, 6),
                        new Exercise.Step(Exercise.Kind.TASK, 2));
    }
}
