package talktrack.ingest.diarize;

/** Speech that one voice says as a whole: a word. */
public record Span(double startSeconds, double endSeconds) {

    double seconds() {
        return endSeconds - startSeconds;
    }
}
