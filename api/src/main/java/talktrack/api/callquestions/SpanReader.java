package talktrack.api.callquestions;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import talktrack.models.labels.Language;

/** Finds the time that a question names. A month or week without a year is the last that began. */
final class SpanReader {

    private static final String MONTHS =
            "january|february|march|april|may|june|july|august|september|october|november|december";
    private static final List<String> MONTH_NAMES = List.of(MONTHS.split("\\|"));

    /** Not the last of a longer one's words: 一二月 is not February alone. */
    private static final String CHINESE_NUMBER =
            "(?<![一二两三四五六七八九十百\\d])(?:\\d{1,3}|%s)".formatted(SpokenNumbers.CHINESE);

    private static final String ENGLISH_NUMBER = "\\d{1,3}|" + SpokenNumbers.ENGLISH;

    private record Rule(Pattern words, BiFunction<MatchResult, LocalDate, Span> meaning) {}

    private static final List<Rule> RULES =
            List.of(
                    rule("(\\d{4}) ?w(\\d{1,2})", (m, d) -> week(number(m, 1), number(m, 2))),
                    rule("\\b(?:week|w) ?(\\d{1,2})\\b", (m, d) -> lastWeek(number(m, 1), d)),
                    rule("第(" + CHINESE_NUMBER + ")周", (m, d) -> lastWeek(number(m, 1), d)),
                    rule(
                            "\\b(\\d{4}) (\\d{1,2}) (\\d{1,2})\\b",
                            (m, d) -> day(LocalDate.of(number(m, 1), number(m, 2), number(m, 3)))),
                    rule(
                            "\\b(?:in|during|of|since)? ?(" + MONTHS + ") (\\d{4})\\b",
                            (m, d) -> month(YearMonth.of(number(m, 2), monthOf(m.group(1))))),
                    rule(
                            "(\\d{4})年(" + CHINESE_NUMBER + ")月份?",
                            (m, d) -> month(YearMonth.of(number(m, 1), number(m, 2)))),
                    rule(
                            "\\bsince (" + MONTHS + ")\\b",
                            (m, d) -> new Span(lastMonth(monthOf(m.group(1)), d).atDay(1), d)),
                    rule(
                            "(" + CHINESE_NUMBER + ")月份?以来|自从?(" + CHINESE_NUMBER + ")月",
                            (m, d) ->
                                    new Span(
                                            lastMonth(
                                                            numberOf(
                                                                    m.group(1) == null
                                                                            ? m.group(2)
                                                                            : m.group(1)),
                                                            d)
                                                    .atDay(1),
                                            d)),
                    rule(
                            "\\b(?:in|during|of|last|this) (" + MONTHS + ")\\b",
                            (m, d) -> month(lastMonth(monthOf(m.group(1)), d))),
                    rule(
                            "(?:last|past|previous) (" + ENGLISH_NUMBER + ") (day|week|month)s?",
                            (m, d) -> back(numberOf(m.group(1)), unit(m.group(2)), d)),
                    rule(
                            "(?:最近|过去|近)(" + CHINESE_NUMBER + ")个?(天|周|星期|月)",
                            (m, d) -> back(numberOf(m.group(1)), unit(m.group(2)), d)),
                    rule("\\blast week\\b|上(?:个)?(?:周|星期)", (m, d) -> week(d.minusWeeks(1))),
                    rule("\\bthis week\\b|(?:本|这)(?:个)?(?:周|星期)", (m, d) -> week(d)),
                    rule(
                            "\\blast month\\b|上个?月",
                            (m, d) -> month(YearMonth.from(d).minusMonths(1))),
                    rule("\\bthis month\\b|(?:本|这个?)月", (m, d) -> month(YearMonth.from(d))),
                    rule("\\blast quarter\\b|上个?季度", (m, d) -> quarter(d.minusMonths(3))),
                    rule("\\bthis quarter\\b|(?:本|这个?)季度", (m, d) -> quarter(d)),
                    rule("\\byesterday\\b|昨天", (m, d) -> day(d.minusDays(1))),
                    rule("\\btoday\\b|今天", (m, d) -> day(d)),
                    rule("\\blast year\\b|去年", (m, d) -> year(d.getYear() - 1)),
                    rule("\\bthis year\\b|今年", (m, d) -> year(d.getYear())),
                    rule("\\bin (20\\d{2})\\b|(20\\d{2})年", (m, d) -> year(yearOf(m))),
                    rule("(" + CHINESE_NUMBER + ")月份?", (m, d) -> chineseMonth(m, d)));

    private SpanReader() {}

    /**
     * @param words that name the time; empty where none do
     * @param left the text without them
     */
    record Reading(Optional<Span> span, String words, String left) {}

    /**
     * @param text normalised
     * @param today in the zone whose days are meant
     */
    static Reading read(String text, Language language, LocalDate today) {
        for (Rule rule : RULES) {
            Matcher matcher = rule.words().matcher(text);
            Optional<Span> span =
                    matcher.find() ? meant(rule, matcher.toMatchResult(), today) : Optional.empty();
            if (span.isPresent()) {
                String left =
                        text.substring(0, matcher.start())
                                + (language == Language.EN ? " " : "")
                                + text.substring(matcher.end());
                return new Reading(span, matcher.group(), left);
            }
        }
        return new Reading(Optional.empty(), "", text);
    }

    /** Nothing where there is no such day, as in month 13. */
    private static Optional<Span> meant(Rule rule, MatchResult match, LocalDate today) {
        try {
            return Optional.of(rule.meaning().apply(match, today));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Rule rule(String words, BiFunction<MatchResult, LocalDate, Span> meaning) {
        return new Rule(Pattern.compile(words), meaning);
    }

    private static Span day(LocalDate day) {
        return new Span(day, day);
    }

    private static Span week(LocalDate day) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Span(monday, monday.plusDays(6));
    }

    private static Span week(int year, int week) {
        return week(
                LocalDate.parse(
                        "%04d-W%02d-1".formatted(year, week), DateTimeFormatter.ISO_WEEK_DATE));
    }

    private static Span lastWeek(int week, LocalDate today) {
        int year = today.get(IsoFields.WEEK_BASED_YEAR);
        boolean there = IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(today).isValidValue(week);
        return there && !week(year, week).from().isAfter(today)
                ? week(year, week)
                : week(year - 1, week);
    }

    private static Span month(YearMonth month) {
        return new Span(month.atDay(1), month.atEndOfMonth());
    }

    private static Span chineseMonth(MatchResult match, LocalDate today) {
        return month(lastMonth(numberOf(match.group(1)), today));
    }

    private static YearMonth lastMonth(int month, LocalDate today) {
        YearMonth ofThisYear = YearMonth.of(today.getYear(), month);
        return ofThisYear.atDay(1).isAfter(today) ? ofThisYear.minusYears(1) : ofThisYear;
    }

    private static Span quarter(LocalDate day) {
        LocalDate first = day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
        return new Span(first, first.plusMonths(3).minusDays(1));
    }

    private static Span year(int year) {
        return new Span(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    private static int yearOf(MatchResult match) {
        return Integer.parseInt(match.group(1) == null ? match.group(2) : match.group(1));
    }

    private static Span back(int count, ChronoUnit unit, LocalDate today) {
        return new Span(today.minus(count, unit), today);
    }

    private static ChronoUnit unit(String word) {
        return switch (word) {
            case "day", "天" -> ChronoUnit.DAYS;
            case "week", "周", "星期" -> ChronoUnit.WEEKS;
            default -> ChronoUnit.MONTHS;
        };
    }

    private static int monthOf(String name) {
        return MONTH_NAMES.indexOf(name) + 1;
    }

    private static int number(MatchResult match, int group) {
        return numberOf(match.group(group));
    }

    private static int numberOf(String word) {
        if (Character.isDigit(word.charAt(0))) {
            return Integer.parseInt(word);
        }
        return SpokenNumbers.value(word)
                .orElseThrow(() -> new DateTimeException("no such number: " + word));
    }
}
