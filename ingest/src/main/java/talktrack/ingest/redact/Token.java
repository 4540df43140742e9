package talktrack.ingest.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word, a written number, a Han character or a sign.
 *
 * @param utterance the place of its utterance in the list, from 0
 * @param start first character in the utterance's text
 * @param end one past the last character
 * @param text in lower case
 */
record Token(int utterance, int start, int end, String text) {

    /**
     * Dates and times are one token, so that they are no part of longer numbers. Repeated groups
     * are possessive: the matcher would go one call deeper with every turn it might give back.
     */
    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?<![0-9-])(?:19|20)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?![0-9-])"
                            + "|(?<![0-9])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])"
                            + "|\\p{IsHan}|[0-9]+|[\\p{L}&&[^\\p{IsHan}]]+(?:['’]\\p{L}+)*+|\\S");

    static List<Token> of(int utterance, String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(
                    new Token(
                            utterance,
                            matcher.start(),
                            matcher.end(),
                            matcher.group().toLowerCase(Locale.ROOT).replace('’', '\'')));
        }
        return tokens;
    }

    boolean written() {
        return text.chars().allMatch(Character::isDigit);
    }

    boolean word() {
        return Character.isLetter(text.codePointAt(0));
    }

    boolean han() {
        return Character.isIdeographic(text.codePointAt(0));
    }

    /** No space between this and the next. */
    boolean touches(Token next) {
        return utterance == next.utterance && end == next.start;
    }
}
