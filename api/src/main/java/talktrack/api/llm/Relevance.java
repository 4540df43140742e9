package talktrack.api.llm;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks that a model's words speak of what they were to speak of, by the words that both share.
 * Whether they hold more than their sources is {@link Grounding}'s.
 */
public final class Relevance {

    /** What only the company may promise, whatever a customer says. */
    private static final Pattern PROMISE =
            Pattern.compile(
                    "\\b(?:refund\\w*|discount\\w*|guarantee\\w*|waive\\w*|gratis|complimentary|money.back|on"
                            + " the house|for free)\\b|免费|退款|退钱|返现|赠送|白送|保证|包退|承诺|打折|折扣|优惠|降价|减免");

    private static final Pattern ENGLISH_WORD = Pattern.compile("[a-z]{3,}");
    private static final int ENGLISH_STEM = 5;

    /** They stand in every sentence, so they show nothing. */
    private static final Set<String> COMMON =
            Set.of(
                    "the", "and", "that", "this", "for", "are", "you", "your", "our", "with", "but",
                    "not", "can", "was", "has", "have", "had", "what", "when", "which", "who",
                    "how", "why", "would", "could", "should", "will", "from", "they", "them",
                    "their", "there", "then", "than", "all", "any", "one", "out", "about", "into",
                    "its", "let", "get", "does", "did", "been", "being", "were", "because", "just",
                    "more", "most", "some", "such", "also", "very", "here", "where");

    /** A text that was fitted keeps at least so many of the approved one's words. */
    private static final int LEAST_SHARED = 3;

    private static final double LEAST_SHARE = 0.33;

    private Relevance() {}

    /**
     * Whether a text that was to be fitted says something else than what was approved: too few of
     * its words stand there, or it promises something or names an address that does not.
     *
     * @param approved the text that was to be fitted; nothing that strangers have said
     */
    public static boolean strays(String text, String approved) {
        Set<String> there = Set.copyOf(telling(normalised(approved)));
        return straysBriefly(text, approved)
                || shared(text, there) < Math.min(LEAST_SHARED, there.size());
    }

    /** The same of a single sentence, which may be too short to share three words. */
    public static boolean straysBriefly(String sentence, String approved) {
        String written = normalised(sentence);
        String known = normalised(approved);
        for (Pattern pattern : List.of(Grounding.ADDRESS, PROMISE)) {
            if (Grounding.find(pattern, written).stream().anyMatch(one -> !known.contains(one))) {
                return true;
            }
        }
        Set<String> there = Set.copyOf(telling(known));
        long words = telling(written).stream().distinct().count();
        return shared(sentence, there) < LEAST_SHARE * words;
    }

    private static long shared(String text, Set<String> there) {
        return telling(normalised(text)).stream().filter(there::contains).distinct().count();
    }

    /**
     * Whether an answer speaks of what was asked: it has one of the question's words at least.
     * Always so where the question has none that tell anything, or is in another language.
     */
    public static boolean isAbout(String question, String answer) {
        List<String> asked = telling(normalised(question));
        Set<String> there = Set.copyOf(telling(normalised(answer)));
        boolean sameScript = han(question) == han(answer);
        return asked.isEmpty() || !sameScript || asked.stream().anyMatch(there::contains);
    }

    private static boolean han(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }

    private static String normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Beginnings of English words, pairs of Chinese characters. */
    private static List<String> telling(String text) {
        List<String> telling = new ArrayList<>();
        for (String word : Grounding.find(ENGLISH_WORD, text)) {
            if (!COMMON.contains(word)) {
                telling.add(word.substring(0, Math.min(ENGLISH_STEM, word.length())));
            }
        }
        Matcher chinese = Pattern.compile("\\p{IsHan}{2,}").matcher(text);
        while (chinese.find()) {
            for (int i = chinese.start(); i + 2 <= chinese.end(); i++) {
                telling.add(text.substring(i, i + 2));
            }
        }
        return telling;
    }
}
