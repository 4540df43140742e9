package talktrack.models.events;

import java.util.Objects;
import talktrack.models.labels.Speaker;

/**
 * What a person said about who speaks. It names a stretch of time and not an utterance, so that it
 * still holds when the recording is heard again with another speech model.
 *
 * @param startSeconds from the start of the recording
 * @param channel of the recording, from 0
 * @param wholeVoice whether it holds for all that this voice says: the voice that speaks most in
 *     the stretch, or the channel's when no voices were told apart
 */
public record SpeakerFix(
        double startSeconds, double endSeconds, int channel, Speaker speaker, boolean wholeVoice) {

    public SpeakerFix {
        Objects.requireNonNull(speaker, "speaker");
        if (!(endSeconds >= startSeconds)) {
            throw new IllegalArgumentException(
                    "a fix ends at %.2f s, before its start at %.2f s"
                            .formatted(endSeconds, startSeconds));
        }
    }
}
