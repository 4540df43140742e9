package talktrack.ingest.glossary;

/**
 * A name in the place of words.
 *
 * @param start first character in the text
 * @param end one past the last
 * @param sureness 0…1, to choose among overlapping ones
 */
record Replacement(int start, int end, String name, double sureness) {

    boolean overlaps(Replacement other) {
        return start < other.end && other.start < end;
    }
}
