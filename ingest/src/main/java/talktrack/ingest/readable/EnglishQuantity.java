package talktrack.ingest.readable;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How much was said.
 *
 * @param whole the whole part, without the scale
 * @param fraction digits after the point; empty when there are none
 * @param scale million or billion, or empty
 */
record EnglishQuantity(long whole, String fraction, String scale) {

    /** Understands the row as a whole, or not at all. */
    static Optional<EnglishQuantity> of(List<String> row) {
        String last = row.getLast();
        boolean scaled = row.size() > 1 && (last.equals("million") || last.equals("billion"));
        int point = row.indexOf("point");
        if (point < 0 && !scaled) {
            return plain(row, "");
        }
        List<String> number = scaled ? row.subList(0, row.size() - 1) : row;
        if (point < 0) {
            return plain(number, last).filter(quantity -> quantity.whole < 1000);
        }
        OptionalLong whole = EnglishNumberWords.cardinal(number.subList(0, point));
        Optional<String> fraction = fraction(number.subList(point + 1, number.size()));
        return whole.isPresent() && fraction.isPresent()
                ? Optional.of(
                        new EnglishQuantity(whole.getAsLong(), fraction.get(), scaled ? last : ""))
                : Optional.empty();
    }

    private static Optional<EnglishQuantity> plain(List<String> row, String scale) {
        OptionalLong value = EnglishNumberWords.cardinal(row);
        return value.isPresent()
                ? Optional.of(new EnglishQuantity(value.getAsLong(), "", scale))
                : Optional.empty();
    }

    /** "Five", "two five", and "twenty five" as people say prices and versions. */
    private static Optional<String> fraction(List<String> words) {
        OptionalInt one =
                words.size() == 1
                        ? EnglishNumberWords.digit(words.getFirst())
                        : OptionalInt.empty();
        if (one.isPresent()) {
            return Optional.of(String.valueOf(one.getAsInt()));
        }
        Optional<String> digits = EnglishNumberWords.digits(words);
        if (digits.isPresent()) {
            return digits;
        }
        OptionalLong pair =
                words.isEmpty() ? OptionalLong.empty() : EnglishNumberWords.cardinal(words);
        return pair.isPresent() && pair.getAsLong() >= 10 && pair.getAsLong() < 100
                ? Optional.of(String.valueOf(pair.getAsLong()))
                : Optional.empty();
    }

    String digits() {
        String number =
                fraction.isEmpty() ? "%,d".formatted(whole) : "%,d.%s".formatted(whole, fraction);
        return scale.isEmpty() ? number : number + " " + scale;
    }

    /** Without the comma of thousands. */
    String plainDigits() {
        return String.valueOf(whole);
    }

    boolean small() {
        return whole < 10 && fraction.isEmpty() && scale.isEmpty();
    }

    boolean couldBeYear() {
        return whole >= 1900 && whole < 2100 && fraction.isEmpty() && scale.isEmpty();
    }
}
