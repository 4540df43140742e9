package talktrack.api.chat;

import java.util.List;
import java.util.function.ToDoubleFunction;
import talktrack.models.labels.Language;
import talktrack.models.text.TextNormaliser;

/** How many of the words that matter a text holds. */
final class WordCoverage {

    /** A word of which only character pairs stand there counts less. */
    private static final double IN_PARTS = 0.7;

    private WordCoverage() {}

    /**
     * @param weight of a word
     * @return share of the weights, 0…1; 1 when there are no words
     */
    static double of(
            List<String> words, Language language, String text, ToDoubleFunction<String> weight) {
        String known = " " + TextNormaliser.normalise(language, text);
        double held = 0;
        double all = 0;
        for (String word : words) {
            double one = weight.applyAsDouble(word);
            all += one;
            held += one * held(word, known);
        }
        return all == 0 ? 1 : held / all;
    }

    private static double held(String word, String known) {
        if (isLatin(word)) { // from its start, without the ending: other forms of it are the same
            String start = hasHan(known) ? word : " " + stem(word);
            return known.contains(start) ? 1 : 0;
        }
        if (known.contains(word)) {
            return 1;
        }
        int pairs = word.length() - 1;
        int found = 0;
        for (int i = 0; i < pairs; i++) {
            found += known.contains(word.substring(i, i + 2)) ? 1 : 0;
        }
        return pairs == 0 ? 0 : IN_PARTS * found / pairs;
    }

    private static boolean isLatin(String word) {
        return word.chars().allMatch(c -> c < 128);
    }

    private static boolean hasHan(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }

    private static String stem(String word) {
        if (word.length() > 5) {
            return word.substring(0, word.length() - 2);
        }
        return word.length() > 3 && word.endsWith("s")
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
