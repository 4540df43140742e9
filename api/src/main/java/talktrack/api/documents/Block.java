package talktrack.api.documents;

import java.util.List;
import java.util.stream.Collectors;

/** What a document is made of, whatever its format. */
sealed interface Block {

    /**
     * @param level 1 is the outermost
     */
    record Heading(int level, String text) implements Block {}

    /**
     * What follows is printed on a page, or is a slide.
     *
     * @param number 1 is the first
     */
    record Page(int number) implements Block {}

    /**
     * A paragraph, list, table or code that is kept whole if at all possible.
     *
     * @param lead stands in front of every part if it must be cut after all, such as a table's
     *     header
     */
    record Content(String lead, List<Piece> pieces, String joiner) implements Block {
        public Content {
            pieces = List.copyOf(pieces);
        }

        String text() {
            return lead + pieces.stream().map(Piece::text).collect(Collectors.joining(joiner));
        }
    }

    /**
     * The smallest thing that a content may be cut into: a sentence, an item, a row.
     *
     * @param text as it stands in the content
     * @param unit the same, understandable by itself
     */
    record Piece(String text, String unit) {}
}
