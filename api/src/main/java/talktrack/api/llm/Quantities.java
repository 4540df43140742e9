package talktrack.api.llm;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of a text with what they count, and for what time: "20 people" is not "20 %", and "390
 * EUR a month" not "390 EUR a year". Figures, English number words and Chinese numerals of the same
 * value are the same.
 */
final class Quantities {

    /** What a number counts, where telling it wrongly would be a lie. */
    private enum Unit {
        PERCENT("%|percent\\b|per cent\\b|pct\\b|个点(?!位)|个?百分点"),
        MONEY(
                "[$€£¥]|(?:eur|usd|gbp|chf|sek|rmb|cny|yuan|euros?|dollars?|pounds?|bucks|grand|"
                        + "cents?)\\b|欧元|美元|人民币|块钱?(?!儿)|元|毛钱"),
        SECOND("(?:seconds?|secs?)\\b|秒"),
        MINUTE("(?:minutes?|mins?)\\b|分钟"),
        HOUR("(?:hours?|hrs?|hourly)\\b|个?小时|个?钟头"),
        DAY("(?:days?|daily)\\b|天|日|个?工作日"),
        WEEK("(?:weeks?|weekly)\\b|周|个?星期|个?礼拜"),
        MONTH("(?:months?|monthly)\\b|个?月"),
        QUARTER("(?:quarters?|quarterly)\\b|个?季度"),
        YEAR("(?:years?|yearly|annual|annually)\\b|年"),
        ONCE("once\\b|one-(?:time|off)\\b|一次性"),
        COUNT(
                "(?:people|persons?|users?|seats?|licen[cs]es?|employees|members|customers?|clients|"
                        + "companies|sites?|depots?|vehicles?|devices?|orders?|calls?)\\b"
                        + "|个?用户|个?席位|个?人|名|家|台|套|辆|单"),
        /** Alone, as in a table: what it counts stands elsewhere. */
        BARE("\\s*(?:$|[|\\n;])"),
        OTHER("");

        private final Pattern words;

        Unit(String words) {
            this.words = Pattern.compile(words);
        }

        private boolean isPeriod() {
            return compareTo(SECOND) >= 0 && compareTo(ONCE) <= 0;
        }

        private boolean isIn(String text) {
            return words.matcher(text).find();
        }

        /** What a text begins with. */
        private static Unit at(String text) {
            for (Unit unit : values()) {
                if (unit.words.matcher(text).lookingAt()) {
                    return unit;
                }
            }
            return OTHER;
        }
    }

    private static final String CHINESE =
            "[" + Numerals.CHINESE + "]+(?:点[" + Numerals.CHINESE + "]+)?";
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?<digits>\\d+(?:[.,:]\\d+)*)(?<scale>k\\b|\\s?(?:thousand|million)\\b|[百千万亿]+)?"
                            + "|\\b(?<english>(?:%1$s)(?:[\\s-]+(?:and\\s+)?(?:%1$s))*)\\b|(?<part>百分之)?(?<chinese>%2$s)"
                                    .formatted(Numerals.ENGLISH, CHINESE));
    private static final Pattern CURRENCY_BEFORE =
            Pattern.compile("(?:[$€£¥]|\\b(?:eur|usd|gbp|chf|sek|rmb|cny))\\s?$");
    private static final Pattern BEFORE_UNIT =
            Pattern.compile(
                    "\\s*-?\\s*(?:(?:more|extra|full|whole|working|business|calendar)\\s+)*");
    private static final String EACH = "(?:(?:a|an|per|each|every)\\s+|/\\s*)";
    private static final String PERIOD = "(?:minute|hour|day|week|month|quarter|year)";
    private static final Pattern EACH_AFTER =
            Pattern.compile(
                    "\\s*(?:"
                            + EACH
                            + ("(?:(?!" + PERIOD + ")[a-z]+\\s+" + EACH + ")?")
                            + "|(?:/|每|一个?)(?:人|名|个用户|用户)?[每/]?|(?=once|one-|monthly|weekly|daily|hourly|quarterly|yearly|annually|annual))");
    private static final Pattern EACH_BEFORE =
            Pattern.compile(
                    "(?:[每一](?:人|名|个?用户)?(?:[每一]个?|个)?(?=[分小天日周星月季年])|(?=一次性)"
                            + "|\\b(?=(?:monthly|weekly|daily|hourly|quarterly|yearly|annual)\\b))"
                            + "(?<period>[^,.;:，。；：、\\d]{1,24})$");
    private static final Pattern RANGE = Pattern.compile("\\s*(?:-|–|~|to|and|or|至|到|或)\\s*");

    /** After a number it says how often, and counts nothing. */
    private static final Pattern HOW_OFTEN = Pattern.compile("(?:[a-z]+ly|annual)\\b");

    private static final Pattern PERIOD_NAMED =
            Pattern.compile(
                    "\\b(?:(?:minute|hour|day|week|month|quarter|year)s?|hourly|daily|weekly|monthly"
                            + "|quarterly|yearly|annually)\\b"
                            + "|[每按](个?(?:分钟|小时|钟头|天|日|周|星期|月|季度|年))");

    /** "一个月九百" says what "每月九百" says. */
    private static final Pattern ONE_OF_TIME = Pattern.compile("一个?(月|年|天|周|季度)");

    private Quantities() {}

    /**
     * @param written the number as it stands there, and with its unit
     */
    private record Quantity(
            String number, String written, BigDecimal value, Unit unit, Optional<Unit> per) {

        /** "One" and "two" by themselves count nothing that matters. */
        private boolean isSmallTalk() {
            boolean inWords = !Character.isDigit(number.charAt(0));
            boolean small = value.compareTo(BigDecimal.TWO) <= 0;
            boolean ofNothing = unit == Unit.OTHER || unit == Unit.BARE;
            boolean chinese = Character.isIdeographic(number.codePointAt(0));
            return inWords
                    && (value.compareTo(BigDecimal.ONE) == 0 || (ofNothing && (small || chinese)));
        }

        private boolean isSaidBy(Quantity source, String known) {
            return value.compareTo(source.value) == 0
                    && countsTheSame(source, known)
                    && per.map(one -> isPer(one, source, known)).orElse(true);
        }

        private boolean countsTheSame(Quantity source, String known) {
            return switch (unit) {
                case OTHER, BARE -> true;
                case COUNT -> source.unit == Unit.COUNT || source.isOpen();
                case MONEY ->
                        source.unit == Unit.MONEY
                                || (source.isOpen() && source.per.isPresent())
                                || (source.unit == Unit.BARE && unit.isIn(known));
                default -> source.unit == unit || (source.unit == Unit.BARE && unit.isIn(known));
            };
        }

        private boolean isOpen() {
            return unit == Unit.OTHER || unit == Unit.BARE;
        }

        private static boolean isPer(Unit one, Quantity source, String known) {
            return source.per.map(one::equals).orElseGet(() -> one.isIn(known));
        }

        private Quantity countedAs(Quantity next) {
            return new Quantity(number, written, value, next.unit, per.or(next::per));
        }
    }

    /**
     * The numbers that no source has, and those that it has of something else.
     *
     * @param text normalised and in lower case, as the sources are
     */
    static List<String> unsupported(String text, String known) {
        List<Quantity> sources = in(known);
        List<String> unsupported = new ArrayList<>();
        for (Quantity one : in(text)) {
            if (one.isSmallTalk() || sources.stream().anyMatch(it -> one.isSaidBy(it, known))) {
                continue;
            }
            boolean sameNumber =
                    sources.stream().anyMatch(it -> it.value.compareTo(one.value) == 0);
            unsupported.add(sameNumber ? one.written : one.number);
        }
        return unsupported;
    }

    /** How often or how long, said without a number, where the sources never count in that. */
    static List<String> unheardPeriods(String text, String known) {
        return PERIOD_NAMED
                .matcher(text)
                .results()
                .map(found -> found.group(1) == null ? found.group() : found.group(1))
                .filter(name -> !Unit.at(name).isIn(known))
                .toList();
    }

    /** Whether a text counts something, and the sources the same of the same. */
    static boolean areIn(String text, String known) {
        Matcher one = ONE_OF_TIME.matcher(text);
        if (one.matches()) {
            return known.contains("每" + one.group(1)) || known.contains("每个" + one.group(1));
        }
        List<Quantity> all = in(text);
        return !all.isEmpty()
                && all.stream().noneMatch(it -> it.isOpen() || it.isSmallTalk())
                && unsupported(text, known).isEmpty();
    }

    private static List<Quantity> in(String text) {
        List<Quantity> found = new ArrayList<>();
        Matcher number = NUMBER.matcher(text);
        int end = 0;
        while (number.find()) {
            Quantity one = quantity(text, number);
            boolean range =
                    !found.isEmpty()
                            && found.getLast().isOpen()
                            && RANGE.matcher(text.substring(end, number.start())).matches();
            if (range) {
                found.add(found.removeLast().countedAs(one));
            }
            found.add(one);
            end = number.end();
        }
        return found;
    }

    private static Quantity quantity(String text, Matcher number) {
        String before = text.substring(0, number.start());
        String after = text.substring(number.end());
        Matcher gap = BEFORE_UNIT.matcher(after);
        String unitOn = gap.lookingAt() ? after.substring(gap.end()) : after;
        Unit unit =
                number.group("part") != null
                        ? Unit.PERCENT
                        : CURRENCY_BEFORE.matcher(before).find()
                                ? Unit.MONEY
                                : after.startsWith("\n")
                                        ? Unit.BARE
                                        : HOW_OFTEN.matcher(unitOn).lookingAt()
                                                ? Unit.OTHER
                                                : Unit.at(unitOn);
        Matcher words = unit.words.matcher(unitOn);
        boolean named = unit != Unit.BARE && words.lookingAt();
        String rest = named ? unitOn.substring(words.end()) : after;
        String written =
                number.group() + after.substring(0, after.length() - rest.length()).stripTrailing();
        return new Quantity(number.group(), written, value(number), unit, per(before, rest));
    }

    private static Optional<Unit> per(String before, String rest) {
        Matcher after = EACH_AFTER.matcher(rest);
        if (after.lookingAt()) {
            Optional<Unit> period = period(rest.substring(after.end()));
            if (period.isPresent()) {
                return period;
            }
        }
        Matcher ahead = EACH_BEFORE.matcher(before);
        return ahead.find() ? period(ahead.group("period")) : Optional.empty();
    }

    private static Optional<Unit> period(String text) {
        return Optional.of(Unit.at(text)).filter(Unit::isPeriod);
    }

    private static BigDecimal value(Matcher number) {
        if (number.group("english") != null) {
            return Numerals.english(number.group("english"));
        }
        if (number.group("chinese") != null) {
            return Numerals.chinese(number.group("chinese"));
        }
        BigDecimal digits = digits(number.group("digits"));
        String scale = number.group("scale");
        if (scale == null) {
            return digits;
        }
        return digits.multiply(
                switch (scale.strip()) {
                    case "k" -> BigDecimal.valueOf(1000);
                    case "thousand", "million" -> Numerals.english(scale.strip());
                    default -> Numerals.chinese(scale);
                });
    }

    /** Of times and dates, 8:30 and 12.11.2026, only that they are told apart. */
    private static BigDecimal digits(String number) {
        String plain = number.replace(",", "");
        return plain.matches("\\d+(?:\\.\\d+)?")
                ? new BigDecimal(plain)
                : new BigDecimal(plain.replaceAll("\\D", "")).negate();
    }
}
