package talktrack.ingest.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How far what was heard is from what was said, in English. */
public final class WordErrors {

    private WordErrors() {}

    /** The fewest words to replace, insert and leave out: the numerator of the word error rate. */
    public static int between(List<String> said, List<String> heard) {
        int[] row = new int[heard.size() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= said.size(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= heard.size(); j++) {
                int above = row[j];
                int replaced = diagonal + (said.get(i - 1).equals(heard.get(j - 1)) ? 0 : 1);
                row[j] = Math.min(Math.min(above, row[j - 1]) + 1, replaced);
                diagonal = above;
            }
        }
        return row[heard.size()];
    }

    /** Without case and punctuation, as Vosk writes. */
    public static List<String> spokenWords(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z']+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
