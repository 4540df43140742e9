package talktrack.ingest.diarize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpeakerErrorsTest {

    private static final List<Turn> CALL =
            List.of(turn(0, 10, "rep"), turn(11, 16, "customer"), turn(17, 20, "rep"));

    @Test
    void namesDoNotMatterAndWhatAgreesIsNoError() {
        SpeakerErrors errors =
                SpeakerErrors.between(
                        CALL, List.of(turn(0, 10, "1"), turn(11, 16, "2"), turn(17, 20, "1")), 0);

        assertThat(errors).isEqualTo(new SpeakerErrors(18, 0, 0, 0));
        assertThat(errors.errorRate()).isZero();
    }

    /** 18 s of speech: 2 s unheard, 1 s heard in a pause, 3 s of the customer given to the rep. */
    @Test
    void missedFalseAndConfusedTimeAreCountedApart() {
        SpeakerErrors errors =
                SpeakerErrors.between(
                        CALL, List.of(turn(2, 14, "1"), turn(14, 16, "2"), turn(17, 20, "1")), 0);

        assertThat(errors.missedSeconds()).isCloseTo(2, within(1e-9));
        assertThat(errors.falseSeconds()).isCloseTo(1, within(1e-9));
        assertThat(errors.confusedSeconds()).isCloseTo(3, within(1e-9));
        assertThat(errors.errorRate()).isCloseTo(6 / 18.0, within(1e-9));
        assertThat(errors.confusionRate()).isCloseTo(3 / 18.0, within(1e-9));
    }

    /** Six edges, of which two lie at the same place apart by a second: 0.25 s each side. */
    @Test
    void timeWithinTheCollarOfAReferenceEdgeIsNotScored() {
        SpeakerErrors errors =
                SpeakerErrors.between(
                        CALL,
                        List.of(turn(0.2, 10.2, "1"), turn(10.8, 16.25, "2"), turn(16.75, 20, "1")),
                        0.25);

        assertThat(errors.scoredSeconds()).isCloseTo(18 - 6 * 0.25, within(1e-9));
        assertThat(errors.errorRate()).isZero();
    }

    /** Both speak from 5 to 7: 12 s of speech by two, and only one of them is heard there. */
    @Test
    void overlapCountsForEachWhoSpeaks() {
        SpeakerErrors errors =
                SpeakerErrors.between(
                        List.of(turn(0, 7, "rep"), turn(5, 10, "customer")),
                        List.of(turn(0, 7, "1"), turn(7, 10, "2")),
                        0);

        assertThat(errors.scoredSeconds()).isCloseTo(12, within(1e-9));
        assertThat(errors.missedSeconds()).isCloseTo(2, within(1e-9));
        assertThat(errors.confusedSeconds()).isZero();
    }

    /** One to one: only one of two voices can be the rep, the better one. */
    @Test
    void aSpeakerInTwoVoicesIsWrongInTheShorterOne() {
        SpeakerErrors errors =
                SpeakerErrors.between(
                        List.of(turn(0, 10, "rep")), List.of(turn(0, 3, "1"), turn(3, 10, "2")), 0);

        assertThat(errors.confusedSeconds()).isCloseTo(3, within(1e-9));
    }

    @Test
    void errorsOfSeveralCallsAddUpByTime() {
        SpeakerErrors sum = new SpeakerErrors(10, 1, 0, 1).plus(new SpeakerErrors(30, 0, 2, 0));

        assertThat(sum.errorRate()).isCloseTo(0.1, within(1e-9));
        assertThat(new SpeakerErrors(0, 0, 0, 0).errorRate()).isZero();
    }

    private static Turn turn(double start, double end, String speaker) {
        return new Turn(start, end, speaker);
    }
}
