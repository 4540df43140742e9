package talktrack.ingest;

import java.util.Comparator;
import java.util.List;
import talktrack.ingest.transcribe.Spoken;
import talktrack.models.events.Word;

/** Two channels on which the same words are heard, as when a stereo microphone stands in a room. */
final class Echo {

    private static final double SAME_TIME_SECONDS = 0.3;
    private static final double SHARE = 0.5;
    private static final int ENOUGH_WORDS = 4;

    private Echo() {}

    /** Whether most words of the less talkative channel stand on the other one, too. */
    static boolean isIn(List<Spoken> spoken) {
        List<Word> first = words(spoken, 0);
        List<Word> second = words(spoken, 1);
        List<Word> fewer = first.size() <= second.size() ? first : second;
        List<Word> more = first.size() <= second.size() ? second : first;
        if (fewer.size() < ENOUGH_WORDS) {
            return false;
        }
        int from = 0;
        int repeated = 0;
        for (Word word : fewer) {
            double start = word.startSeconds();
            while (from < more.size()
                    && more.get(from).startSeconds() < start - SAME_TIME_SECONDS) {
                from++;
            }
            for (int i = from;
                    i < more.size() && more.get(i).startSeconds() <= start + SAME_TIME_SECONDS;
                    i++) {
                if (more.get(i).word().equals(word.word())) {
                    repeated++;
                    break;
                }
            }
        }
        return repeated >= SHARE * fewer.size();
    }

    /** What was heard on the channel of which the recogniser is surer. */
    static List<Spoken> betterChannel(List<Spoken> spoken) {
        int better = confidence(spoken, 0) >= confidence(spoken, 1) ? 0 : 1;
        return spoken.stream().filter(said -> said.channel() == better).toList();
    }

    private static double confidence(List<Spoken> spoken, int channel) {
        return words(spoken, channel).stream().mapToDouble(Word::confidence).sum();
    }

    private static List<Word> words(List<Spoken> spoken, int channel) {
        return spoken.stream()
                .filter(said -> said.channel() == channel)
                .flatMap(said -> said.words().stream())
                .sorted(Comparator.comparingDouble(Word::startSeconds))
                .toList();
    }
}
