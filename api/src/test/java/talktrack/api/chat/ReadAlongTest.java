package talktrack.api.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import talktrack.models.labels.Language;

class ReadAlongTest {

    private final Heard heard = new Heard();
    private final ReadAlong along = new ReadAlong(Language.EN, heard);

    @Test
    void onlyWhatIsNewIsSaid() {
        along.grows("It does. [1]");
        along.grows("It does. [1] For ten years. [2]");
        along.grows("It does. [1] For ten years. [2]");
        assertThat(heard.pieces()).containsExactly("It does. [1]", " For ten years. [2]");
    }

    @Test
    void whatIsNoPartOfTheAnswerIsTakenBack() {
        along.grows("It does. [1]");
        along.grows("The documents do not say.");
        assertThat(heard.whole())
                .isEqualTo("It does. [1]" + Heard.WITHDRAWN + "The documents do not say.");
    }
}
