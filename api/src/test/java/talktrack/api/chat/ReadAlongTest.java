package talktrack.api.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import talktrack.models.labels.Language;

class ReadAlongTest {

    private final List<String> heard = new ArrayList<>();
    private final ReadAlong along =
            new ReadAlong(
                    Language.EN,
                    new Listener() {
                        @Override
                        public void said(String piece) {
                            heard.add(piece);
                        }

                        @Override
                        public void withdrawn() {
                            heard.add("(no)");
                        }
                    });

    @Test
    void onlyWhatIsNewIsSaid() {
        along.grows("It does. [1]");
        along.grows("It does. [1] For ten years. [2]");
        along.grows("It does. [1] For ten years. [2]");
        assertThat(heard).containsExactly("It does. [1]", " For ten years. [2]");
    }

    @Test
    void whatIsNoPartOfTheAnswerIsTakenBack() {
        along.grows("It does. [1]");
        along.grows("The documents do not say.");
        assertThat(String.join("", heard)).isEqualTo("It does. [1](no)The documents do not say.");
    }
}
