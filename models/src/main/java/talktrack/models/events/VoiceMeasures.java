package talktrack.models.events;

import java.util.OptionalDouble;

/**
 * How an utterance was said; each measure is absent where there was nothing to measure, or where
 * measuring it is switched off.
 *
 * @param medianPitchHertz of the voiced parts
 * @param pitchRangeSemitones from the 10th to the 90th percentile of the voiced parts
 * @param loudnessDecibels level of the speech, root mean square, below full scale (0 is a square
 *     wave at full scale)
 * @param articulationRate syllables, in Chinese characters, per second of speech without its pauses
 * @param pauseRatio share of the utterance's time that lies between its words, 0…1
 * @param arousal how far pitch, loudness and articulation rate lie above what is usual for this
 *     voice in this call, in standard deviations; 0 = as usual
 */
public record VoiceMeasures(
        OptionalDouble medianPitchHertz,
        OptionalDouble pitchRangeSemitones,
        OptionalDouble loudnessDecibels,
        OptionalDouble articulationRate,
        OptionalDouble pauseRatio,
        OptionalDouble arousal) {

    /** Nothing was measured, as for a transcript. */
    public static final VoiceMeasures NONE =
            new VoiceMeasures(
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty());

    public VoiceMeasures {
        medianPitchHertz = orEmpty(medianPitchHertz);
        pitchRangeSemitones = orEmpty(pitchRangeSemitones);
        loudnessDecibels = orEmpty(loudnessDecibels);
        articulationRate = orEmpty(articulationRate);
        pauseRatio = orEmpty(pauseRatio);
        arousal = orEmpty(arousal);
    }

    public VoiceMeasures withArousal(OptionalDouble found) {
        return new VoiceMeasures(
                medianPitchHertz,
                pitchRangeSemitones,
                loudnessDecibels,
                articulationRate,
                pauseRatio,
                found);
    }

    /** What may be kept of somebody whose emotion is not to be read. */
    public VoiceMeasures withoutEmotion() {
        return new VoiceMeasures(
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                loudnessDecibels,
                articulationRate,
                pauseRatio,
                OptionalDouble.empty());
    }

    private static OptionalDouble orEmpty(OptionalDouble value) {
        return value == null ? OptionalDouble.empty() : value;
    }
}
