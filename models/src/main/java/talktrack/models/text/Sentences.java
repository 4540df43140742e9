package talktrack.models.text;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Sentences of written text, in both languages, by their punctuation alone. For reading; a check
 * that is the stricter the finer it cuts has a pattern of its own.
 */
public final class Sentences {

    /** A stop within a number or an address ends nothing: white space follows one that does. */
    private static final Pattern END =
            Pattern.compile("(?<=[.!?][\"'”’)]?)\\s+|(?<=[。！？])(?![”’」』）])\\s*|\\R+");

    private Sentences() {}

    /** In order, each with its punctuation, without the space around it; none is blank. */
    public static Stream<String> of(String text) {
        return END.splitAsStream(text).map(String::strip).filter(one -> !one.isEmpty());
    }
}
