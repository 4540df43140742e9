package talktrack.ingest.transcribe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import talktrack.models.events.Word;
import talktrack.models.labels.Language;

class OtherLanguageTest {

    /** What the starter model made of a Mandarin clip, word for word. */
    private static final String MANDARIN =
            "you need enough your cable fresh and competing seen been studying for to come back shitty"
                    + " to court she for cancer she and for see a cake i forget how they prefer the pc"
                    + " island and more theme clicking he didn't even know if you need to yeah we see"
                    + " each other which increasing she should see";

    /** And of telephone English. */
    private static final String TELEPHONE =
            "i i'd like i for cat and wondering what you could help me with that of the only what's"
                    + " going to like we are a laugh of breath like and the black one so awful the grip"
                    + " would you like the new congress also model for the regular coke soon when you're"
                    + " a chromecast at it it appears sure what you like to ship that regular works";

    @Test
    void mandarinThroughAnEnglishModelShows() {
        assertThat(OtherLanguage.likely(Language.EN, said(MANDARIN, 0.66))).isTrue();
    }

    @Test
    void telephoneEnglishThatIsHeardBadlyDoesNot() {
        assertThat(OtherLanguage.likely(Language.EN, said(TELEPHONE, 0.66))).isFalse();
    }

    @Test
    void whoIsSureOfItsWordsHearsItsOwnLanguage() {
        assertThat(OtherLanguage.likely(Language.EN, said(MANDARIN, 0.9))).isFalse();
    }

    @Test
    void aFewWordsAreNoEvidence() {
        assertThat(OtherLanguage.likely(Language.EN, said("she should see", 0.5))).isFalse();
        assertThat(OtherLanguage.likely(Language.EN, List.of())).isFalse();
    }

    private static List<Spoken> said(String words, double confidence) {
        List<Word> heard = new ArrayList<>();
        Arrays.stream(words.split(" "))
                .forEach(word -> heard.add(new Word(word, heard.size(), heard.size(), confidence)));
        return heard.isEmpty() ? List.of() : List.of(new Spoken(0, heard));
    }
}
