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

    /**
     * Without what was heard twice: runs of words that the other channel has at the same time and
     * louder.
     *
     * @param loudness of a stretch of a channel
     */
    static List<Spoken> without(List<Spoken> spoken, Loudness loudness) throws IOException {
        List<List<Word>> all = List.of(words(spoken, 0), words(spoken, 1));
        Set<Word> echoes = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int channel = 0; channel < 2; channel++) {
            echoes.addAll(echoes(all.get(channel), all.get(1 - channel), channel, loudness));
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
            List<Word> words, List<Word> others, int channel, Loudness loudness)
            throws IOException {
        List<Word> echoes = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= words.size(); i++) {
            if (i == words.size() || !isAmong(words.get(i), others)) {
                List<Word> run = words.subList(start, i);
                if (run.size() >= WORDS_OF_A_RUN && isQuieter(run, channel, loudness)) {
                    echoes.addAll(run);
                }
                start = i + 1;
            }
        }
        return echoes;
    }

    private static boolean isAmong(Word word, List<Word> others) {
        return others.stream()
                .anyMatch(
                        other ->
                                other.word().equals(word.word())
                                        && Math.abs(other.startSeconds() - word.startSeconds())
                                                <= SAME_TIME_SECONDS);
    }

    private static boolean isQuieter(List<Word> run, int channel, Loudness loudness)
            throws IOException {
        double from = run.getFirst().startSeconds();
        double to = run.getLast().endSeconds();
        return loudness.decibels(channel, from, to)
                < loudness.decibels(1 - channel, from, to) - QUIETER_DECIBELS;
    }

    /** How loud a stretch of a channel is. */
    @FunctionalInterface
    interface Loudness {
        double decibels(int channel, double startSeconds, double endSeconds) throws IOException;
    }

    private static List<Word> words(List<Spoken> spoken, int channel) {
        return spoken.stream()
                .filter(said -> said.channel() == channel)
                .flatMap(said -> said.words().stream())
                .sorted(Comparator.comparingDouble(Word::startSeconds))
                .toList();
    }
}
