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

    @Test
    void aRunOfWordsThatTheOtherChannelHasLouderIsLeftOut() throws Exception {
        List<Spoken> call =
                List.of(
                        said(0, 0.0, 0.9, "how many seats do you have"),
                        said(1, 0.1, 0.9, "hm many seats do you gave"),
                        said(1, 3.5, 0.9, "we have about fifty seats now"),
                        said(0, 3.6, 0.9, "we have about fifty seats no"));

        List<Spoken> kept =
                Echo.without(
                        call, (channel, start, end) -> channel == (start < 3.3 ? 0 : 1) ? 60 : 40);

        assertThat(kept)
                .extracting(Spoken::text)
                .containsExactly(
                        "how many seats do you have",
                        "hm gave",
                        "we have about fifty seats now",
                        "no");
    }

    @Test
    void ofTwoAlikeAndOfASingleWordNothingIsLeftOut() throws Exception {
        List<Spoken> alike =
                List.of(said(0, 0.0, 0.9, "yes of course"), said(1, 0.1, 0.9, "yes of course"));
        List<Spoken> oneWord =
                List.of(said(0, 0.0, 0.9, "yes of course"), said(1, 0.1, 0.9, "yes"));

        assertThat(Echo.without(alike, (channel, start, end) -> 60)).hasSize(2);
        assertThat(Echo.without(oneWord, (channel, start, end) -> channel == 0 ? 60 : 40))
                .hasSize(2);
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
