package talktrack.api.llm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text from calls, talk tracks, documents and questions on its way to a language model. It always
 * travels as JSON strings, as data; what talks to the model nevertheless, or hides something, does
 * not travel at all. Then the approved text or the passage is shown as it is, so a false alarm
 * costs a nicer wording and no more.
 */
public final class ForeignText {

    private static final Pattern TALKS_TO_A_MODEL = pattern();

    /** Turns the direction of reading, or writes ASCII where nobody sees it. */
    private static final Pattern HIDES =
            Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069\\x{E0000}-\\x{E007F}]");

    /** A word of Latin and look-alike letters. */
    private static final Pattern LOOK_ALIKES =
            Pattern.compile(
                    "\\p{IsLatin}[\\p{IsCyrillic}\\p{IsGreek}]|[\\p{IsCyrillic}\\p{IsGreek}]\\p{IsLatin}");

    private static final Pattern LONG_RUN = Pattern.compile("[A-Za-z0-9+/]{32,}+");

    private static final Pattern LETTER_BY_LETTER = Pattern.compile("(?:\\b[A-Za-z]\\s+){12}");

    /** Characters that hide words from us but not from a model. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Mn}]");

    private ForeignText() {}

    private static Pattern pattern() {
        try (InputStream in =
                ForeignText.class.getResourceAsStream("/talktrack/llm/words-to-a-model.txt")) {
            String any =
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("# "))
                            .collect(Collectors.joining("|"));
            return Pattern.compile(any, Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of small and capital letters and digits. */
    private static boolean encoded(String run) {
        return run.chars().anyMatch(c -> 'a' <= c && c <= 'z')
                && run.chars().anyMatch(c -> 'A' <= c && c <= 'Z')
                && run.chars().anyMatch(c -> '0' <= c && c <= '9');
    }

    /**
     * Whether a text looks like instructions for a language model rather than talk or knowledge.
     */
    public static boolean talksToAModel(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return HIDES.matcher(text).find()
                || LOOK_ALIKES.matcher(plain).find()
                || LONG_RUN.matcher(plain).results().anyMatch(run -> encoded(run.group()))
                || LETTER_BY_LETTER.matcher(plain).find()
                || TALKS_TO_A_MODEL.matcher(INVISIBLE.matcher(plain).replaceAll("")).find();
    }
}
