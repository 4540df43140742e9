package talktrack.ingest.transcribe;

import java.util.Locale;
import java.util.regex.Pattern;
import talktrack.models.labels.Language;

/**
 * Makes recognised text readable without adding what nobody recognised: no punctuation, no digits.
 */
final class DisplayText {

    private static final Pattern I = Pattern.compile("\\bi(?=$|\\s|'(?:m|d|ll|ve|s)\\b)");
    private static final Pattern SPACE_AT_HAN =
            Pattern.compile("(?<=\\p{IsHan})\\s+(?=\\p{IsHan})");

    private DisplayText() {}

    static String of(Language language, String text) {
        return switch (language) {
            case EN -> capitalised(I.matcher(text).replaceAll("I"));
            case ZH -> SPACE_AT_HAN.matcher(text).replaceAll("");
        };
    }

    private static String capitalised(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
    }
}
