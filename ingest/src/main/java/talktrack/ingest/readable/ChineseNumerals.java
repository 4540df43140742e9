package talktrack.ingest.readable;

import java.util.Optional;
import java.util.OptionalLong;

/** What Chinese numerals say. */
final class ChineseNumerals {

    private static final String DIGITS = "零一二三四五六七八九";

    private ChineseNumerals() {}

    /** A whole number in usual form: 三千五百, 两百零五. */
    static OptionalLong value(String numerals) {
        return numerals.isEmpty()
                ? OptionalLong.empty()
                : SpelledOut.CHINESE.value(numerals.replace('零', '〇').replace('两', '二'));
    }

    /** Digits said one by one: 二零二六, 幺三八. */
    static Optional<String> digits(String numerals) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < numerals.length(); i++) {
            char numeral = numerals.charAt(i);
            int digit = numeral == '幺' ? 1 : numeral == '〇' ? 0 : DIGITS.indexOf(numeral);
            if (digit < 0) {
                return Optional.empty();
            }
            digits.append(digit);
        }
        return Optional.of(digits.toString());
    }

    /** A whole or decimal number as digits; 三十万 becomes 30万. */
    static Optional<String> number(String numerals) {
        int point = numerals.indexOf('点');
        if (point >= 0) {
            OptionalLong whole = value(numerals.substring(0, point));
            Optional<String> fraction = digits(numerals.substring(point + 1));
            return whole.isPresent() && fraction.isPresent() && !fraction.get().isEmpty()
                    ? Optional.of(whole.getAsLong() + "." + fraction.get())
                    : Optional.empty();
        }
        char last = numerals.charAt(numerals.length() - 1);
        if (numerals.length() > 1 && (last == '万' || last == '亿')) {
            OptionalLong before = value(numerals.substring(0, numerals.length() - 1));
            if (before.isPresent() && before.getAsLong() < 10_000) {
                return Optional.of(before.getAsLong() + String.valueOf(last));
            }
        }
        OptionalLong value = value(numerals);
        return value.isPresent()
                ? Optional.of(String.valueOf(value.getAsLong()))
                : Optional.empty();
    }
}
