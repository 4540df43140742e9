package talktrack.ingest.readable;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** English days of the year and times of day. */
final class EnglishDates {

    private static final List<String> MONTHS =
            Arrays.stream(Month.values())
                    .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                    .toList();

    private EnglishDates() {}

    /**
     * @param end one past the last piece
     */
    record Written(int end, String text) {}

    static Optional<Written> at(List<Piece> pieces, int i) {
        return monthDay(pieces, i)
                .or(() -> dayOfMonth(pieces, i))
                .or(() -> hourFraction(pieces, i))
                .or(() -> lateOrdinal(pieces, i));
    }

    static OptionalInt month(String word) {
        for (int i = 0; i < MONTHS.size(); i++) {
            if (MONTHS.get(i).equalsIgnoreCase(word)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    static String monthName(int month) {
        return MONTHS.get(month);
    }

    /** "March fifth", "march fifth twenty twenty six". */
    private static Optional<Written> monthDay(List<Piece> pieces, int i) {
        OptionalInt month = month(pieces.get(i).heard());
        for (int length = 2; month.isPresent() && length >= 1; length--) {
            OptionalInt day = EnglishNumberWords.ordinal(heard(pieces, i + 1, i + 1 + length));
            boolean whole = i + 1 + length <= pieces.size();
            if (whole && day.isPresent() && day.getAsInt() <= 31) {
                String text = MONTHS.get(month.getAsInt()) + " " + day.getAsInt();
                return Optional.of(withYear(pieces, i + 1 + length, text, ", "));
            }
        }
        return Optional.empty();
    }

    /** "Fifth of march". */
    private static Optional<Written> dayOfMonth(List<Piece> pieces, int i) {
        for (int length = 2; length >= 1; length--) {
            OptionalInt day = EnglishNumberWords.ordinal(heard(pieces, i, i + length));
            List<String> rest = heard(pieces, i + length, i + length + 2);
            if (day.isPresent()
                    && day.getAsInt() <= 31
                    && rest.size() == 2
                    && rest.getFirst().equals("of")) {
                OptionalInt month = month(rest.getLast());
                if (month.isPresent()) {
                    String text =
                            ordinalDigits(day.getAsInt()) + " of " + MONTHS.get(month.getAsInt());
                    return Optional.of(withYear(pieces, i + length + 2, text, " "));
                }
            }
        }
        return Optional.empty();
    }

    private static Written withYear(List<Piece> pieces, int at, String text, String between) {
        for (int length = 5; length >= 2; length--) {
            List<String> words = heard(pieces, at, at + length);
            OptionalInt year = words.size() == length ? year(words) : OptionalInt.empty();
            if (year.isPresent()) {
                return new Written(at + length, text + between + year.getAsInt());
            }
        }
        return new Written(at, text);
    }

    private static OptionalInt year(List<String> words) {
        OptionalInt pairs = EnglishNumberWords.year(words);
        OptionalLong thousands =
                words.get(1).equals("thousand")
                        ? EnglishNumberWords.cardinal(words)
                        : OptionalLong.empty();
        if (pairs.isEmpty()
                && thousands.isPresent()
                && thousands.getAsLong() >= 2000
                && thousands.getAsLong() < 2100) {
            return OptionalInt.of((int) thousands.getAsLong());
        }
        return pairs;
    }

    /** "Half past two", "quarter to three", "ten past four". */
    private static Optional<Written> hourFraction(List<Piece> pieces, int i) {
        List<String> words = heard(pieces, i, i + 3);
        if (words.size() < 3) {
            return Optional.empty();
        }
        OptionalLong hour = EnglishNumberWords.cardinal(words.subList(2, 3));
        if (hour.isEmpty() || hour.getAsLong() < 1 || hour.getAsLong() > 12) {
            return Optional.empty();
        }
        long before = hour.getAsLong() == 1 ? 12 : hour.getAsLong() - 1;
        return switch (words.get(0) + " " + words.get(1)) {
            case "half past" -> Optional.of(new Written(i + 3, hour.getAsLong() + ":30"));
            case "quarter past" -> Optional.of(new Written(i + 3, hour.getAsLong() + ":15"));
            case "quarter to" -> Optional.of(new Written(i + 3, before + ":45"));
            default -> Optional.empty();
        };
    }

    /** From "tenth" on ordinals are digits; "first" and its like are as often no numbers at all. */
    private static Optional<Written> lateOrdinal(List<Piece> pieces, int i) {
        OptionalInt ordinal = EnglishNumberWords.ordinal(heard(pieces, i, i + 1));
        boolean fraction =
                i > 0
                        && (pieces.get(i - 1).heard().equals("a")
                                || EnglishNumberWords.is(pieces.get(i - 1).heard()));
        return ordinal.isPresent() && ordinal.getAsInt() >= 10 && !fraction
                ? Optional.of(new Written(i + 1, ordinalDigits(ordinal.getAsInt())))
                : Optional.empty();
    }

    static String ordinalDigits(int number) {
        boolean teen = number % 100 >= 11 && number % 100 <= 13;
        return number
                + switch (teen ? 0 : number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }

    /** Ten, fifteen … fifty nine, "oh five". */
    static OptionalInt minute(List<String> words) {
        boolean oh = words.size() == 2 && words.getFirst().equals("oh");
        OptionalLong minute = EnglishNumberWords.cardinal(oh ? words.subList(1, 2) : words);
        if (minute.isEmpty()) {
            return OptionalInt.empty();
        }
        long value = minute.getAsLong();
        return oh
                ? value > 0 && value < 10 ? OptionalInt.of((int) value) : OptionalInt.empty()
                : value >= 10 && value < 60 ? OptionalInt.of((int) value) : OptionalInt.empty();
    }

    /** "a.m." or "p.m.", or empty. */
    static String halfOfDay(List<Piece> pieces, int at) {
        String one = String.join("", heard(pieces, at, at + 1)).replace(".", "");
        String two = String.join("", heard(pieces, at, at + 2)).replace(".", "");
        if (one.equals("am")) {
            return "a.m.";
        }
        if (one.equals("pm")) {
            return "p.m.";
        }
        return switch (two) {
            case "am" -> "a.m.";
            case "pm" -> "p.m.";
            default -> "";
        };
    }

    static int halfOfDayEnd(List<Piece> pieces, int at) {
        return at + (pieces.get(at).heard().replace(".", "").length() == 2 ? 1 : 2);
    }

    private static List<String> heard(List<Piece> pieces, int from, int to) {
        return EnglishNumberWords.heard(pieces, from, to);
    }
}
