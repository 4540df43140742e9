package talktrack.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import talktrack.ingest.transcribe.Spoken;
import talktrack.models.events.Word;

/**
 * The same words on both channels: of a whole call, as when a stereo microphone stands in a room,
 * or of stretches, where one side's speech leaks into the other channel.
 */
final class Echo {

    private static final double SAME_TIME_SECONDS = 0.3;
    private static final double SHARE = 0.5;
    private static final int ENOUGH_WORDS = 4;

    /** Both may well say the same word at the same time, but not two. */
    private static final int WORDS_OF_A_RUN = 2;

    private static final double QUIETER_DECIBELS = 3;

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
        Nearby nearby = new Nearby(more);
        long repeated = fewer.stream().filter(nearby::has).count();
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

    /**
     * Without what was heard twice: runs of words that the other channel has at the same time and
     * louder.
     *
     * @param levels of stretches of the channels
     */
    static List<Spoken> without(List<Spoken> spoken, Levels levels)
            throws IOException, InterruptedException {
        List<List<Word>> all = List.of(words(spoken, 0), words(spoken, 1));
        Set<Word> echoes = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int channel = 0; channel < 2; channel++) {
            echoes.addAll(echoes(all.get(channel), all.get(1 - channel), channel, levels));
        }
        List<Spoken> kept = new ArrayList<>();
        for (Spoken said : spoken) {
            List<Word> words =
                    said.words().stream().filter(word -> !echoes.contains(word)).toList();
            if (!words.isEmpty()) {
                kept.add(new Spoken(said.channel(), words));
            }
        }
        kept.sort(
                Comparator.comparingDouble(Spoken::startSeconds).thenComparingInt(Spoken::channel));
        return kept;
    }

    private static List<Word> echoes(
            List<Word> words, List<Word> others, int channel, Levels levels)
            throws IOException, InterruptedException {
        List<Word> echoes = new ArrayList<>();
        Nearby nearby = new Nearby(others);
        int start = 0;
        for (int i = 0; i <= words.size(); i++) {
            if (i == words.size() || !nearby.has(words.get(i))) {
                List<Word> run = words.subList(start, i);
                if (run.size() >= WORDS_OF_A_RUN && isQuieter(run, channel, levels)) {
                    echoes.addAll(run);
                }
                start = i + 1;
            }
        }
        return echoes;
    }

    private static boolean isQuieter(List<Word> run, int channel, Levels levels)
            throws IOException, InterruptedException {
        double from = run.getFirst().startSeconds();
        double to = run.getLast().endSeconds();
        return levels.decibels(channel, from, to)
                < levels.decibels(1 - channel, from, to) - QUIETER_DECIBELS;
    }

    /** Finds words again at the same time, asked in order of time: hours have 100,000 words. */
    private static final class Nearby {

        private final List<Word> words;
        private int from;

        /**
         * @param words in order of start
         */
        Nearby(List<Word> words) {
            this.words = words;
        }

        boolean has(Word wanted) {
            double earliest = wanted.startSeconds() - SAME_TIME_SECONDS;
            double latest = wanted.startSeconds() + SAME_TIME_SECONDS;
            while (from < words.size() && words.get(from).startSeconds() < earliest) {
                from++;
            }
            for (int i = from; i < words.size() && words.get(i).startSeconds() <= latest; i++) {
                if (words.get(i).word().equals(wanted.word())) {
                    return true;
                }
            }
            return false;
        }
    }

    /** How loud a stretch of a channel is. */
    @FunctionalInterface
    interface Levels {
        double decibels(int channel, double startSeconds, double endSeconds)
                throws IOException, InterruptedException;
    }

    private static List<Word> words(List<Spoken> spoken, int channel) {
        return spoken.stream()
                .filter(said -> said.channel() == channel)
                .flatMap(said -> said.words().stream())
                .sorted(Comparator.comparingDouble(Word::startSeconds))
                .toList();
    }
}
