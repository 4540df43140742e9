package talktrack.api.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import talktrack.api.chat.Retrieval.Candidate;
import talktrack.api.documents.IndexedPassage;
import talktrack.api.documents.Passage;

/**
 * What takes one place among an answer's citations: a passage, or neighbours of one section that
 * was cut because it is long.
 *
 * @param parts best first
 */
record Cited(List<Candidate> parts) {

    static final int PLACES = 3;

    /** A language model reads all that is cited, and somebody waits for it. */
    private static final int MOST_PARTS = 3;

    Cited {
        parts = List.copyOf(parts);
    }

    /**
     * The best, but the last of them from a document that the others are not from: which document
     * answers is then more often among them, and a passage that far down rarely answers. Neighbours
     * share a place, which leaves one to the next best, so that nothing is lost by it.
     *
     * @param candidates best first
     */
    static List<Cited> of(List<Candidate> candidates) {
        List<Cited> cited = new ArrayList<>();
        int seen = 0;
        for (Candidate one : candidates) {
            if (!joined(cited, one)) {
                if (cited.size() == PLACES - 1) {
                    break;
                }
                cited.add(new Cited(List.of(one)));
            }
            seen++;
        }
        List<Candidate> rest = candidates.subList(seen, candidates.size());
        Set<String> documents =
                cited.stream().map(one -> one.passage().document()).collect(Collectors.toSet());
        rest.stream()
                .filter(one -> !documents.contains(one.passage().document()))
                .findFirst()
                .or(() -> rest.stream().findFirst())
                .ifPresent(last -> cited.add(new Cited(List.of(last))));
        return List.copyOf(cited);
    }

    /** Puts a passage to its neighbours, if those are cited and have room. */
    private static boolean joined(List<Cited> cited, Candidate one) {
        for (int i = 0; i < cited.size(); i++) {
            if (cited.get(i).goesOnIn(one)) {
                cited.set(
                        i,
                        new Cited(
                                Stream.concat(cited.get(i).parts().stream(), Stream.of(one))
                                        .toList()));
                return true;
            }
        }
        return false;
    }

    /** Only within a section: below another's heading a passage would say what it does not. */
    private boolean goesOnIn(Candidate one) {
        return parts.size() < MOST_PARTS
                && parts.stream().anyMatch(part -> neighbours(part.indexed(), one.indexed()));
    }

    private static boolean neighbours(IndexedPassage one, IndexedPassage other) {
        Passage passage = one.passage();
        return one.documentId().equals(other.documentId())
                && passage.version() == other.passage().version()
                && passage.heading().equals(other.passage().heading())
                && Math.abs(passage.number() - other.passage().number()) == 1;
    }

    Candidate best() {
        return parts.getFirst();
    }

    /** The best of the passages, where a link to it opens the document. */
    Passage passage() {
        return best().passage();
    }

    /** As the document has them. */
    List<Candidate> inOrder() {
        return parts.stream()
                .sorted(Comparator.comparingInt(part -> part.passage().number()))
                .toList();
    }

    /** All of it, as people read it. */
    String text() {
        return inOrder().stream()
                .map(part -> part.passage().text())
                .collect(Collectors.joining("\n\n"));
    }
}
