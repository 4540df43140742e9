package talktrack.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import talktrack.models.events.CallProgress.Stage;

class RemainingTimeTest {

    private final RemainingTime remaining = new RemainingTime();

    @Test
    void theRestTakesAsLongAsWhatIsDone() {
        remaining.seconds(Stage.TRANSCRIBING, 0, 100, 1000);

        assertThat(remaining.seconds(Stage.TRANSCRIBING, 25, 100, 1010)).hasValue(30);
    }

    @Test
    void atFirstThereIsNothingToGoBy() {
        assertThat(remaining.seconds(Stage.DECODING, 0, 100, 1000)).isEmpty();
        assertThat(remaining.seconds(Stage.DECODING, 50, 100, 1001)).isEmpty();
        assertThat(remaining.seconds(Stage.DECODING, 50, 0, 1009))
                .as("the container does not say how long it is")
                .isEmpty();
    }

    @Test
    void anotherStageHasAPaceOfItsOwn() {
        remaining.seconds(Stage.DECODING, 0, 100, 1000);
        remaining.seconds(Stage.DECODING, 100, 100, 1010);
        remaining.seconds(Stage.TRANSCRIBING, 0, 100, 1010);

        assertThat(remaining.seconds(Stage.TRANSCRIBING, 10, 100, 1020)).hasValue(90);
    }
}
