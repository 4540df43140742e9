package talktrack.ingest.redact;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What must go of one utterance: pieces that do not overlap. */
final class Spans {

    private final TreeMap<Integer, Span> byStart = new TreeMap<>();

    /** What was found first, and surest, wins; what sticks out of it goes, too. */
    void add(Span span) {
        Span whole = span;
        Map.Entry<Integer, Span> other = byStart.lowerEntry(span.end());
        while (other != null && other.getValue().overlaps(whole)) {
            byStart.remove(other.getKey());
            whole = whole.and(other.getValue());
            other = byStart.lowerEntry(span.end());
        }
        byStart.put(whole.start(), whole);
    }

    /** Whether all of this goes already. */
    boolean cover(int start, int end) {
        Map.Entry<Integer, Span> around = byStart.floorEntry(start);
        return around != null && around.getValue().end() >= end;
    }

    List<Span> inOrder() {
        return List.copyOf(byStart.values());
    }
}
