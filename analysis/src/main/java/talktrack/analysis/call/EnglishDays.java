package talktrack.analysis.call;

import static java.time.temporal.TemporalAdjusters.firstDayOfNextMonth;
import static java.time.temporal.TemporalAdjusters.lastDayOfMonth;
import static java.time.temporal.TemporalAdjusters.next;
import static java.time.temporal.TemporalAdjusters.nextOrSame;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import talktrack.analysis.call.SpokenDays.From;
import talktrack.analysis.call.SpokenDays.Rule;

/** How English names days, in normalised text (recognisers write numbers as words). */
final class EnglishDays {

    private static final Map<String, Integer> ORDINALS =
            SpokenDays.spelled(Locale.ENGLISH, "%spellout-ordinal", 31);
    private static final Map<String, Integer> CARDINALS =
            SpokenDays.spelled(Locale.ENGLISH, "%spellout-cardinal", 31);

    private static final String WEEKDAY =
            "(monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?:'s)?";
    private static final String MONTH =
            "(january|february|march|april|may|june|july|august|september|october|november|december)";
    private static final String DAY =
            "(" + SpokenDays.anyOf(ORDINALS) + "|\\d{1,2}(?:st|nd|rd|th))";
    private static final String DAY_OR_NUMBER =
            "(" + SpokenDays.anyOf(ORDINALS) + "|\\d{1,2}(?:st|nd|rd|th)?)";
    private static final String NUMBER = "(a|" + SpokenDays.anyOf(CARDINALS) + "|\\d{1,2})";

    private static final String PART = "(?: (?:morning|afternoon|evening|night|lunchtime))?";

    private static final Pattern NOT_MEANT =
            Pattern.compile(
                    "\\b(?:(?:last|every|each|since|on a) "
                            + WEEKDAY
                            + "s?|(?:not|except) (?:on )?(?:"
                            + WEEKDAY
                            + "|tomorrow|today)|(?:next |this )?(?:"
                            + WEEKDAY
                            + "|tomorrow|today)(?: \\w+){0,2} (?:is out|no good|doesn't|don't|won't|can't|cannot|isn't|not))\\b");

    private static final List<Rule> RULES =
            List.of(
                    Rule.sure("\\bday after tomorrow\\b", (m, from) -> from.call().plusDays(2)),
                    Rule.sure("\\btomorrow\\b" + PART, (m, from) -> from.call().plusDays(1)),
                    Rule.sure(
                            "\\b(?:today|tonight|this (?:morning|afternoon|evening)|end of (?:the )?day|close of business)\\b",
                            (m, from) -> from.call()),
                    // A weekday with its number is a day only if they agree.
                    new Rule(
                            "\\b(?:next )?"
                                    + WEEKDAY
                                    + PART
                                    + "(?: the)? "
                                    + DAY
                                    + "(?: of)?(?: "
                                    + MONTH
                                    + ")?\\b",
                            (m, from) ->
                                    dated(m.group(3), m.group(2), from)
                                            .filter(
                                                    day ->
                                                            day.getDayOfWeek()
                                                                    == weekday(m.group(1)))),
                    new Rule(
                            "\\b" + DAY_OR_NUMBER + "(?: day)? of " + MONTH + "\\b",
                            (m, from) -> dated(m.group(2), m.group(1), from)),
                    new Rule(
                            "\\b" + MONTH + "(?: the)? " + DAY_OR_NUMBER + "\\b",
                            (m, from) -> dated(m.group(1), m.group(2), from)),
                    new Rule(
                            "\\b(\\d{1,2}) " + MONTH + "\\b",
                            (m, from) -> dated(m.group(2), m.group(1), from)),
                    new Rule(
                            "\\b" + DAY + " of next month\\b",
                            (m, from) ->
                                    SpokenDays.next(
                                            number(m.group(1)),
                                            from.call().with(lastDayOfMonth()))),
                    Rule.sure(
                            "\\b(?:a week (?:on|from) " + WEEKDAY + "|" + WEEKDAY + " week)\\b",
                            (m, from) ->
                                    from.call()
                                            .with(next(weekday(either(m.group(1), m.group(2)))))
                                            .plusWeeks(1)),
                    Rule.sure(
                            "\\b" + NUMBER + " weeks? from " + WEEKDAY + "\\b",
                            (m, from) ->
                                    from.call()
                                            .with(next(weekday(m.group(2))))
                                            .plusWeeks(number(m.group(1)))),
                    Rule.sure(
                            "\\bweek after next (?:on )?"
                                    + WEEKDAY
                                    + "\\b|\\b"
                                    + WEEKDAY
                                    + PART
                                    + "(?: of)?(?: the)? week after next\\b",
                            (m, from) ->
                                    SpokenDays.inWeek(
                                            weekday(either(m.group(1), m.group(2))),
                                            2,
                                            from.call())),
                    Rule.sure(
                            "\\bnext week(?: \\w+)? "
                                    + WEEKDAY
                                    + "\\b|\\b"
                                    + WEEKDAY
                                    + PART
                                    + "(?: of)? next week\\b|\\bnext "
                                    + WEEKDAY
                                    + "\\b",
                            (m, from) ->
                                    SpokenDays.inWeek(
                                            weekday(
                                                    either(
                                                            either(m.group(1), m.group(2)),
                                                            m.group(3))),
                                            1,
                                            from.call())),
                    new Rule(
                            "\\bthis (?:coming )?" + WEEKDAY + "\\b",
                            (m, from) ->
                                    Optional.of(
                                                    SpokenDays.inWeek(
                                                            weekday(m.group(1)), 0, from.call()))
                                            .filter(day -> day.isAfter(from.call()))),
                    Rule.sure(
                            "\\b(?:in )?"
                                    + NUMBER
                                    + " weeks?(?:'s|'| from (?:now|today)| time)|\\bin "
                                    + NUMBER
                                    + " weeks?\\b",
                            (m, from) ->
                                    from.call().plusWeeks(number(either(m.group(1), m.group(2))))),
                    Rule.sure("\\bin a fortnight\\b", (m, from) -> from.call().plusWeeks(2)),
                    Rule.sure(
                            "\\bin "
                                    + NUMBER
                                    + " days?\\b|\\b"
                                    + NUMBER
                                    + " days? from (?:now|today)\\b",
                            (m, from) ->
                                    from.call().plusDays(number(either(m.group(1), m.group(2))))),
                    Rule.sure(
                            "\\b(?:end|last day) of next month\\b",
                            (m, from) ->
                                    from.call().with(firstDayOfNextMonth()).with(lastDayOfMonth())),
                    Rule.sure(
                            "\\b(?:(?:end|last day) of (?:the|this) month|month end)\\b",
                            (m, from) -> from.call().with(lastDayOfMonth())),
                    Rule.sure(
                            "\\b(?:start|beginning|first) of (?:next|the) month\\b",
                            (m, from) -> from.call().with(firstDayOfNextMonth())),
                    Rule.sure(
                            "\\bend of next week\\b",
                            (m, from) -> SpokenDays.inWeek(DayOfWeek.FRIDAY, 1, from.call())),
                    Rule.sure(
                            "\\bend of (?:the|this) week\\b",
                            (m, from) -> from.call().with(nextOrSame(DayOfWeek.FRIDAY))),
                    Rule.sure(
                            "\\b" + WEEKDAY + "\\b",
                            (m, from) -> SpokenDays.bare(weekday(m.group(1)), from)),
                    // "the second machine" is no day: its surroundings must make it one.
                    new Rule(
                            "\\b(?:on|by|for|until|till) the "
                                    + DAY
                                    + "\\b(?! (?:floor|line|time|one|machine|meeting|call|year|quarter|month|week|site|call|page|phase))"
                                    + "|\\bthe "
                                    + DAY
                                    + "(?= (?:works|is|would|at|then|okay|ok|fine|suits|in the|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|noon)\\b|$)",
                            (m, from) ->
                                    SpokenDays.next(
                                            number(either(m.group(1), m.group(2))), from.call())));

    static final SpokenDays.Naming NAMING =
            new SpokenDays.Naming(NOT_MEANT, RULES, EnglishDays::weeks);

    private static final Pattern WEEK_AFTER_NEXT = Pattern.compile("\\bweek after next\\b");
    private static final Pattern NEXT_WEEK = Pattern.compile("\\bnext week\\b");
    private static final Pattern THIS_WEEK = Pattern.compile("\\bthis week\\b");

    private EnglishDays() {}

    /** How many weeks ahead a text speaks of; absent when of none or several. */
    private static Optional<Integer> weeks(String said) {
        boolean afterNext = WEEK_AFTER_NEXT.matcher(said).find();
        boolean next = NEXT_WEEK.matcher(said).find();
        if (THIS_WEEK.matcher(said).find() || afterNext == next) {
            return Optional.empty();
        }
        return Optional.of(afterNext ? 2 : 1);
    }

    private static Optional<LocalDate> dated(String month, String day, From from) {
        return month == null
                ? SpokenDays.next(number(day), from.call())
                : SpokenDays.next(
                        Month.valueOf(month.toUpperCase(Locale.ROOT)).getValue(),
                        number(day),
                        from.call());
    }

    private static DayOfWeek weekday(String name) {
        return DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static String either(String one, String other) {
        return one == null ? other : one;
    }

    private static int number(String words) {
        return switch (words) {
            case "a" -> 1;
            default ->
                    Optional.ofNullable(ORDINALS.get(words))
                            .or(() -> Optional.ofNullable(CARDINALS.get(words)))
                            .orElseGet(() -> Integer.parseInt(words.replaceAll("\\D", "")));
        };
    }
}
