package talktrack.models.events;

import java.util.OptionalDouble;

/**
 * The moment of a call that something in the library comes from.
 *
 * @param startSeconds from the start of the call; absent in transcripts without times
 */
public record SourceMoment(String callId, String utteranceId, OptionalDouble startSeconds) {

    /** The revision of the call whose words these are. */
    public int revision() {
        int end = utteranceId.lastIndexOf('-');
        return Integer.parseInt(
                utteranceId.substring(utteranceId.lastIndexOf('-', end - 1) + 1, end));
    }
}
