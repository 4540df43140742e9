package talktrack.ingest.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds numbers dictated digit by digit or in pairs, with "double", with hesitations between, and
 * over several utterances of one speaker.
 */
final class DigitRuns {

    private static final int MOST_HESITATIONS = 3;

    private final List<Token> tokens;
    private final int fewestDigits;
    private final List<DigitRun> runs = new ArrayList<>();

    // The run being built:
    private final StringBuilder digits = new StringBuilder();
    private int first;
    private int last;
    private int onebyone;
    private boolean lastWasSingle;
    private boolean quantity;

    private DigitRuns(List<Token> tokens, int fewestDigits) {
        this.tokens = tokens;
        this.fewestDigits = fewestDigits;
    }

    /**
     * @param tokens what one speaker said, over utterances that belong together
     * @param fewestDigits shorter runs are not told
     */
    static List<DigitRun> in(List<Token> tokens, int fewestDigits) {
        DigitRuns search = new DigitRuns(tokens, fewestDigits);
        search.walk();
        return List.copyOf(search.runs);
    }

    private record Piece(String digits, int tokens, boolean single) {}

    private void walk() {
        int hesitations = 0;
        int i = 0;
        while (i < tokens.size()) {
            Optional<Piece> piece = pieceAt(i);
            if (piece.isPresent() && joins(piece.get(), i)) {
                add(piece.get(), i);
                i += piece.get().tokens();
                hesitations = 0;
            } else if (piece.isPresent()) {
                finish();
            } else if (!digits.isEmpty() && finalX(i)) {
                digits.append('X');
                last = i++;
                finish();
            } else if (SpokenDigits.magnitude(tokens.get(i).text())) {
                // "eight hundred five five five …" is how toll-free numbers begin
                if (digits.length() == 1 && tollFree(i)) {
                    digits.append("00");
                    onebyone += 2;
                    last = i++;
                } else {
                    quantity = true;
                    finish();
                    quantity = true;
                    i++;
                }
            } else if (!digits.isEmpty()
                    && hesitations < MOST_HESITATIONS
                    && SpokenDigits.hesitation(tokens.get(i).text())
                    && !insideWrittenNumber(i)) {
                hesitations++;
                i++;
            } else {
                finish();
                quantity = false;
                hesitations = 0;
                i++;
            }
        }
        finish();
    }

    private boolean joins(Piece piece, int i) {
        if (digits.isEmpty()) {
            return true;
        }
        boolean and = tokens.get(i - 1).text().equals("and");
        return !and || (piece.single() && lastWasSingle);
    }

    private void add(Piece piece, int i) {
        if (digits.isEmpty()) {
            first = i;
            onebyone = 0;
        }
        digits.append(piece.digits());
        onebyone += piece.single() ? piece.digits().length() : 0;
        lastWasSingle = piece.single();
        last = i + piece.tokens() - 1;
    }

    private void finish() {
        if (digits.length() >= fewestDigits && !quantity) {
            boolean plus =
                    first > 0
                            && (tokens.get(first - 1).text().equals("+")
                                    || tokens.get(first - 1).text().equals("plus"));
            runs.add(new DigitRun(first, last, digits.toString(), onebyone, plus));
        }
        quantity = false;
        digits.setLength(0);
    }

    private Optional<Piece> pieceAt(int i) {
        String word = tokens.get(i).text();
        if (tokens.get(i).written()) {
            return Optional.of(new Piece(word, 1, true));
        }
        int times = SpokenDigits.repeated(word);
        if (times > 1 && i + 1 < tokens.size()) {
            String next = SpokenDigits.single(tokens.get(i + 1).text());
            return Optional.ofNullable(next).map(digit -> new Piece(digit.repeat(times), 2, true));
        }
        if (SpokenDigits.single(word) != null) {
            return Optional.of(new Piece(SpokenDigits.single(word), 1, true));
        }
        if (SpokenDigits.teen(word) != null) {
            return Optional.of(new Piece(SpokenDigits.teen(word), 1, false));
        }
        if (SpokenDigits.ten(word) != null) {
            return Optional.of(tens(i));
        }
        String heard = SpokenDigits.soundsLike(word);
        boolean amidDigits =
                heard != null
                        && digits.length() >= 3
                        && lastWasSingle
                        && last == i - 1
                        && i + 1 < tokens.size()
                        && SpokenDigits.single(tokens.get(i + 1).text()) != null;
        return amidDigits ? Optional.of(new Piece(heard, 1, true)) : Optional.empty();
    }

    /** "Twenty five" is 25, "twenty" alone 20, "twenty oh five" 20 and 05. */
    private Piece tens(int i) {
        String ten = SpokenDigits.ten(tokens.get(i).text());
        if (i + 1 < tokens.size()) {
            String unit = SpokenDigits.single(tokens.get(i + 1).text());
            if (unit != null && !unit.equals("0")) {
                return new Piece(ten + unit, 2, false);
            }
        }
        return new Piece(ten + "0", 1, false);
    }

    /** The check digit of a Chinese identity number may be an X. */
    private boolean finalX(int i) {
        String word = tokens.get(i).text();
        return digits.length() == 17 && (word.equals("x") || word.equals("ex") || word.equals("叉"));
    }

    private boolean tollFree(int i) {
        return tokens.get(i).text().equals("hundred")
                && i + 2 < tokens.size()
                && SpokenDigits.single(tokens.get(i + 1).text()) != null
                && SpokenDigits.single(tokens.get(i + 2).text()) != null;
    }

    /** The point of 3.5, the comma of 1,200 and the strokes of 5/3: not between phone digits. */
    private boolean insideWrittenNumber(int i) {
        String sign = tokens.get(i).text();
        return (sign.equals(".") || sign.equals(",") || sign.equals("/"))
                && i > 0
                && i + 1 < tokens.size()
                && tokens.get(i - 1).written()
                && tokens.get(i + 1).written()
                && tokens.get(i - 1).touches(tokens.get(i))
                && tokens.get(i).touches(tokens.get(i + 1));
    }
}
