package talktrack.ingest.transcribe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import talktrack.models.events.Word;

class UtteranceCutterTest {

    private static final UtteranceCutter CUTTER = new UtteranceCutter(0.7, 10);

    @Test
    void aPauseEndsAnUtterance() {
        List<Word> words = words(0.0, 0.4, 0.5, 0.9, 1.6, 2.0);

        assertThat(CUTTER.cut(words)).containsExactly(words.subList(0, 2), words.subList(2, 3));
    }

    @Test
    void aShorterPauseDoesNot() {
        assertThat(CUTTER.cut(words(0.0, 0.4, 1.09, 1.5))).hasSize(1);
    }

    @Test
    void silenceHasNoUtterances() {
        assertThat(CUTTER.cut(List.of())).isEmpty();
    }

    @Test
    void aMonologueIsCutAtItsLongestPause() {
        List<Word> words = new ArrayList<>(steady(0, 15));
        words.addAll(steady(7.9, 9)); // 0.5 s after the last one, others are 0.1 s apart

        assertThat(CUTTER.cut(words)).containsExactly(words.subList(0, 15), words.subList(15, 24));
    }

    @Test
    void wordsWithoutAnyPauseAreCutInTheMiddle() {
        List<Word> words = steady(0, 30); // 15 s

        List<List<Word>> cut = CUTTER.cut(words);

        assertThat(cut).containsExactly(words.subList(0, 15), words.subList(15, 30));
    }

    @Test
    void cuttingLosesNoWordAndNoOrder() {
        List<Word> words = new ArrayList<>(steady(0, 200));
        words.addAll(steady(200, 70));
        words.addAll(steady(500, 1));

        assertThat(CUTTER.cut(words).stream().flatMap(List::stream))
                .containsExactlyElementsOf(words);
        assertThat(CUTTER.cut(words))
                .allSatisfy(
                        utterance ->
                                assertThat(
                                                utterance.getLast().endSeconds()
                                                        - utterance.getFirst().startSeconds())
                                        .isLessThanOrEqualTo(10));
    }

    @Test
    void aSingleWordHoweverLongIsNotCut() {
        assertThat(CUTTER.cut(words(0, 60))).hasSize(1);
    }

    /** Words of 0.4 s, a tenth apart. */
    private static List<Word> steady(double from, int count) {
        double[] times = new double[2 * count];
        for (int i = 0; i < count; i++) {
            times[2 * i] = from + i * 0.5;
            times[2 * i + 1] = from + i * 0.5 + 0.4;
        }
        return words(times);
    }

    private static List<Word> words(double... startsAndEnds) {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < startsAndEnds.length; i += 2) {
            words.add(new Word("w" + i / 2, startsAndEnds[i], startsAndEnds[i + 1], 1));
        }
        return words;
    }
}
