package talktrack.models.text;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import talktrack.models.labels.Language;

/**
 * Brings written text, chat lines and recognised speech to one form, so that readers see the same
 * words in all of them.
 */
public final class TextNormaliser {

    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'%$€£¥]+");
    private static final Pattern SPACE_BETWEEN_HAN =
            Pattern.compile("(?<=\\p{IsHan})\\s+(?=\\p{IsHan})");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /** One instance serves all threads: the transliterator is immutable after creation. */
    private static final Transliterator TO_SIMPLIFIED =
            Transliterator.getInstance("Traditional-Simplified");

    private TextNormaliser() {}

    /**
     * NFKC, lower case, no punctuation, single spaces; Chinese in Simplified characters without the
     * spaces that recognisers put between words.
     */
    public static String normalise(Language language, String text) {
        String lower =
                Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT)
                        .replace('’', '\'');
        String words = NOT_A_WORD.matcher(lower).replaceAll(" ").strip();
        return switch (language) {
            case EN -> words;
            case ZH -> SPACE_BETWEEN_HAN.matcher(TO_SIMPLIFIED.transliterate(words)).replaceAll("");
        };
    }

    /**
     * The language of a text: Chinese as soon as a fifth of its letters are Han characters, else
     * English.
     */
    public static Language detect(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long han = HAN.matcher(text).results().count();
        return letters > 0 && han * 5 >= letters ? Language.ZH : Language.EN;
    }
}
