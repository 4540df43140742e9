package talktrack.ingest.redact;

/**
 * A piece of an utterance's text that must go.
 *
 * @param start first character in the text
 * @param end one past the last character
 */
record Span(int start, int end, Secret secret) {

    boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /** From the start of the earlier to the end of the later one, as the other's secret. */
    Span and(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end), other.secret);
    }
}
