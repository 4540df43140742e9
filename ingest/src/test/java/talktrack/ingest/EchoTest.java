package talktrack.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import talktrack.ingest.transcribe.Spoken;
import talktrack.models.events.Word;

class EchoTest {

    @Test
    void theSameWordsAtTheSameTimeAreAnEcho() {
        List<Spoken> room =
                List.of(
                        said(0, 0.0, 0.9, "how many seats do you have"),
                        said(1, 0.1, 0.5, "how any seats do you have"));

        assertThat(Echo.isIn(room)).isTrue();
        assertThat(Echo.betterChannel(room)).extracting(Spoken::channel).containsOnly(0);
    }

    @Test
    void theBetterChannelIsTheOneOfWhichTheRecogniserIsSurer() {
        List<Spoken> room =
                List.of(
                        said(0, 0.0, 0.4, "how many seats do you have"),
                        said(1, 0.0, 0.9, "how many seats do you have"));

        assertThat(Echo.betterChannel(room)).extracting(Spoken::channel).containsOnly(1);
    }

    @Test
    void aConversationIsNoEcho() {
        assertThat(
                        Echo.isIn(
                                List.of(
                                        said(0, 0.0, 0.9, "how many seats do you have"),
                                        said(1, 3.5, 0.9, "we have about fifty seats now"))))
                .isFalse();
    }

    @Test
    void theSameWordsLaterAreAnAnswer() {
        assertThat(
                        Echo.isIn(
                                List.of(
                                        said(0, 0.0, 0.9, "would you like to go on"),
                                        said(1, 4.0, 0.9, "would you like to go on"))))
                .isFalse();
    }

    @Test
    void aFewWordsProveNothing() {
        assertThat(Echo.isIn(List.of(said(0, 0, 0.9, "yes okay"), said(1, 0, 0.9, "yes okay"))))
                .isFalse();
        assertThat(Echo.isIn(List.of(said(0, 0, 0.9, "how many seats do you have")))).isFalse();
    }

    /** A word each half second. */
    private static Spoken said(int channel, double from, double confidence, String text) {
        List<Word> words = new ArrayList<>();
        for (String word : text.split(" ")) {
            double start = from + words.size() * 0.5;
            words.add(new Word(word, start, start + 0.4, confidence));
        }
        return new Spoken(channel, words);
    }
}
