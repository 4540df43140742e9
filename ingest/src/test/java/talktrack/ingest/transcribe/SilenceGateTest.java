package talktrack.ingest.transcribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import talktrack.ingest.decode.Decoded;
import talktrack.ingest.transcribe.SilenceGate.Stretch;

/** Frames of 30 ms: {@code LOUD} is speech, {@code QUIET} a silent line. */
class SilenceGateTest {

    private static final int LOUD = -20;
    private static final int QUIET = -90;
    private static final double FRAME_SECONDS = (double) Loudness.FRAME / Decoded.SAMPLE_RATE;

    private final ByteArrayOutputStream levels = new ByteArrayOutputStream();

    @Test
    void speechIsHeardWholeAndLongSilenceIsNot() {
        take(QUIET, 10);
        take(LOUD, 3);
        take(QUIET, 60);
        take(LOUD, 2);
        take(QUIET, 10);

        List<Stretch> stretches = gate().stretches();

        assertThat(stretches).hasSize(2);
        assertThat(seconds(stretches.getFirst())).isCloseTo(0.25 + 3 + 0.45, within(0.06));
        assertThat(seconds(stretches.getLast())).isCloseTo(0.25 + 2 + 0.45, within(0.06));
        assertThat(stretches.getLast().fromFrame() * FRAME_SECONDS)
                .as("a little before the word")
                .isCloseTo(72.7, within(0.06));
    }

    @Test
    void silenceBetweenWordsStays() {
        take(LOUD, 1.2);
        take(QUIET, 0.42);
        take(LOUD, 1.2);

        assertThat(gate().stretches()).hasSize(1);
        assertThat(seconds(gate().stretches().getFirst())).isCloseTo(2.82, within(0.01));
    }

    @Test
    void aSilenceJustTooLongIsAPauseWithoutAGap() {
        take(LOUD, 1.2);
        take(QUIET, 0.6);
        take(LOUD, 1.2);

        List<Stretch> stretches = gate().stretches();

        assertThat(stretches).hasSize(2);
        assertThat(stretches.getFirst().toFrame())
                .as("nothing is heard twice")
                .isEqualTo(stretches.getLast().fromFrame());
    }

    @Test
    void nothingIsHeardOfSilence() {
        take(QUIET, 30);

        assertThat(gate().stretches()).isEmpty();
    }

    @Test
    void stretchesEndWithTheSound() {
        take(QUIET, 5);
        take(LOUD, 1.2);

        assertThat(gate().stretches().getLast().toFrame()).isEqualTo(levels.size());
    }

    @Test
    void theShareOfSoundIsKnownForEveryStretch() {
        take(LOUD, 3);
        take(QUIET, 3);
        SilenceGate gate = gate();

        assertThat(gate.loudShare(0.3, 2.7)).isEqualTo(1);
        assertThat(gate.loudShare(3.3, 5.7)).isZero();
        assertThat(gate.loudShare(2.4, 3.6)).isCloseTo(0.5, within(0.05));
        assertThat(gate.loudShare(1, 1)).as("a word without length").isEqualTo(1);
        assertThat(gate.loudShare(90, 91)).as("after the end").isZero();
    }

    @Test
    void partsAreAtLeastAMinuteAndEndAtPauses() {
        for (int i = 0; i < 30; i++) {
            take(LOUD, 9);
            take(QUIET, 2);
        }
        SilenceGate gate = gate();

        List<Part> parts = Part.of(1, gate);

        assertThat(parts).hasSize(5).extracting(Part::channel).containsOnly(1);
        assertThat(parts.stream().flatMap(part -> part.stretches().stream()))
                .containsExactlyElementsOf(gate.stretches());
        assertThat(parts.subList(0, 4))
                .allSatisfy(part -> assertThat(part.seconds()).isGreaterThan(60));
    }

    private void take(int decibels, double seconds) {
        for (int i = 0; i < Math.round(seconds / FRAME_SECONDS); i++) {
            levels.write(decibels);
        }
    }

    private SilenceGate gate() {
        return new SilenceGate(levels.toByteArray());
    }

    private static double seconds(Stretch stretch) {
        return stretch.frames() * FRAME_SECONDS;
    }
}
