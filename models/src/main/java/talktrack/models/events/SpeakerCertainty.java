package talktrack.models.events;

import java.util.OptionalDouble;

/**
 * How surely the speakers of a call were told.
 *
 * @param voices how many were told apart on a channel that they share; 0 when nobody tried
 * @param errorShare estimated share of the speech, by time, that is given to the wrong speaker,
 *     0…1; absent where a channel or a name tells
 * @param repConfidence estimated probability that the rep was rightly guessed, 0.5…1; absent when
 *     declared or not guessed
 */
public record SpeakerCertainty(
        int voices, OptionalDouble errorShare, OptionalDouble repConfidence) {

    /** Nobody guessed anything. */
    public static final SpeakerCertainty UNTOLD =
            new SpeakerCertainty(0, OptionalDouble.empty(), OptionalDouble.empty());

    public SpeakerCertainty {
        errorShare = errorShare == null ? OptionalDouble.empty() : errorShare;
        repConfidence = repConfidence == null ? OptionalDouble.empty() : repConfidence;
    }
}
