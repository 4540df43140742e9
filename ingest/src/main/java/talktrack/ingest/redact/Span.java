package talktrack.ingest.redact;

/**
 * A piece of an utterance's text that must go.
 *
 * @param utterance its place in the list, from 0
 * @param start first character in the text
 * @param end one past the last character
 */
record Span(int utterance, int start, int end, Secret secret) {

    boolean overlaps(Span other) {
        return utterance == other.utterance && start < other.end && other.start < end;
    }
}
