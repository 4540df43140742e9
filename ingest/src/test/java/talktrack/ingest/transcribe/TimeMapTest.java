package talktrack.ingest.transcribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import talktrack.ingest.decode.Decoded;

/** A recording of which 0–2 s and 10–13 s were fed. */
class TimeMapTest {

    private final TimeMap times = new TimeMap();

    @BeforeEach
    void feed() {
        times.begin(0);
        times.fed(2 * Decoded.SAMPLE_RATE);
        times.begin(10L * Decoded.SAMPLE_RATE);
        times.fed(Decoded.SAMPLE_RATE);
        times.fed(2 * Decoded.SAMPLE_RATE);
    }

    @Test
    void aWordBeforeTheCutIsWhereItWasFed() {
        at(0.5, 0.9, 0.5, 0.9);
    }

    @Test
    void aWordAfterTheCutIsMovedByWhatWasCut() {
        at(2.5, 4.9, 10.5, 12.9);
    }

    @Test
    void aWordOverTheCutStaysOnTheSideWhereMoreOfItLies() {
        at(1.0, 2.2, 1.0, 2.0);
        at(1.8, 3.0, 10.0, 11.0);
    }

    @Test
    void aWordThatBeginsOnTheCutIsAfterIt() {
        at(2.0, 2.3, 10.0, 10.3);
    }

    @Test
    void nothingIsAfterTheEnd() {
        at(4.8, 5.6, 12.8, 13.0);
    }

    private void at(double fedStart, double fedEnd, double start, double end) {
        TimeMap.Place place = times.place(fedStart, fedEnd);

        assertThat(place.startSeconds()).isCloseTo(start, within(1e-6));
        assertThat(place.endSeconds()).isCloseTo(end, within(1e-6));
    }
}
