package talktrack.analysis.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import talktrack.models.corpora.Corpus;
import talktrack.models.labels.Language;

/**
 * Lists of cue words, such as words for trouble or for consequences, in {@code
 * talktrack/lexicons/}. English phrases match whole words, with a star at the end beginnings of
 * words; Chinese ones match anywhere.
 */
final class Lexicons {

    private static final Map<Language, Lexicons> LOADED =
            Map.of(
                    Language.EN, new Lexicons(Language.EN),
                    Language.ZH, new Lexicons(Language.ZH));

    /** First character of a phrase → the phrases that begin so; spares most comparisons. */
    private final Map<Character, List<Entry>> byFirst = new HashMap<>();

    private final boolean wholeWords;

    /** An English phrase ends in a space, or nowhere in particular when it had a star. */
    private record Entry(String phrase, String lexicon) {}

    private Lexicons(Language language) {
        wholeWords = language == Language.EN;
        for (Map<String, String> row :
                Corpus.read("/talktrack/lexicons/%s.tsv".formatted(language.id()))) {
            for (String phrase : row.get("phrases").split(",", -1)) {
                add(row.get("lexicon"), phrase.strip());
            }
        }
    }

    static Lexicons of(Language language) {
        return LOADED.get(language);
    }

    /**
     * How many phrases of which list occur in a normalised text.
     *
     * @return only lists that occur
     */
    Map<String, Integer> hits(String normalised) {
        Map<String, Integer> hits = new LinkedHashMap<>();
        String text = normalised + " ";
        for (int at = 0; at < normalised.length(); at++) {
            if (wholeWords && at > 0 && text.charAt(at - 1) != ' ') {
                continue;
            }
            for (Entry entry : byFirst.getOrDefault(text.charAt(at), List.of())) {
                if (text.startsWith(entry.phrase(), at)) {
                    hits.merge(entry.lexicon(), 1, Integer::sum);
                }
            }
        }
        return hits;
    }

    private void add(String lexicon, String written) {
        String phrase =
                !wholeWords
                        ? written
                        : written.endsWith("*")
                                ? written.substring(0, written.length() - 1)
                                : written + " ";
        byFirst.computeIfAbsent(phrase.charAt(0), key -> new ArrayList<>())
                .add(new Entry(phrase, lexicon));
    }
}
