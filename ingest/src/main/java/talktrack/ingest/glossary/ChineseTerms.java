package talktrack.ingest.glossary;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import talktrack.models.labels.Language;
import talktrack.models.text.Segmenter;

/**
 * Finds characters that sound like a Chinese name: the same syllables without tones, where a
 * dictionary sees no word of their own. Names of three syllables and more also match over the
 * sounds that many speakers do not tell apart (zh/z, ch/c, sh/s, ng/n, l/n, hu/f).
 */
final class ChineseTerms {

    private static final int FEWEST_SYLLABLES = 2;
    private static final int TOLERANT_SYLLABLES = 3;

    /** Immutable after creation, so that all threads may use it. */
    private static final Transliterator PINYIN =
            Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");

    private record Sounding(Term term, List<String> syllables) {}

    private final List<Sounding> soundings = new ArrayList<>();

    ChineseTerms(List<Term> terms) {
        for (Term term : terms) {
            add(term, term.name());
            term.soundsLike().forEach(phrase -> add(term, phrase));
        }
    }

    private void add(Term term, String phrase) {
        if (phrase.matches("\\p{IsHan}{2,}")) {
            soundings.add(new Sounding(term, syllables(phrase)));
        }
    }

    private static List<String> syllables(String han) {
        return Arrays.stream(han.split("(?<=.)(?=.)", -1))
                .map(PINYIN::transliterate)
                .map(String::strip)
                .toList();
    }

    /**
     * @param text with spaces between words, as recognised
     */
    List<Replacement> in(String text) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            if (Character.isIdeographic(text.charAt(i))) {
                places.add(i);
            }
        }
        if (soundings.isEmpty() || places.size() < FEWEST_SYLLABLES) {
            return List.of();
        }
        String han =
                places.stream()
                        .map(text::charAt)
                        .map(String::valueOf)
                        .collect(Collectors.joining());
        List<String> heard = syllables(han);
        boolean[] breaks = wordBreaks(han);
        List<Replacement> found = new ArrayList<>();
        for (Sounding sounding : soundings) {
            int length = sounding.syllables().size();
            for (int i = 0; i + length <= heard.size(); i++) {
                boolean known = dictionaryWordIn(breaks, i, i + length, length);
                double sureness =
                        alike(
                                sounding,
                                heard.subList(i, i + length),
                                han.substring(i, i + length),
                                known);
                if (sureness > 0 && together(text, places, i, length)) {
                    found.add(
                            new Replacement(
                                    places.get(i),
                                    places.get(i + length - 1) + 1,
                                    sounding.term().name(),
                                    sureness));
                }
            }
        }
        return found;
    }

    private static double alike(
            Sounding sounding, List<String> heard, String window, boolean known) {
        if (window.equals(sounding.term().name())) {
            return 2;
        }
        if (sounding.term().soundsLike().contains(window)) {
            return 1.5;
        }
        if (known) {
            return 0;
        }
        if (heard.equals(sounding.syllables())) {
            return 1;
        }
        return heard.size() >= TOLERANT_SYLLABLES
                        && confused(heard).equals(confused(sounding.syllables()))
                ? 0.8
                : 0;
    }

    private static List<String> confused(List<String> syllables) {
        return syllables.stream()
                .map(
                        one ->
                                one.replaceAll("^([zcs])h", "$1")
                                        .replaceAll("ng$", "n")
                                        .replaceAll("^l", "n")
                                        .replaceAll("^hu(?=.)", "f"))
                .toList();
    }

    /** Only spaces of the recogniser may stand between, no other writing. */
    private static boolean together(String text, List<Integer> places, int from, int length) {
        for (int i = from + 1; i < from + length; i++) {
            if (!text.substring(places.get(i - 1) + 1, places.get(i)).isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** True at each character that begins a word, and at the end. */
    private static boolean[] wordBreaks(String han) {
        boolean[] breaks = new boolean[han.length() + 1];
        int at = 0;
        for (String word : Segmenter.words(Language.ZH, han)) {
            breaks[Math.min(at, han.length())] = true;
            at += word.length();
        }
        breaks[han.length()] = true;
        return breaks;
    }

    /**
     * A dictionary word of two characters and more lies in the window, or reaches over its edge.
     */
    private static boolean dictionaryWordIn(boolean[] breaks, int from, int to, int length) {
        if (!breaks[from] || !breaks[to]) {
            return true;
        }
        int pieces = 0;
        for (int i = from; i < to; i++) {
            pieces += breaks[i] ? 1 : 0;
        }
        return length <= 2 ? pieces == 1 : pieces == 1 && length <= 3;
    }
}
