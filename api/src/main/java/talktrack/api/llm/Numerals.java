package talktrack.api.llm;

import static talktrack.models.text.NumberWords.BELOW_TWENTY;
import static talktrack.models.text.NumberWords.TENS;

import java.math.BigDecimal;

/** What English number words and Chinese numerals are worth, also such as only people say. */
final class Numerals {

    private static final String DIGITS = "零一二三四五六七八九";

    /** For a pattern: any English number word. */
    static final String ENGLISH =
            String.join("|", BELOW_TWENTY)
                    + "|"
                    + String.join("|", TENS)
                    + "|hundred|thousand|million";

    /** For a pattern: the characters of Chinese numerals. */
    static final String CHINESE = "零〇一二两三四五六七八九十百千万亿半";

    private Numerals() {}

    /**
     * @param words "nine hundred and fifty"
     */
    static BigDecimal english(String words) {
        BigDecimal all = BigDecimal.ZERO;
        BigDecimal part = BigDecimal.ZERO;
        for (String word : words.split("[\\s-]+", -1)) {
            switch (word) {
                case "and" -> {}
                case "hundred" -> part = atLeastOne(part).scaleByPowerOfTen(2);
                case "thousand", "million" -> {
                    all =
                            all.add(
                                    atLeastOne(part)
                                            .scaleByPowerOfTen(word.equals("million") ? 6 : 3));
                    part = BigDecimal.ZERO;
                }
                default ->
                        part =
                                part.add(
                                        BigDecimal.valueOf(
                                                BELOW_TWENTY.contains(word)
                                                        ? BELOW_TWENTY.indexOf(word)
                                                        : 20 + 10L * TENS.indexOf(word)));
            }
        }
        return all.add(part);
    }

    /**
     * @param numerals 三百二十, 三万五, 半, 十二点五
     */
    static BigDecimal chinese(String numerals) {
        int point = numerals.indexOf('点');
        if (point > 0) {
            StringBuilder fraction = new StringBuilder("0.");
            numerals.substring(point + 1).chars().forEach(c -> fraction.append(digit((char) c)));
            return chinese(numerals.substring(0, point)).add(new BigDecimal(fraction.toString()));
        }
        BigDecimal all = BigDecimal.ZERO;
        BigDecimal part = BigDecimal.ZERO;
        BigDecimal one = BigDecimal.ZERO;
        int power = 0;
        for (int i = 0; i < numerals.length(); i++) {
            char numeral = numerals.charAt(i);
            switch (numeral) {
                case '半' -> one = new BigDecimal("0.5");
                case '十', '百', '千' -> {
                    power = numeral == '十' ? 1 : numeral == '百' ? 2 : 3;
                    part = part.add(atLeastOne(one).scaleByPowerOfTen(power));
                    one = BigDecimal.ZERO;
                }
                case '万', '亿' -> {
                    power = numeral == '万' ? 4 : 8;
                    all = all.add(atLeastOne(part.add(one)).scaleByPowerOfTen(power));
                    part = BigDecimal.ZERO;
                    one = BigDecimal.ZERO;
                }
                default -> {
                    one = BigDecimal.valueOf(digit(numeral));
                    power = one.signum() == 0 ? 0 : power; // after a zero nothing is left out
                }
            }
        }
        return all.add(part).add(one.scaleByPowerOfTen(Math.max(0, power - 1)));
    }

    private static int digit(char numeral) {
        return numeral == '两' ? 2 : Math.max(0, DIGITS.indexOf(numeral));
    }

    private static BigDecimal atLeastOne(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ONE : number;
    }
}
