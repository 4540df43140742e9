package talktrack.api.cli.report;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.ArrayList;
import java.util.List;

/** Text in the columns of a terminal, where a Chinese character takes two. */
public final class Columns {

    private Columns() {}

    /** How many columns a text takes. */
    public static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return switch (UCharacter.getIntPropertyValue(c, UProperty.EAST_ASIAN_WIDTH)) {
            case UCharacter.EastAsianWidth.WIDE, UCharacter.EastAsianWidth.FULLWIDTH -> 2;
            default -> 1;
        };
    }

    /** The text with spaces after it, up to so many columns. */
    static String pad(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - width(text)));
    }

    /** The text with spaces before it, up to so many columns. */
    static String padLeft(String text, int columns) {
        return " ".repeat(Math.max(0, columns - width(text))) + text;
    }

    /**
     * What came from a call or a file name, made harmless for a terminal: control characters, which
     * could move the cursor or turn the text around, become spaces.
     */
    public static String plain(String foreign) {
        return foreign.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ").strip();
    }

    /** Cut to so many columns, with an ellipsis when something is lost. */
    static String cut(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        StringBuilder cut = new StringBuilder();
        int used = 1;
        for (int c : text.codePoints().toArray()) {
            used += width(c);
            if (used > columns) {
                break;
            }
            cut.appendCodePoint(c);
        }
        return cut.toString().stripTrailing() + "…";
    }

    /**
     * Lines of at most so many columns. Breaks at spaces and beside wide characters; a longer word
     * stands alone on its line.
     */
    public static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String piece : pieces(text)) {
            int width = width(piece.stripTrailing());
            if (used > 0 && used + width > columns && !closesSentence(piece)) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
                used = 0;
            }
            line.append(piece);
            used += width(piece);
        }
        if (!line.isEmpty() || lines.isEmpty()) {
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /** Full-width punctuation never starts a line. */
    private static boolean closesSentence(String piece) {
        return piece.length() == 1 && "，。！？、；：）」』》”’…".contains(piece);
    }

    /** A word with the spaces after it, or one wide character. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int c : text.codePoints().toArray()) {
            boolean wordEnds =
                    !word.isEmpty()
                            && (width(c) == 2
                                    || (c != ' ' && word.charAt(word.length() - 1) == ' '));
            if (wordEnds) {
                pieces.add(word.toString());
                word.setLength(0);
            }
            word.appendCodePoint(c);
            if (width(c) == 2) {
                pieces.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            pieces.add(word.toString());
        }
        return pieces;
    }
}
