package talktrack.api.documents;

import java.util.List;
import talktrack.models.labels.Language;

/**
 * A piece of a document that can stand on its own.
 *
 * @param document name of the document
 * @param heading the headings above it, outermost first, joined by {@code " > "}; empty in a
 *     document without any
 * @param text as people read it
 * @param units its sentences, list items and table rows, each understandable by itself
 */
public record Passage(
        String document, String heading, String text, Language language, List<String> units) {

    static final String HEADING_SEPARATOR = " > ";

    public Passage {
        units = List.copyOf(units);
    }

    /** The innermost heading, or empty. */
    public String title() {
        int last = heading.lastIndexOf(HEADING_SEPARATOR);
        return last < 0 ? heading : heading.substring(last + HEADING_SEPARATOR.length());
    }

    /** The units with the heading in front, without which many a sentence says little. */
    List<String> unitsInContext() {
        if (heading.isEmpty()) {
            return units;
        }
        String before = title() + (language == Language.ZH ? "：" : ": ");
        return units.stream().map(unit -> before + unit).toList();
    }
}
