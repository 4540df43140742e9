package talktrack.api.callquestions;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Numbers in words as people ask with them, by ICU's spelling rules; up to the days of a year. */
final class SpokenNumbers {

    private static final int LARGEST = 366;
    private static final Map<String, Integer> ENGLISH_WORDS = english();
    private static final Map<String, Integer> CHINESE_WORDS = chinese();

    /** For a pattern: any of them, the longest first, so that none cuts another short. */
    static final String ENGLISH = anyOf(ENGLISH_WORDS);

    static final String CHINESE = anyOf(CHINESE_WORDS);

    private SpokenNumbers() {}

    static Optional<Integer> value(String words) {
        return Optional.ofNullable(ENGLISH_WORDS.get(words))
                .or(() -> Optional.ofNullable(CHINESE_WORDS.get(words)));
    }

    private static Map<String, Integer> english() {
        Map<String, Integer> words = spelled(Locale.ENGLISH);
        words.put("couple of", 2);
        words.put("few", 3);
        words.put("hundred", 100);
        return words;
    }

    private static Map<String, Integer> chinese() {
        Map<String, Integer> words = spelled(Locale.SIMPLIFIED_CHINESE);
        words.put("两", 2);
        Map.copyOf(words)
                .forEach(
                        (word, number) -> {
                            if (word.startsWith("二百")) {
                                words.put("两" + word.substring(1), number);
                            }
                        });
        return words;
    }

    /** As normalised text has them: without hyphens. */
    private static Map<String, Integer> spelled(Locale locale) {
        RuleBasedNumberFormat format =
                new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT);
        Map<String, Integer> words = new HashMap<>();
        for (int number = 1; number <= LARGEST; number++) {
            words.put(format.format(number, "%spellout-cardinal").replace('-', ' '), number);
        }
        return words;
    }

    private static String anyOf(Map<String, Integer> words) {
        return words.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .collect(Collectors.joining("|", "(?:", ")"));
    }
}
