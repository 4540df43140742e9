package talktrack.ingest.readable;

import java.util.Locale;

/**
 * Something that is shown as one: a word, or a number that was several words.
 *
 * @param heard the words, in lower case, single spaces
 * @param shown what people read
 * @param pauseSeconds the silence before it; 0 for the first
 */
record Piece(String heard, String shown, double pauseSeconds) {

    static Piece of(String word, double pauseSeconds) {
        return new Piece(word.toLowerCase(Locale.ROOT), word, pauseSeconds);
    }

    Piece shownAs(String other) {
        return new Piece(heard, other, pauseSeconds);
    }

    /** A mark that stands for something redacted, or a name in the company's spelling. */
    boolean fixed() {
        return heard.startsWith("[") || !shown.equals(heard);
    }
}
