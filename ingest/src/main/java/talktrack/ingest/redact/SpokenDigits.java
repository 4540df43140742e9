package talktrack.ingest.redact;

import java.util.Map;
import java.util.Set;

/** Words that people dictate numbers with, English and Chinese. */
final class SpokenDigits {

    private static final Map<String, String> SINGLE =
            Map.ofEntries(
                    Map.entry("zero", "0"),
                    Map.entry("oh", "0"),
                    Map.entry("o", "0"),
                    Map.entry("nought", "0"),
                    Map.entry("one", "1"),
                    Map.entry("two", "2"),
                    Map.entry("three", "3"),
                    Map.entry("four", "4"),
                    Map.entry("five", "5"),
                    Map.entry("six", "6"),
                    Map.entry("seven", "7"),
                    Map.entry("eight", "8"),
                    Map.entry("nine", "9"),
                    Map.entry("零", "0"),
                    Map.entry("〇", "0"),
                    Map.entry("洞", "0"),
                    Map.entry("一", "1"),
                    Map.entry("幺", "1"),
                    Map.entry("二", "2"),
                    Map.entry("三", "3"),
                    Map.entry("四", "4"),
                    Map.entry("五", "5"),
                    Map.entry("六", "6"),
                    Map.entry("七", "7"),
                    Map.entry("八", "8"),
                    Map.entry("九", "9"));

    private static final Map<String, String> TEENS =
            Map.of(
                    "ten", "10",
                    "eleven", "11",
                    "twelve", "12",
                    "thirteen", "13",
                    "fourteen", "14",
                    "fifteen", "15",
                    "sixteen", "16",
                    "seventeen", "17",
                    "eighteen", "18",
                    "nineteen", "19");

    private static final Map<String, String> TENS =
            Map.of(
                    "twenty", "2",
                    "thirty", "3",
                    "forty", "4",
                    "fifty", "5",
                    "sixty", "6",
                    "seventy", "7",
                    "eighty", "8",
                    "ninety", "9");

    /** What recognisers and typists write for "two" and "four" in the middle of a number. */
    private static final Map<String, String> SOUNDS_LIKE =
            Map.of("to", "2", "too", "2", "for", "4");

    private static final Map<String, Integer> REPEATED =
            Map.of("double", 2, "triple", 3, "treble", 3);

    /** They make a number a quantity. */
    private static final Set<String> MAGNITUDES =
            Set.of(
                    "hundred",
                    "thousand",
                    "million",
                    "billion",
                    "hundreds",
                    "thousands",
                    "十",
                    "百",
                    "千",
                    "万",
                    "亿",
                    "两",
                    "几");

    private static final Set<String> HESITATIONS =
            Set.of(
                    "uh", "um", "er", "erm", "ah", "hmm", "so", "okay", "ok", "yeah", "yes", "then",
                    "and", "dash", "hyphen", "space", "sorry", "right", "嗯", "啊", "呃", "额", "杠",
                    "然", "后", "那", "个", "对", "-", "–", "—", "‑", "(", ")", "+", ",", ".", "，", "。",
                    "、", "/", "·", "…", "?", "？");

    private SpokenDigits() {}

    /** The digit of a word that stands for exactly one, or null. */
    static String single(String word) {
        return SINGLE.get(word);
    }

    static String teen(String word) {
        return TEENS.get(word);
    }

    /** The first digit of twenty, thirty …, or null. */
    static String ten(String word) {
        return TENS.get(word);
    }

    static String soundsLike(String word) {
        return SOUNDS_LIKE.get(word);
    }

    /** How often "double" and its like repeat the next digit; 1 for other words. */
    static int repeated(String word) {
        return REPEATED.getOrDefault(word, 1);
    }

    static boolean magnitude(String word) {
        return MAGNITUDES.contains(word);
    }

    /** What may stand between two digits of one number. */
    static boolean hesitation(String word) {
        return HESITATIONS.contains(word);
    }
}
