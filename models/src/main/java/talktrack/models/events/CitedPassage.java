package talktrack.models.events;

import java.util.Optional;

/**
 * A place in a document as the chat showed it.
 *
 * @param heading the headings above the passage, outermost first
 * @param text of the passage
 * @param place where to open it; it was not always kept
 */
public record CitedPassage(String document, String heading, String text, Optional<Place> place) {

    /**
     * Where a passage stands.
     *
     * @param version of the document, in which it stands so
     * @param number of the passage in its document, from 0
     * @param page of a PDF file, or slide
     */
    public record Place(String documentId, int version, int number, Optional<Integer> page) {

        public Place {
            page = page == null ? Optional.empty() : page;
        }
    }

    public CitedPassage {
        place = place == null ? Optional.empty() : place;
    }

    /** One that nobody knows the place of. */
    public CitedPassage(String document, String heading, String text) {
        this(document, heading, text, Optional.empty());
    }
}
