package talktrack.ingest.diarize;

/**
 * Somebody's speech.
 *
 * @param startSeconds from the start of the recording
 * @param speaker any name; the same name is the same speaker
 */
public record Turn(double startSeconds, double endSeconds, String speaker) {

    public Turn {
        if (!(endSeconds >= startSeconds)) {
            throw new IllegalArgumentException(
                    "a turn ends at %.2f s, before its start at %.2f s"
                            .formatted(endSeconds, startSeconds));
        }
    }
}
