package talktrack.ingest.readable;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.text.ParsePosition;
import java.util.OptionalLong;

/**
 * Reads numbers in words by ICU's rules, strictly: only what ICU would write for the same number
 * counts, since its parser reads "five five" as 505.
 */
final class SpelledOut {

    static final SpelledOut ENGLISH = new SpelledOut(ULocale.ENGLISH);
    static final SpelledOut CHINESE = new SpelledOut(ULocale.SIMPLIFIED_CHINESE);

    private final RuleBasedNumberFormat format; // guarded by this

    private SpelledOut(ULocale locale) {
        format = new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT);
    }

    /**
     * @param words as ICU writes them: English with hyphens and without "and"
     */
    synchronized OptionalLong value(String words) {
        ParsePosition position = new ParsePosition(0);
        Number number = format.parse(words, position);
        boolean whole = number != null && position.getIndex() == words.length();
        return whole && format.format(number.longValue()).equals(words)
                ? OptionalLong.of(number.longValue())
                : OptionalLong.empty();
    }
}
