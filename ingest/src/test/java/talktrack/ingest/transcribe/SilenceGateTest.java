package talktrack.ingest.transcribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import talktrack.ingest.decode.Decoded;

/** Frames of 30 ms: {@code loud} is speech, {@code quiet} lies below the threshold. */
class SilenceGateTest {

    private static final short LOUD = 8000;
    private static final short QUIET = 3;

    private final SilenceGate gate = new SilenceGate(-60);
    private final Heard heard = new Heard();

    private static final class Heard implements SilenceGate.Sink {
        private double loudSeconds;
        private double quietSeconds;
        private int pauses;

        @Override
        public void feed(short[] samples) {
            double seconds = samples.length / (double) Decoded.SAMPLE_RATE;
            if (samples[0] == LOUD) {
                loudSeconds += seconds;
            } else {
                quietSeconds += seconds;
            }
        }

        @Override
        public void pause() {
            pauses++;
        }
    }

    @Test
    void speechPassesWholeAndLongSilenceDoesNot() throws Exception {
        take(QUIET, 10);
        take(LOUD, 3);
        take(QUIET, 60);
        take(LOUD, 2);
        take(QUIET, 10);

        assertThat(heard.loudSeconds).isCloseTo(5, within(0.06));
        assertThat(heard.quietSeconds).as("kept around speech").isBetween(1.5, 2.0);
    }

    @Test
    void silenceBetweenWordsStays() throws Exception {
        take(LOUD, 1.2);
        take(QUIET, 0.48);
        take(LOUD, 1.2);

        assertThat(heard.quietSeconds).isCloseTo(0.48, within(0.01));
        assertThat(heard.pauses).isZero();
    }

    @Test
    void eachLongSilenceIsOnePause() throws Exception {
        take(LOUD, 1);
        take(QUIET, 5);
        take(LOUD, 1);
        take(QUIET, 5);

        assertThat(heard.pauses).isEqualTo(2);
    }

    @Test
    void silenceAtTheStartIsNoPause() throws Exception {
        take(QUIET, 30);

        assertThat(heard.pauses).isZero();
        assertThat(heard.quietSeconds).isZero();
    }

    @Test
    void theBeginningOfAWordIsKept() throws Exception {
        take(QUIET, 5);
        take(LOUD, 1);

        assertThat(heard.quietSeconds).isCloseTo(0.3, within(0.03));
        assertThat(gate.times().place(heard.quietSeconds, heard.quietSeconds + 0.5).startSeconds())
                .isCloseTo(5, within(0.03));
    }

    @Test
    void timesAfterACutAreTimesInTheRecording() throws Exception {
        take(LOUD, 1.2);
        take(QUIET, 60);
        take(LOUD, 1.2);
        double fed = heard.loudSeconds + heard.quietSeconds;

        assertThat(gate.times().place(fed - 0.6, fed).endSeconds()).isCloseTo(62.4, within(0.05));
    }

    @Test
    void theShareOfSoundIsKnownForEveryStretch() throws Exception {
        take(LOUD, 3);
        take(QUIET, 3);

        assertThat(gate.loudShare(0.3, 2.7)).isEqualTo(1);
        assertThat(gate.loudShare(3.3, 5.7)).isZero();
        assertThat(gate.loudShare(2.4, 3.6)).isCloseTo(0.5, within(0.05));
        assertThat(gate.loudShare(1, 1)).as("a word without length").isEqualTo(1);
        assertThat(gate.loudShare(90, 91)).as("after the end").isZero();
    }

    private void take(short sample, double seconds) throws InterruptedException {
        for (int i = 0; i < Math.round(seconds * Decoded.SAMPLE_RATE / Loudness.FRAME); i++) {
            short[] frame = new short[Loudness.FRAME];
            Arrays.fill(frame, sample);
            gate.accept(frame, heard);
        }
    }
}
