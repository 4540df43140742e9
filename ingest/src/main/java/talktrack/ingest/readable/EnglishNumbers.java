package talktrack.ingest.readable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Writes English number words as digits: money, shares, quantities from ten on, years, dates, times
 * of day, numbers dictated digit by digit. A row of number words is understood as a whole or stays
 * as it is.
 */
final class EnglishNumbers {

    private static final double SEPARATING_PAUSE_SECONDS = 0.5;

    private static final Set<String> BEFORE_A_TIME =
            Set.of("at", "by", "until", "till", "around", "from");
    private static final Set<String> BEFORE_A_YEAR =
            Set.of(
                    "in", "since", "year", "from", "until", "till", "during", "before", "after",
                    "of");
    private static final Set<String> VAGUE = Set.of("something", "odd", "ish", "fold", "plus");

    private final List<Piece> in;
    private final List<Piece> out = new ArrayList<>();

    private EnglishNumbers(List<Piece> in) {
        this.in = in;
    }

    static List<Piece> written(List<Piece> pieces) {
        EnglishNumbers numbers = new EnglishNumbers(pieces);
        int i = 0;
        while (i < pieces.size()) {
            i = numbers.step(i);
        }
        return numbers.out;
    }

    private int step(int i) {
        Optional<EnglishDates.Written> date = EnglishDates.at(in, i);
        if (date.isPresent()) {
            return put(i, date.get().end(), date.get().text());
        }
        int end = rowEnd(i);
        if (end == i) {
            out.add(in.get(i));
            return i + 1;
        }
        List<String> row = EnglishNumberWords.heard(in, i, end);
        return ordinal(i, end, row)
                .or(() -> time(i, end, row))
                .or(() -> quantity(i, end, row))
                .or(() -> yearOrDigits(i, end, row))
                .orElseGet(() -> keep(i, end));
    }

    private int keep(int i, int end) {
        out.addAll(in.subList(i, end));
        return end;
    }

    private int put(int i, int end, String text) {
        out.add(
                new Piece(
                        String.join(" ", EnglishNumberWords.heard(in, i, end)),
                        text,
                        in.get(i).pauseSeconds()));
        return end;
    }

    /** One past the last of the number words from here on. */
    private int rowEnd(int start) {
        int i = start;
        while (i < in.size()
                && (i == start || in.get(i).pauseSeconds() < SEPARATING_PAUSE_SECONDS)
                && inRow(start, i)) {
            i++;
        }
        return i;
    }

    private boolean inRow(int start, int i) {
        String word = heard(i);
        if (EnglishNumberWords.is(word) && !(i == start && EnglishNumberWords.magnitude(word))) {
            return true;
        }
        String next = heard(i + 1);
        if (i == start) {
            return (word.equals("a") && EnglishNumberWords.magnitude(next))
                    || (EnglishNumberWords.repeats(word)
                            && EnglishNumberWords.digit(next).isPresent());
        }
        String last = heard(i - 1);
        return switch (word) {
            case "hundred", "thousand", "million", "billion" -> true;
            case "and" ->
                    EnglishNumberWords.magnitude(last)
                            && EnglishNumberWords.is(next)
                            && !EnglishNumberWords.magnitude(next);
            case "point" ->
                    EnglishNumberWords.is(last)
                            && (EnglishNumberWords.digit(next).isPresent()
                                    || EnglishNumberWords.is(next));
            case "oh", "o" ->
                    EnglishNumberWords.is(last) || last.equals("oh") || last.equals("point");
            case "double", "triple" -> EnglishNumberWords.digit(next).isPresent();
            default -> false;
        };
    }

    private Optional<Integer> time(int i, int end, List<String> row) {
        String half = EnglishDates.halfOfDay(in, end);
        int after = half.isEmpty() ? end : EnglishDates.halfOfDayEnd(in, end);
        OptionalLong hour = EnglishNumberWords.cardinal(row.subList(0, 1));
        if (hour.isEmpty() || hour.getAsLong() < 1 || hour.getAsLong() > 12) {
            return Optional.empty();
        }
        if (row.size() == 1) {
            return half.isEmpty()
                    ? Optional.empty()
                    : Optional.of(put(i, after, hour.getAsLong() + " " + half));
        }
        OptionalInt minute = EnglishDates.minute(row.subList(1, row.size()));
        boolean announced = BEFORE_A_TIME.contains(heard(i - 1)) && !currencyOrShare(end);
        if (minute.isEmpty() || (half.isEmpty() && !announced)) {
            return Optional.empty();
        }
        String clock = "%d:%02d".formatted(hour.getAsLong(), minute.getAsInt());
        return Optional.of(put(i, after, half.isEmpty() ? clock : clock + " " + half));
    }

    private boolean currencyOrShare(int at) {
        return Set.of("dollars", "dollar", "euros", "euro", "percent").contains(heard(at));
    }

    private Optional<Integer> quantity(int i, int end, List<String> row) {
        Optional<EnglishQuantity> quantity = EnglishQuantity.of(row);
        if (quantity.isEmpty()) {
            return Optional.empty();
        }
        EnglishQuantity number = quantity.get();
        Optional<Integer> measured = withUnit(i, end, number.digits());
        if (measured.isPresent()) {
            return measured;
        }
        if (row.getFirst().equals("a") && row.size() == 2) {
            return Optional.empty(); // a hundred, a million: rather a manner of speaking
        }
        if (number.small() || VAGUE.contains(heard(end)) || rangeFromSmall(i)) {
            return Optional.of(keep(i, end));
        }
        boolean year =
                number.couldBeYear()
                        && (row.size() > 2 || (i > 0 && BEFORE_A_YEAR.contains(heard(i - 1))));
        return Optional.of(put(i, end, year ? number.plainDigits() : number.digits()));
    }

    /** Money and shares are digits however small they are. */
    private Optional<Integer> withUnit(int i, int end, String digits) {
        return switch (heard(end)) {
            case "percent" -> Optional.of(putMeasured(i, end + 1, digits + "%"));
            case "per" ->
                    heard(end + 1).equals("cent")
                            ? Optional.of(putMeasured(i, end + 2, digits + "%"))
                            : Optional.empty();
            case "dollar", "dollars" ->
                    Optional.of(putMeasured(i, centsEnd(end + 1), "$" + digits + cents(end + 1)));
            case "euro", "euros" -> Optional.of(putMeasured(i, end + 1, "€" + digits));
            case "k" -> Optional.of(put(i, end + 1, digits + "k"));
            default -> Optional.empty();
        };
    }

    /** "And fifty cents" after dollars. */
    private int centsEnd(int at) {
        if (!heard(at).equals("and")) {
            return at;
        }
        int end = rowEnd(at + 1);
        return end > at + 1 && heard(end).startsWith("cent") && centsValue(at + 1, end).isPresent()
                ? end + 1
                : at;
    }

    private String cents(int at) {
        int end = centsEnd(at);
        return end == at ? "" : ".%02d".formatted(centsValue(at + 1, end - 1).getAsLong());
    }

    private OptionalLong centsValue(int from, int to) {
        OptionalLong cents = EnglishNumberWords.cardinal(EnglishNumberWords.heard(in, from, to));
        return cents.isPresent() && cents.getAsLong() < 100 ? cents : OptionalLong.empty();
    }

    /** In "five to ten percent" the five becomes a digit, too. */
    private int putMeasured(int i, int end, String text) {
        int last = out.size() - 1;
        if (rangeFromSmall(i)) {
            Piece small = out.get(last - 1);
            out.set(
                    last - 1,
                    small.shownAs(
                            String.valueOf(EnglishNumberWords.digit(small.heard()).getAsInt())));
        }
        return put(i, end, text);
    }

    private boolean rangeFromSmall(int i) {
        int last = out.size() - 1;
        return last >= 1
                && Set.of("to", "or").contains(heard(i - 1))
                && !out.get(last - 1).heard().startsWith("oh")
                && EnglishNumberWords.digit(out.get(last - 1).heard()).isPresent();
    }

    private Optional<Integer> yearOrDigits(int i, int end, List<String> row) {
        OptionalInt year = EnglishNumberWords.year(row);
        if (year.isPresent()) {
            return Optional.of(put(i, end, String.valueOf(year.getAsInt())));
        }
        if (row.equals(List.of("twenty", "four", "seven"))) {
            return Optional.of(put(i, end, "24/7"));
        }
        return EnglishNumberWords.digits(row)
                .filter(digits -> row.size() >= 3 && !counting(digits))
                .map(digits -> put(i, end, digits));
    }

    private static boolean counting(String digits) {
        return "0123456789".contains(digits) || "9876543210".contains(digits);
    }

    /** "Twenty first": but "twenty second" may be a length of time. */
    private Optional<Integer> ordinal(int i, int end, List<String> row) {
        OptionalInt ordinal = EnglishNumberWords.ordinal(List.of(row.getFirst(), heard(end)));
        if (row.size() != 1 || ordinal.isEmpty()) {
            return Optional.empty();
        }
        return heard(end).equals("second")
                ? Optional.of(keep(i, end))
                : Optional.of(put(i, end + 1, EnglishDates.ordinalDigits(ordinal.getAsInt())));
    }

    private String heard(int i) {
        return i >= 0 && i < in.size() ? in.get(i).heard().toLowerCase(Locale.ROOT) : "";
    }
}
