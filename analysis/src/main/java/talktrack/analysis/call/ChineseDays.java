package talktrack.analysis.call;

import static java.time.temporal.TemporalAdjusters.firstDayOfNextMonth;
import static java.time.temporal.TemporalAdjusters.lastDayOfMonth;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import talktrack.analysis.call.SpokenDays.Rule;

/** How Chinese names days, in normalised (simplified) text. */
final class ChineseDays {

    private static final Map<String, Integer> NUMBERS =
            SpokenDays.spelled(Locale.SIMPLIFIED_CHINESE, "%spellout-cardinal", 31);

    private static final String NUMBER = "(" + SpokenDays.anyOf(NUMBERS) + "|两|\\d{1,2})";
    private static final String WEEK = "(?:周|星期|礼拜)";
    private static final String WEEKDAY = WEEK + "([一二三四五六日天])";

    /** 号 counts more than days: metro lines, buildings, machines. */
    private static final String DAY_OF_MONTH = NUMBER + "[号日](?![线楼机店车门院仓库位口厂桌房馆产内游])";

    private static final Pattern NOT_MEANT =
            Pattern.compile(
                    "(?:上(?:个)?|每(?:个)?)"
                            + WEEKDAY
                            + "|(?:(?:下|这|本)(?:个)?)?(?:"
                            + WEEKDAY
                            + "|今天|明天|后天)(?:上午|下午|晚上|我|我们|都|也|可能|恐怕){0,3}(?:不行|没空|没时间|不方便|不在|有会|来不及|不太行)");

    private static final List<Rule> RULES =
            List.of(
                    Rule.sure("大后天", (m, from) -> from.call().plusDays(3)),
                    Rule.sure("后天", (m, from) -> from.call().plusDays(2)),
                    Rule.sure("明天|明早|明晚|明儿", (m, from) -> from.call().plusDays(1)),
                    Rule.sure("今天|今晚|今儿", (m, from) -> from.call()),
                    Rule.sure(
                            "下下(?:个)?" + WEEKDAY,
                            (m, from) -> SpokenDays.inWeek(weekday(m.group(1)), 2, from.call())),
                    Rule.sure(
                            "下(?:个)?" + WEEKDAY,
                            (m, from) -> SpokenDays.inWeek(weekday(m.group(1)), 1, from.call())),
                    new Rule(
                            "(?:这|本)(?:个)?" + WEEKDAY,
                            (m, from) ->
                                    Optional.of(
                                                    SpokenDays.inWeek(
                                                            weekday(m.group(1)), 0, from.call()))
                                            .filter(day -> day.isAfter(from.call()))),
                    new Rule(
                            "下(?:个)?月" + DAY_OF_MONTH,
                            (m, from) ->
                                    SpokenDays.next(
                                            number(m.group(1)),
                                            from.call().with(lastDayOfMonth()))),
                    new Rule(
                            "(?:这(?:个)?|本)月" + DAY_OF_MONTH,
                            (m, from) ->
                                    SpokenDays.next(number(m.group(1)), from.call())
                                            .filter(
                                                    day ->
                                                            day.getMonth()
                                                                    == from.call().getMonth())),
                    new Rule(
                            NUMBER + "月(?:份)?" + DAY_OF_MONTH + "(?:" + WEEKDAY + ")?",
                            (m, from) ->
                                    SpokenDays.next(
                                            number(m.group(1)), number(m.group(2)), from.call())),
                    Rule.sure(
                            "下(?:个)?月(?:月)?底",
                            (m, from) ->
                                    from.call().with(firstDayOfNextMonth()).with(lastDayOfMonth())),
                    Rule.sure(
                            "下(?:个)?月(?:月)?初|下(?:个)?月一开始",
                            (m, from) -> from.call().with(firstDayOfNextMonth())),
                    Rule.sure(
                            "(?:这(?:个)?月|本月|月)(?:月)?底",
                            (m, from) -> from.call().with(lastDayOfMonth())),
                    Rule.sure(
                            NUMBER + "(?:个)?(?:周|星期|礼拜)(?:之|以)?后",
                            (m, from) -> from.call().plusWeeks(number(m.group(1)))),
                    Rule.sure(
                            NUMBER + "天(?:之|以)?后",
                            (m, from) -> from.call().plusDays(number(m.group(1)))),
                    // A weekday with its number is a day only if they agree.
                    new Rule(
                            WEEKDAY + "(?:也)?(?:就是)?(?:那个)?" + DAY_OF_MONTH,
                            (m, from) ->
                                    SpokenDays.next(number(m.group(2)), from.call())
                                            .filter(
                                                    day ->
                                                            day.getDayOfWeek()
                                                                    == weekday(m.group(1)))),
                    new Rule(
                            DAY_OF_MONTH + "(?:也)?(?:就是)?(?:那天)?" + WEEKDAY,
                            (m, from) ->
                                    SpokenDays.next(number(m.group(1)), from.call())
                                            .filter(
                                                    day ->
                                                            day.getDayOfWeek()
                                                                    == weekday(m.group(2)))),
                    Rule.sure(WEEKDAY, (m, from) -> SpokenDays.bare(weekday(m.group(1)), from)),
                    new Rule(
                            DAY_OF_MONTH,
                            (m, from) -> SpokenDays.next(number(m.group(1)), from.call())));

    static final SpokenDays.Naming NAMING =
            new SpokenDays.Naming(NOT_MEANT, RULES, ChineseDays::weeks);

    private static final Pattern WEEK_AFTER_NEXT =
            Pattern.compile("下下(?:个)?" + WEEK + "(?![一二三四五六日天])");
    private static final Pattern NEXT_WEEK =
            Pattern.compile("(?<!下)下(?:个)?" + WEEK + "(?![一二三四五六日天])");

    private ChineseDays() {}

    /** How many weeks ahead a text speaks of; absent when of none or several. */
    private static Optional<Integer> weeks(String said) {
        boolean afterNext = WEEK_AFTER_NEXT.matcher(said).find();
        boolean next = NEXT_WEEK.matcher(said).find();
        return afterNext == next ? Optional.empty() : Optional.of(afterNext ? 2 : 1);
    }

    private static DayOfWeek weekday(String name) {
        return name.equals("天") ? DayOfWeek.SUNDAY : DayOfWeek.of("一二三四五六日".indexOf(name) + 1);
    }

    private static int number(String words) {
        return words.equals("两")
                ? 2
                : Optional.ofNullable(NUMBERS.get(words)).orElseGet(() -> Integer.parseInt(words));
    }
}
