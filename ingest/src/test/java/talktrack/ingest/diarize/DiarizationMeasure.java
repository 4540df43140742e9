package talktrack.ingest.diarize;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Prints how well voices are told apart in {@link Mixes}, and how well the error is estimated: run
 * by hand with a folder of clips {@code SET-SEX-NAME.wav}, a set and a number of mixes.
 */
final class DiarizationMeasure {

    private DiarizationMeasure() {}

    /** All mixes of a kind. */
    private static final class Row {

        private final List<Double> confusion = new ArrayList<>();
        private final int[] voicesFound = new int[Diarizer.MOST_VOICES + 1];
        private SpeakerErrors errors = new SpeakerErrors(0, 0, 0, 0);
        private double estimated;

        void add(SpeakerErrors more, Diarization told) {
            errors = errors.plus(more);
            confusion.add(more.confusionRate());
            voicesFound[told.voices()]++;
            estimated += told.errorShare();
        }

        @Override
        public String toString() {
            int count = confusion.size();
            return String.format(
                    Locale.ROOT,
                    "%3d mixes, DER %5.1f %%, confusion %5.1f %% (median %4.1f %%, over 15 %%: %d), estimated %4.1f %%, 1/2/3/4 voices found %d/%d/%d/%d",
                    count,
                    100 * errors.errorRate(),
                    100 * errors.confusionRate(),
                    100 * confusion.stream().sorted().toList().get(count / 2),
                    confusion.stream().filter(share -> share > 0.15).count(),
                    100 * estimated / count,
                    voicesFound[1],
                    voicesFound[2],
                    voicesFound[3],
                    voicesFound[4]);
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Mixes.Stock> stocks =
                Mixes.stocks(Path.of(arguments[0])).stream()
                        .filter(stock -> stock.set().equals(arguments[1]))
                        .toList();
        TreeMap<String, Row> rows = new TreeMap<>();
        double soundSeconds = 0;
        double workSeconds = 0;
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            int speakers = i % 10 == 7 || i % 10 == 8 ? 1 : i % 10 == 9 ? 3 : 2;
            Mixes.Mix mix = Mixes.of(stocks, speakers, i % 2 == 0 && speakers == 2, 1000 + i);
            if (mix.speakers() == speakers) {
                List<Span> words = Mixes.words(mix.samples());
                long started = System.nanoTime();
                Diarization told = new Diarizer().of(mix.sound(), words);
                workSeconds += (System.nanoTime() - started) / 1e9;
                soundSeconds += (double) mix.samples().length / VoiceFrames.SAMPLE_RATE;
                SpeakerErrors errors =
                        SpeakerErrors.between(
                                mix.turns(),
                                turns(words, told.voiceOf()),
                                SpeakerErrors.USUAL_COLLAR_SECONDS);
                String sex = mix.sameSex() ? ", one sex" : ", two sexes";
                rows.computeIfAbsent(
                                speakers + " speakers" + (speakers == 2 ? sex : ""),
                                kind -> new Row())
                        .add(errors, told);
                rows.computeIfAbsent(estimate(told), kind -> new Row()).add(errors, told);
            }
        }
        rows.forEach((kind, row) -> System.out.printf("%-26s %s%n", kind, row));
        System.out.printf(
                "%.0f s of sound, %.4f s of work a second%n",
                soundSeconds, workSeconds / soundSeconds);
    }

    private static String estimate(Diarization told) {
        double share = told.errorShare();
        return told.voices() < 2
                ? "told as one voice"
                : "estimated "
                        + (share < 0.03
                                ? "0 to 3 %"
                                : share < 0.07
                                        ? "3 to 7 %"
                                        : share < 0.15 ? "7 to 15 %" : "over 15 %");
    }

    /** Words of one voice, with short pauses between, as a turn. */
    static List<Turn> turns(List<Span> words, List<Integer> voiceOf) {
        List<Turn> turns = new ArrayList<>();
        for (int w = 0; w < words.size(); w++) {
            String voice = String.valueOf(voiceOf.get(w));
            double start = words.get(w).startSeconds();
            if (!turns.isEmpty()
                    && turns.getLast().speaker().equals(voice)
                    && start - turns.getLast().endSeconds() < 0.3) {
                start = turns.removeLast().startSeconds();
            }
            turns.add(new Turn(start, words.get(w).endSeconds(), voice));
        }
        return turns;
    }
}
