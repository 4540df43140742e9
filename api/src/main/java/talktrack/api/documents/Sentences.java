package talktrack.api.documents;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import talktrack.models.labels.Language;
import talktrack.models.text.TextNormaliser;

/** Cuts written text into sentences. */
final class Sentences {

    /** Without a full stop for so long it is no sentence, such as what a recogniser wrote. */
    private static final Map<Language, Integer> LONGEST =
            Map.of(Language.EN, 1000, Language.ZH, 300);

    private static final int WORDS_THAT_OPEN = 3;

    /** With the full stop. */
    private static final int CHARACTERS_THAT_OPEN = 4;

    private static final String GAPS = " ,;:，、；：";

    private Sentences() {}

    static List<String> of(String text) {
        Language language = TextNormaliser.detect(text);
        BreakIterator breaks =
                BreakIterator.getSentenceInstance(
                        language == Language.ZH ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
        breaks.setText(text);
        List<String> sentences = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            String sentence = text.substring(from, to).strip();
            if (to == text.length() || !opens(sentence, language)) {
                addInParts(sentence, LONGEST.get(language), sentences);
                from = to;
            }
        }
        return sentences;
    }

    /**
     * Whether a sentence is so short that it only opens the next one and says nothing without it:
     * "2.", "Yes.", "Discounts.", "Dr.".
     */
    private static boolean opens(String sentence, Language language) {
        return language == Language.ZH
                ? sentence.length() <= CHARACTERS_THAT_OPEN
                : sentence.split("\\s+").length <= WORDS_THAT_OPEN;
    }

    /**
     * Cuts text that is too long for one piece behind its last gap that fits, or else anywhere.
     *
     * @param longest characters of a part
     */
    static void addInParts(String text, int longest, List<String> into) {
        int from = 0;
        while (text.length() - from > longest) {
            int to = cut(text, from, from + longest);
            add(text.substring(from, to), into);
            from = to;
        }
        add(text.substring(from), into);
    }

    private static int cut(String text, int from, int end) {
        for (int to = end; to > (from + end) / 2; to--) {
            if (GAPS.indexOf(text.charAt(to - 1)) >= 0) {
                return to;
            }
        }
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }

    private static void add(String part, List<String> into) {
        if (!part.isBlank()) {
            into.add(part.strip());
        }
    }

    /** What stands between two sentences of this text. */
    static String joiner(String text) {
        return TextNormaliser.detect(text) == Language.ZH ? "" : " ";
    }

    /** A paragraph that may be cut between sentences. */
    static Block.Content paragraph(String text) {
        return new Block.Content(
                "",
                of(text).stream().map(sentence -> new Block.Piece(sentence, sentence)).toList(),
                joiner(text));
    }
}
