package talktrack.api.documents;

import java.util.List;
import java.util.Optional;
import talktrack.models.labels.Language;

/**
 * A piece of a document that can stand on its own.
 *
 * @param document name of the document
 * @param heading the headings above it, outermost first, joined by {@code " > "}; empty in a
 *     document without any
 * @param text as people read it
 * @param units its sentences, list items and table rows, each understandable by itself
 * @param number in its document, from 0
 * @param page of a PDF file, or slide, on which it begins; 1 is the first
 * @param version of the document; 1 in a folder that keeps none
 */
public record Passage(
        String document,
        String heading,
        String text,
        Language language,
        List<String> units,
        int number,
        Optional<Integer> page,
        int version) {

    static final String HEADING_SEPARATOR = " > ";

    public Passage {
        units = List.copyOf(units);
        page = page == null ? Optional.empty() : page;
    }

    /** One that stands alone. */
    public Passage(
            String document, String heading, String text, Language language, List<String> units) {
        this(document, heading, text, language, units, 0, Optional.empty(), 1);
    }

    Passage ofVersion(int one) {
        return new Passage(document, heading, text, language, units, number, page, one);
    }

    /** The innermost heading, or empty. */
    public String title() {
        int last = heading.lastIndexOf(HEADING_SEPARATOR);
        return last < 0 ? heading : heading.substring(last + HEADING_SEPARATOR.length());
    }

    /** The units with the heading in front, without which many a sentence says little. */
    public List<String> unitsInContext() {
        if (heading.isEmpty()) {
            return units;
        }
        String before = title() + colon();
        return units.stream().map(unit -> before + unit).toList();
    }

    /**
     * A unit with as many of its neighbours as fit, those after it first, and all headings in
     * front: "How long it takes" may stand under "Onboarding".
     *
     * @param mostCharacters of the units; a longer unit stands alone
     */
    String around(int unit, int mostCharacters) {
        int from = unit;
        int to = unit + 1;
        int left = mostCharacters - units.get(unit).length();
        while (to < units.size() && units.get(to).length() <= left) {
            left -= units.get(to).length();
            to++;
        }
        while (from > 0 && units.get(from - 1).length() <= left) {
            from--;
            left -= units.get(from).length();
        }
        String text = String.join(language == Language.ZH ? "" : " ", units.subList(from, to));
        return heading.isEmpty()
                ? text
                : heading.replace(HEADING_SEPARATOR, colon()) + colon() + text;
    }

    private String colon() {
        return language == Language.ZH ? "：" : ": ";
    }
}
