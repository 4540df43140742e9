package talktrack.api.cli.report;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import talktrack.models.events.SkillScore;
import talktrack.models.events.Utterance;

/** Why a skill has its score, in words made of its facts. */
final class Explanation {

    /** {@code {name}}, or {@code {name:for one|for any other number}}. */
    private static final Pattern BLANK = Pattern.compile("\\{(\\w+)(?::([^|}]*)\\|([^}]*))?}");

    private static final int TIMES = 3;

    private Explanation() {}

    /** One or two sentences; nothing where the facts that they need are not kept. */
    static Optional<String> of(SkillScore skill, AnalysedCall call, Words words) {
        Map<String, String> values = new TreeMap<>();
        skill.facts().forEach((fact, value) -> values.put(fact, number(value)));
        values.put("commitment", words.name(call.analysis().commitment()));
        String key = "explain." + skill.skill().id();
        String times =
                skill.evidence().stream()
                        .flatMap(id -> call.utterance(id).stream())
                        .filter(Utterance::timed)
                        .limit(TIMES)
                        .map(AnalysedCall::place)
                        .collect(Collectors.joining(", "));
        return Stream.of(key, key + ".less")
                .flatMap(one -> words.optional(one).stream())
                .filter(text -> values.keySet().containsAll(blanks(text)))
                .findFirst()
                .map(text -> filled(text, values))
                .map(
                        text ->
                                times.isEmpty()
                                        ? text
                                        : text
                                                + " "
                                                + filled(
                                                        words.text("explain.at"),
                                                        Map.of("times", times)));
    }

    private static Set<String> blanks(String text) {
        return BLANK.matcher(text)
                .results()
                .map(blank -> blank.group(1))
                .collect(Collectors.toSet());
    }

    private static String filled(String text, Map<String, String> values) {
        return BLANK.matcher(text)
                .replaceAll(
                        (MatchResult blank) -> {
                            String value = values.get(blank.group(1));
                            String words =
                                    blank.group(2) == null
                                            ? value
                                            : value.equals("1") ? blank.group(2) : blank.group(3);
                            return Matcher.quoteReplacement(words);
                        });
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, "%.1f", value);
    }
}
