package talktrack.ingest.readable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes Chinese numerals as digits where a unit, a date or a share says that they are numbers; 一起,
 * 十分 and 万一 stay. A row of numerals is understood as a whole or stays as it is.
 */
final class ChineseNumbers {

    private static final char NO_HAN = '\uFFFC';

    private static final String N = "[零〇一二两三四五六七八九十百千万亿]+";
    private static final String D = "[零〇一二三四五六七八九]";
    private static final String MEASURES =
            "个|人|名|位|台|件|套|家|天|年|次|遍|小时|分钟|秒|吨|公斤|斤|克|米|公里|平|页|条|岁|周|辆|级|层|楼|倍|批|张|份|箱|瓶|本|所|款|项|种|单|户|毫米|厘米|度|员工|多|来|美元|欧元|元|块|人民币|美金";

    private interface Rule {
        /** What to write instead, or absent when it is no number after all. */
        Optional<String> written(MatchResult match);
    }

    private record Rewriting(Pattern pattern, Rule rule) {}

    private static final List<Rewriting> REWRITINGS =
            List.of(
                    rewriting("百分之(百|" + N + "(?:点" + D + "+)?)", ChineseNumbers::share),
                    rewriting(
                            "(" + D + "{4})年(?:(" + N + ")月(?:(" + N + ")([日号]))?)?",
                            ChineseNumbers::fullDate),
                    rewriting("(" + N + ")月(" + N + ")([日号])", ChineseNumbers::monthAndDay),
                    rewriting(
                            "(?<=这个月|下个月|上个月|本月)(" + N + ")([日号])",
                            m -> within(m.group(1), 1, 31).map(d -> d + m.group(2))),
                    rewriting(
                            "(?<=上午|下午|早上|晚上|中午|凌晨)(" + N + ")点(?:(半|钟)|(" + N + ")(分)?)?",
                            ChineseNumbers::timeOfDay),
                    rewriting(
                            "(" + N + ")点(半|钟)",
                            m -> within(m.group(1), 1, 24).map(h -> h + "点" + m.group(2))),
                    rewriting(
                            "(" + N + ")点(" + N + ")分(?!之)",
                            m ->
                                    within(m.group(1), 0, 24)
                                            .flatMap(
                                                    h ->
                                                            within(m.group(2), 1, 59)
                                                                    .map(s -> h + "点" + s + "分"))),
                    rewriting(
                            "(?<![这那有早晚快慢多少好差哪])("
                                    + N
                                    + "点"
                                    + D
                                    + "+)(?=倍|折|[万亿]|元|块|个百分点|公斤|吨|米|公里|小时|年|版|度|分(?!钟))",
                            m -> ChineseNumerals.number(m.group(1))),
                    rewriting(
                            "(" + D + "{1,2})折",
                            m -> ChineseNumerals.digits(m.group(1)).map(d -> d + "折")),
                    rewriting(
                            "(" + N + ")(?=块钱|元|万元|美元|欧元|美金)",
                            m -> ChineseNumerals.number(m.group(1))),
                    rewriting("第(" + N + ")", m -> atLeastTen(m.group(1)).map(n -> "第" + n)),
                    rewriting(
                            "(?<![几数好上成第半]|(?<!分)点)(" + N + ")(?=" + MEASURES + ")(?!块" + D + ")",
                            m -> atLeastTen(m.group(1))),
                    rewriting(
                            "(?<![几数好上成第半]|(?<!分)点)(" + N + "[万亿])(?![一二三四五六七八九分])",
                            m -> atLeastTen(m.group(1)).filter(n -> n.length() > 2)),
                    rewriting("([" + "零〇一二三四五六七八九幺]{3,})(?![十百千万亿点两])", ChineseNumbers::dictated));

    private static final Pattern ROW = Pattern.compile("[零〇一二两三四五六七八九十百千万亿幺]+(?:点" + D + "+)?");

    private ChineseNumbers() {}

    private static Rewriting rewriting(String pattern, Rule rule) {
        return new Rewriting(Pattern.compile(pattern), rule);
    }

    /** Every Han character is a piece, every number one, every other word one. */
    static List<Piece> written(List<Piece> words) {
        List<Piece> units = units(words);
        StringBuilder text = new StringBuilder();
        units.forEach(
                unit -> text.append(ChineseSentences.han(unit) ? unit.heard().charAt(0) : NO_HAN));
        List<Piece> written = new ArrayList<>();
        int i = 0;
        while (i < units.size()) {
            int end = rewrite(units, text, i, written);
            if (end == i) {
                Matcher row = ROW.matcher(text).region(i, text.length());
                end = row.lookingAt() ? row.end() : i + 1;
                written.addAll(units.subList(i, end));
            }
            i = end;
        }
        return written;
    }

    private static int rewrite(List<Piece> units, CharSequence text, int i, List<Piece> written) {
        for (Rewriting rewriting : REWRITINGS) {
            Matcher matcher =
                    rewriting
                            .pattern()
                            .matcher(text)
                            .region(i, text.length())
                            .useTransparentBounds(true);
            if (matcher.lookingAt()) {
                Optional<String> number = rewriting.rule().written(matcher.toMatchResult());
                if (number.isPresent()) {
                    String heard = text.subSequence(i, matcher.end()).toString();
                    written.add(new Piece(heard, number.get(), units.get(i).pauseSeconds()));
                    return matcher.end();
                }
            }
        }
        return i;
    }

    private static List<Piece> units(List<Piece> words) {
        List<Piece> units = new ArrayList<>();
        for (Piece word : words) {
            if (word.fixed() || !ChineseSentences.han(word)) {
                units.add(word);
                continue;
            }
            double pause = word.pauseSeconds();
            for (int one : word.heard().codePoints().toArray()) {
                units.add(Piece.of(Character.toString(one), pause));
                pause = 0;
            }
        }
        return units;
    }

    private static Optional<String> share(MatchResult match) {
        return match.group(1).equals("百")
                ? Optional.of("100%")
                : ChineseNumerals.number(match.group(1)).map(number -> number + "%");
    }

    private static Optional<String> fullDate(MatchResult match) {
        Optional<String> year =
                ChineseNumerals.digits(match.group(1))
                        .filter(y -> y.startsWith("19") || y.startsWith("20"));
        if (match.group(2) == null) {
            return year.map(y -> y + "年");
        }
        Optional<String> month = within(match.group(2), 1, 12);
        if (match.group(3) == null) {
            return year.flatMap(y -> month.map(m -> y + "年" + m + "月"));
        }
        Optional<String> day = within(match.group(3), 1, 31);
        return year.flatMap(
                y -> month.flatMap(m -> day.map(d -> y + "年" + m + "月" + d + match.group(4))));
    }

    private static Optional<String> monthAndDay(MatchResult match) {
        return within(match.group(1), 1, 12)
                .flatMap(m -> within(match.group(2), 1, 31).map(d -> m + "月" + d + match.group(3)));
    }

    private static Optional<String> timeOfDay(MatchResult match) {
        return within(match.group(1), 0, 24)
                .flatMap(
                        hour -> {
                            if (match.group(2) != null) {
                                return Optional.of(hour + "点" + match.group(2));
                            }
                            if (match.group(3) == null) {
                                return Optional.of(hour + "点");
                            }
                            String minutes =
                                    match.group(3).startsWith("零")
                                            ? match.group(3).substring(1)
                                            : match.group(3);
                            return within(minutes, 1, 59)
                                    .map(
                                            m ->
                                                    hour
                                                            + "点"
                                                            + (match.group(3).startsWith("零")
                                                                    ? "0"
                                                                    : "")
                                                            + m
                                                            + (match.group(4) == null ? "" : "分"));
                        });
    }

    private static Optional<String> within(String numerals, int least, int most) {
        OptionalLong value = ChineseNumerals.value(numerals);
        return value.isPresent() && value.getAsLong() >= least && value.getAsLong() <= most
                ? Optional.of(String.valueOf(value.getAsLong()))
                : Optional.empty();
    }

    /** Below ten, words read better, and 一 and 两 are often no numbers. */
    private static Optional<String> atLeastTen(String numerals) {
        OptionalLong value = ChineseNumerals.value(numerals);
        return value.isPresent() && value.getAsLong() >= 10
                ? ChineseNumerals.number(numerals)
                : Optional.empty();
    }

    /** Phone numbers and codes: five digits or more, or shorter ones with a zero in them. */
    private static Optional<String> dictated(MatchResult match) {
        return ChineseNumerals.digits(match.group(1))
                .filter(
                        digits ->
                                digits.length() >= 5
                                        || digits.contains("0")
                                        || match.group(1).contains("幺"))
                .filter(digits -> !"0123456789".contains(digits));
    }
}
