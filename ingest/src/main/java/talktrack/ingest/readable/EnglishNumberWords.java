package talktrack.ingest.readable;

import static talktrack.models.text.NumberWords.BELOW_TWENTY;
import static talktrack.models.text.NumberWords.TENS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** English words for numbers, and what rows of them say. */
final class EnglishNumberWords {

    private static final Set<String> MAGNITUDES =
            Set.of("hundred", "thousand", "million", "billion");
    private static final List<String> ORDINALS =
            List.of(
                    "",
                    "first",
                    "second",
                    "third",
                    "fourth",
                    "fifth",
                    "sixth",
                    "seventh",
                    "eighth",
                    "ninth",
                    "tenth",
                    "eleventh",
                    "twelfth",
                    "thirteenth",
                    "fourteenth",
                    "fifteenth",
                    "sixteenth",
                    "seventeenth",
                    "eighteenth",
                    "nineteenth",
                    "twentieth");
    private static final Map<String, Integer> REPEATED = Map.of("double", 2, "triple", 3);

    private EnglishNumberWords() {}

    static boolean is(String word) {
        return BELOW_TWENTY.contains(word) || TENS.contains(word) || MAGNITUDES.contains(word);
    }

    static boolean magnitude(String word) {
        return MAGNITUDES.contains(word);
    }

    static boolean repeats(String word) {
        return REPEATED.containsKey(word);
    }

    /** 0…9, or absent. */
    static OptionalInt digit(String word) {
        int digit = word.equals("oh") || word.equals("o") ? 0 : BELOW_TWENTY.indexOf(word);
        return digit >= 0 && digit < 10 ? OptionalInt.of(digit) : OptionalInt.empty();
    }

    /** A whole number in usual words: "two thousand and twenty six", "nineteen hundred". */
    static OptionalLong cardinal(List<String> words) {
        int hundred = words.indexOf("hundred");
        if (hundred > 0 && words.lastIndexOf("hundred") == hundred) {
            OptionalLong before = plain(words.subList(0, hundred));
            OptionalLong after =
                    hundred + 1 == words.size()
                            ? OptionalLong.of(0)
                            : plain(words.subList(hundred + 1, words.size()));
            boolean teens =
                    before.isPresent() && before.getAsLong() > 10 && before.getAsLong() < 100;
            if (teens
                    && before.getAsLong() % 10 != 0
                    && after.isPresent()
                    && after.getAsLong() < 100) {
                return OptionalLong.of(before.getAsLong() * 100 + after.getAsLong());
            }
        }
        return plain(words);
    }

    private static OptionalLong plain(List<String> words) {
        StringBuilder spelled = new StringBuilder();
        String last = "";
        for (String word : words) {
            if (word.equals("and")) {
                if (!MAGNITUDES.contains(last)) {
                    return OptionalLong.empty();
                }
            } else {
                boolean hyphen = TENS.contains(last) && digit(word).orElse(0) > 0;
                spelled.append(spelled.isEmpty() ? "" : hyphen ? "-" : " ")
                        .append(word.equals("a") ? "one" : word);
            }
            last = word;
        }
        return last.equals("and")
                ? OptionalLong.empty()
                : SpelledOut.ENGLISH.value(spelled.toString());
    }

    /** Two or more digits said one by one, with "double" and "oh". */
    static Optional<String> digits(List<String> words) {
        StringBuilder digits = new StringBuilder();
        int times = 1;
        for (String word : words) {
            OptionalInt digit = digit(word);
            if (digit.isPresent()) {
                digits.append(String.valueOf(digit.getAsInt()).repeat(times));
                times = 1;
            } else if (times == 1 && repeats(word)) {
                times = REPEATED.get(word);
            } else {
                return Optional.empty();
            }
        }
        return times == 1 && digits.length() > 1
                ? Optional.of(digits.toString())
                : Optional.empty();
    }

    /** "Twenty twenty six" and "nineteen oh five". */
    static OptionalInt year(List<String> words) {
        if (words.size() < 2) {
            return OptionalInt.empty();
        }
        OptionalLong century = plain(words.subList(0, 1));
        List<String> rest = words.subList(1, words.size());
        OptionalLong years =
                rest.size() == 2 && rest.getFirst().equals("oh")
                        ? plain(rest.subList(1, 2))
                        : plain(rest);
        boolean oh = rest.getFirst().equals("oh");
        if (century.isEmpty() || years.isEmpty()) {
            return OptionalInt.empty();
        }
        long hundreds = century.getAsLong();
        long fits = years.getAsLong();
        boolean in1900 = hundreds == 19 && (oh ? fits > 0 && fits < 10 : fits >= 10 && fits < 100);
        boolean in2000 = hundreds == 20 && (oh ? fits > 0 && fits < 10 : fits >= 10 && fits < 60);
        return in1900 || in2000
                ? OptionalInt.of((int) (hundreds * 100 + fits))
                : OptionalInt.empty();
    }

    /** "Fifth", "twenty first": 1…99. */
    static OptionalInt ordinal(List<String> words) {
        if (words.size() == 1) {
            int place = ORDINALS.indexOf(words.getFirst());
            if (place > 0) {
                return OptionalInt.of(place);
            }
            return words.getFirst().equals("thirtieth") ? OptionalInt.of(30) : OptionalInt.empty();
        }
        int ten = words.size() == 2 ? TENS.indexOf(words.getFirst()) : -1;
        int unit = words.size() == 2 ? ORDINALS.indexOf(words.getLast()) : -1;
        return ten >= 0 && unit > 0 && unit < 10
                ? OptionalInt.of(20 + ten * 10 + unit)
                : OptionalInt.empty();
    }

    /** The tokens of a list from one place on, as far as they are there. */
    static List<String> heard(List<Piece> pieces, int from, int to) {
        List<String> words = new ArrayList<>();
        for (int i = from; i < Math.min(to, pieces.size()); i++) {
            words.add(pieces.get(i).heard());
        }
        return words;
    }
}
