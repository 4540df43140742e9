package talktrack.ingest.diarize;

/** A stretch of sound: a word, which one voice says as a whole, or an echo. */
public record Span(double startSeconds, double endSeconds) {

    double seconds() {
        return endSeconds - startSeconds;
    }
}
