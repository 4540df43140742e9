package talktrack.ingest.transcribe;

import java.util.List;

/**
 * What was heard in a recording.
 *
 * @param spoken all channels merged by start
 * @param soundSeconds sound that was heard, silence left out, of all channels together
 * @param skippedSeconds how much of that was given up because it took too long
 * @param computedSeconds processor time of the recognisers together
 */
public record Heard(
        List<Spoken> spoken, double soundSeconds, double skippedSeconds, double computedSeconds) {

    public Heard {
        spoken = List.copyOf(spoken);
    }

    /**
     * How slow recognition was: noise and languages other than the model's take longer than speech.
     *
     * @return 0 when there was nothing to hear
     */
    public double decodeSecondsPerSoundSecond() {
        return soundSeconds == 0 ? 0 : computedSeconds / soundSeconds;
    }
}
