package talktrack.analysis.score;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import talktrack.models.labels.Language;
import talktrack.models.text.Segmenter;
import talktrack.models.text.TextNormaliser;

/**
 * What the classifiers see of an utterance: words, word pairs, pieces of words, how it begins and
 * ends, its form as a question, cue words by list, negated words, and the words said before it.
 * Written and recognised text give nearly the same features; only the question mark is missing in
 * the latter.
 */
public final class Features {

    private static final Pattern NUMBER = Pattern.compile("[$€£¥]?\\d[\\d.,:]*%?");
    private static final Pattern NUMBER_WORD =
            Pattern.compile(
                    "(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)?"
                            + "(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
                            + "|fifteen|sixteen|seventeen|eighteen|nineteen)?"
                            + "(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million)?");

    /** Not the words 万一, "in case", and 千万, "by all means". */
    private static final Pattern HAN_NUMBER =
            Pattern.compile("(?!万一|千万[别不要记])[一二三四五六七八九十百千万两〇零半几]{2,}|[0-9]+");

    private static final Pattern QUESTION_MARK = Pattern.compile("[?？]");
    private static final Pattern WRITTEN = Pattern.compile("[.,!?;:。，！？；：、…\\p{Lu}]");
    private static final Set<String> NEGATORS =
            Set.of(
                    "not",
                    "no",
                    "never",
                    "don't",
                    "doesn't",
                    "didn't",
                    "isn't",
                    "aren't",
                    "wasn't",
                    "weren't",
                    "can't",
                    "couldn't",
                    "won't",
                    "wouldn't",
                    "hasn't",
                    "haven't",
                    "nobody",
                    "nothing",
                    "without",
                    "hardly",
                    "barely",
                    "不",
                    "没",
                    "没有",
                    "别",
                    "未",
                    "无",
                    "不是",
                    "不会",
                    "不能",
                    "从不",
                    "从没");
    private static final int NEGATION_REACH = 3;

    private Features() {}

    /**
     * The features of one utterance.
     *
     * @param previous what the other side said before, or empty
     * @return each feature once, in a fixed order
     */
    public static List<String> of(Language language, String text, String previous) {
        Set<String> features = new LinkedHashSet<>();
        String normalised = TextNormaliser.normalise(language, text);
        List<String> words = wordsOf(language, normalised);
        words(features, words);
        edges(features, words);
        pieces(features, language, normalised, words);
        questionForm(features, text, words);
        cues(features, "l=", Lexicons.of(language).hits(normalised));
        negated(features, words);
        features.add("n=" + lengthClass(words.size()));
        if (!previous.isBlank()) {
            previous(features, language, previous);
        }
        return List.copyOf(features);
    }

    private static void words(Set<String> features, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            features.add("w=" + words.get(i));
            if (i + 1 < words.size()) {
                features.add("2=" + words.get(i) + "_" + words.get(i + 1));
            }
            if (i + 2 < words.size()) {
                features.add("3=" + words.get(i) + "_" + words.get(i + 1) + "_" + words.get(i + 2));
                features.add("s=" + words.get(i) + "_" + words.get(i + 2));
            }
        }
    }

    private static void edges(Set<String> features, List<String> words) {
        StringBuilder start = new StringBuilder();
        for (int i = 0; i < Math.min(3, words.size()); i++) {
            start.append('_').append(words.get(i));
            features.add("b" + i + "=" + start);
        }
        StringBuilder end = new StringBuilder();
        for (int i = 0; i < Math.min(2, words.size()); i++) {
            end.insert(0, "_" + words.get(words.size() - 1 - i));
            features.add("e" + i + "=" + end);
        }
    }

    private static void pieces(
            Set<String> features, Language language, String normalised, List<String> words) {
        if (language == Language.ZH) {
            String text = HAN_NUMBER.matcher(normalised).replaceAll("#").replace(" ", "");
            for (int i = 0; i < text.length(); i++) {
                for (int length = 1; length <= 3 && i + length <= text.length(); length++) {
                    features.add("c=" + text.substring(i, i + length));
                }
            }
            return;
        }
        for (String word : words) {
            for (int length = 4; length <= 5 && length < word.length(); length++) {
                features.add("p=" + word.substring(0, length));
            }
            if (word.length() > 4) {
                features.add("x=" + word.substring(word.length() - 3));
            }
        }
    }

    private static void questionForm(Set<String> features, String text, List<String> words) {
        if (QUESTION_MARK.matcher(text).find()) {
            features.add("q=mark");
        } else if (WRITTEN.matcher(text).find()) {
            features.add("q=written-without-mark");
        }
        int place = 0;
        for (String word : words) {
            if (QuestionWords.contains(word)) {
                features.add("q=" + word + "@" + thirdOf(place, words.size()));
            }
            place++;
        }
    }

    private static String thirdOf(int place, int count) {
        return place < 2 ? "start" : place * 3 < count * 2 ? "middle" : "end";
    }

    private static void cues(Set<String> features, String prefix, Map<String, Integer> hits) {
        List<String> lists = new ArrayList<>(hits.keySet());
        lists.sort(null);
        for (String list : lists) {
            features.add(prefix + list);
            if (hits.get(list) > 1) {
                features.add(prefix + list + "+");
            }
            if (hits.get(list) > 2) {
                features.add(prefix + list + "++");
            }
        }
        for (int i = 0; i < lists.size(); i++) {
            for (int j = i + 1; j < lists.size(); j++) {
                features.add(prefix + lists.get(i) + "&" + lists.get(j));
            }
        }
    }

    private static void negated(Set<String> features, List<String> words) {
        int reach = 0;
        for (String word : words) {
            if (NEGATORS.contains(word)) {
                reach = NEGATION_REACH;
            } else if (reach > 0) {
                features.add("not=" + word);
                reach--;
            }
        }
    }

    private static void previous(Set<String> features, Language language, String previous) {
        String normalised = TextNormaliser.normalise(language, previous);
        features.add("prev");
        if (QUESTION_MARK.matcher(previous).find()) {
            features.add("prev=mark");
        }
        for (String word : wordsOf(language, normalised)) {
            features.add("prev=" + word);
        }
        for (Map.Entry<String, Integer> hit : Lexicons.of(language).hits(normalised).entrySet()) {
            features.add("prevl=" + hit.getKey());
        }
    }

    /** The words with {@code #} for any number; numbers in Chinese characters are found first. */
    private static List<String> wordsOf(Language language, String normalised) {
        String digits =
                language == Language.ZH
                        ? HAN_NUMBER.matcher(normalised).replaceAll("8")
                        : normalised;
        List<String> words = new ArrayList<>();
        for (String word : Segmenter.words(language, digits)) {
            if (!isNumber(language, word)) {
                words.add(word);
            } else if (words.isEmpty() || !words.getLast().equals("#")) {
                words.add("#");
                if (word.endsWith("%")) {
                    words.add("percent");
                }
            }
        }
        return words;
    }

    private static boolean isNumber(Language language, String word) {
        return NUMBER.matcher(word).matches()
                || (language == Language.EN
                        && !word.equals("one")
                        && NUMBER_WORD.matcher(word).matches());
    }

    private static String lengthClass(int words) {
        return words <= 2 ? "tiny" : words <= 5 ? "short" : words <= 12 ? "usual" : "long";
    }
}
