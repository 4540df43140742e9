package talktrack.analysis.call;

import static java.time.temporal.TemporalAdjusters.nextOrSame;
import static java.time.temporal.TemporalAdjusters.previousOrSame;
import static java.util.stream.Collectors.joining;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import talktrack.models.labels.Language;
import talktrack.models.text.TextNormaliser;

/**
 * The days that people name in a call, against the day of the call: "Thursday", "the fourteenth",
 * 下周三. Whatever leaves more than one day open names none.
 */
final class SpokenDays {

    private SpokenDays() {}

    /**
     * Days that a text names.
     *
     * @param known one entry a mention; empty where the words leave more than one day open
     * @param weeks weeks ahead that the text speaks of without a day ("next week"): a bare weekday
     *     said with it, or in answer to it, is one of that week
     */
    record Mentions(List<Optional<LocalDate>> known, Optional<Integer> weeks) {
        Mentions {
            known = List.copyOf(known);
        }

        /** The one day that is named, if it is one. */
        Optional<LocalDate> only() {
            return SpokenDays.only(known);
        }
    }

    /** The one day that is named, if it is one. */
    static Optional<LocalDate> only(List<Optional<LocalDate>> known) {
        List<Optional<LocalDate>> different = known.stream().distinct().toList();
        return different.size() == 1 ? different.getFirst() : Optional.empty();
    }

    /**
     * How a language names days.
     *
     * @param notMeant days that nobody proposes: what was, what is every week, what does not suit
     * @param rules in their order; what one has read, the next do not see
     * @param weeks how many weeks ahead a text speaks of, without a day
     */
    record Naming(Pattern notMeant, List<Rule> rules, Function<String, Optional<Integer>> weeks) {}

    /**
     * One way to name a day.
     *
     * @param day from the match and {@link From}; empty where it cannot be told
     */
    record Rule(Pattern pattern, BiFunction<MatchResult, From, Optional<LocalDate>> day) {
        Rule(String pattern, BiFunction<MatchResult, From, Optional<LocalDate>> day) {
            this(Pattern.compile(pattern), day);
        }

        /** Words that leave only one day. */
        static Rule sure(String pattern, BiFunction<MatchResult, From, LocalDate> day) {
            return new Rule(pattern, day.andThen(Optional::of));
        }
    }

    /** What "Thursday" is counted from: the day of the call, and the week that is spoken of. */
    record From(LocalDate call, Optional<Integer> weeks) {}

    /**
     * @param call the day of the call
     * @param weeks of whatever this text answers
     */
    static Mentions in(Language language, String text, LocalDate call, Optional<Integer> weeks) {
        String said = TextNormaliser.normalise(language, text);
        Naming naming =
                switch (language) {
                    case EN -> EnglishDays.NAMING;
                    case ZH -> ChineseDays.NAMING;
                };
        String left = naming.notMeant().matcher(said).replaceAll("|");
        From from = new From(call, naming.weeks().apply(left).or(() -> weeks));
        List<Optional<LocalDate>> known = new ArrayList<>();
        for (Rule rule : naming.rules()) {
            Matcher matcher = rule.pattern().matcher(left);
            matcher.results().forEach(match -> known.add(rule.day().apply(match, from)));
            left = matcher.replaceAll("|");
        }
        return new Mentions(known, from.weeks());
    }

    /** A weekday of the call's week, or of one so many weeks ahead; weeks start on Monday. */
    static LocalDate inWeek(DayOfWeek weekday, int weeks, LocalDate call) {
        return call.with(previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks(weeks)
                .with(nextOrSame(weekday));
    }

    /** A bare weekday: of the week that is spoken of, else the next such day after the call's. */
    static LocalDate bare(DayOfWeek weekday, From from) {
        return from.weeks()
                .map(weeks -> inWeek(weekday, weeks, from.call()))
                .orElseGet(() -> from.call().with(TemporalAdjusters.next(weekday)));
    }

    /** The next day of the month with this number, after the call's day. */
    static Optional<LocalDate> next(int dayOfMonth, LocalDate call) {
        for (int months = 0; months <= 2; months++) {
            LocalDate first = call.withDayOfMonth(1).plusMonths(months);
            if (dayOfMonth >= 1
                    && dayOfMonth <= first.lengthOfMonth()
                    && first.withDayOfMonth(dayOfMonth).isAfter(call)) {
                return Optional.of(first.withDayOfMonth(dayOfMonth));
            }
        }
        return Optional.empty();
    }

    /** The next such day of the year, after the call's day; none for the thirtieth of February. */
    static Optional<LocalDate> next(int month, int dayOfMonth, LocalDate call) {
        for (int years = 0; years <= 1 && month >= 1 && month <= 12; years++) {
            LocalDate first = LocalDate.of(call.getYear() + years, month, 1);
            if (dayOfMonth >= 1
                    && dayOfMonth <= first.lengthOfMonth()
                    && first.withDayOfMonth(dayOfMonth).isAfter(call)) {
                return Optional.of(first.withDayOfMonth(dayOfMonth));
            }
        }
        return Optional.empty();
    }

    /**
     * Numbers as they are said, by ICU's spelling rules.
     *
     * @param style ICU's rule set, such as {@code %spellout-ordinal}
     */
    static Map<String, Integer> spelled(Locale locale, String style, int upTo) {
        RuleBasedNumberFormat format =
                new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT);
        Map<String, Integer> words = new HashMap<>();
        for (int number = 1; number <= upTo; number++) {
            words.put(format.format(number, style).replace('-', ' '), number);
        }
        return Map.copyOf(words);
    }

    /** An alternative of all these words, the longest first, so that none cuts another short. */
    static String anyOf(Map<String, Integer> words) {
        return words.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .collect(joining("|", "(?:", ")"));
    }
}
