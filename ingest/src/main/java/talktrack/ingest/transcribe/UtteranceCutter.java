package talktrack.ingest.transcribe;

import java.util.ArrayList;
import java.util.List;
import talktrack.models.events.Word;

/**
 * Cuts a channel's words at pauses; what goes on for too long is cut at its longest pause, too.
 *
 * @param pauseSeconds the shortest silence between words that ends an utterance
 * @param maxSeconds the longest utterance
 */
record UtteranceCutter(double pauseSeconds, double maxSeconds) {

    /** Longer utterances are hard to read and to quote. */
    static final double USUAL_MAX_SECONDS = 30;

    /**
     * @param words of one channel in order of time
     */
    List<List<Word>> cut(List<Word> words) {
        List<List<Word>> utterances = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= words.size(); i++) {
            if (i == words.size() || gapBefore(words, i) >= pauseSeconds) {
                if (i > start) {
                    addShortened(words.subList(start, i), utterances);
                }
                start = i;
            }
        }
        return utterances;
    }

    private void addShortened(List<Word> words, List<List<Word>> utterances) {
        if (words.size() < 2 || seconds(words) <= maxSeconds) {
            utterances.add(List.copyOf(words));
            return;
        }
        int at = bestCut(words);
        addShortened(words.subList(0, at), utterances);
        addShortened(words.subList(at, words.size()), utterances);
    }

    /** The longest pause that leaves a fifth on either side; among equal ones the most central. */
    private static int bestCut(List<Word> words) {
        double start = words.getFirst().startSeconds();
        double length = seconds(words);
        int best = words.size() / 2;
        double bestValue = -1;
        for (int i = 1; i < words.size(); i++) {
            double place = (words.get(i).startSeconds() - start) / length;
            double value = gapBefore(words, i) + 0.01 * (0.5 - Math.abs(place - 0.5));
            if (place >= 0.2 && place <= 0.8 && value > bestValue) {
                best = i;
                bestValue = value;
            }
        }
        return best;
    }

    private static double seconds(List<Word> words) {
        return words.getLast().endSeconds() - words.getFirst().startSeconds();
    }

    private static double gapBefore(List<Word> words, int i) {
        return Math.max(0, words.get(i).startSeconds() - words.get(i - 1).endSeconds());
    }
}
