package talktrack.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.models.fixtures.CallFixture.aCall;

import java.util.List;
import org.junit.jupiter.api.Test;
import talktrack.models.events.Utterance;
import talktrack.models.fixtures.CallFixture;
import talktrack.models.labels.Language;
import talktrack.models.labels.Speaker;

class PreviousTurnTest {

    /** What the call's last utterance follows. */
    private static String of(CallFixture.Builder call) {
        List<Utterance> said = call.build().utterances();
        return PreviousTurn.of(said.getLast(), said.subList(0, said.size() - 1));
    }

    @Test
    void aTurnThatPausesCutIsOneTurn() {
        assertThat(
                        of(
                                aCall().customer("our machine breaks")
                                        .customer("down every week")
                                        .rep("and what happens then")))
                .isEqualTo("our machine breaks down every week");
    }

    @Test
    void soundsOfListeningNeitherEndATurnNorAreOne() {
        assertThat(
                        of(
                                aCall().customer("the line stops")
                                        .rep("mhm")
                                        .customer("for an hour or so")
                                        .customer("yeah")
                                        .rep("how often")))
                .isEqualTo("the line stops for an hour or so");
        assertThat(
                        of(
                                aCall().in(Language.ZH)
                                        .customer("产线一停就是一小时")
                                        .rep("嗯")
                                        .customer("对对")
                                        .rep("多久一次")))
                .isEqualTo("产线一停就是一小时");
    }

    @Test
    void whatWasSaidBeforeTheLastExchangeIsAnotherTurn() {
        assertThat(
                        of(
                                aCall().customer("we have two plants")
                                        .rep("where are they")
                                        .customer("both in the north")
                                        .rep("i see")
                                        .rep("what do they make")))
                .isEqualTo("both in the north");
    }

    @Test
    void ofALongTurnTheEndCounts() {
        String long1 = "and then there was the story of the third warehouse ".repeat(6).strip();
        String long2 = "which nobody wanted to take over in the end after all ".repeat(6).strip();
        assertThat(of(aCall().customer(long1).customer(long2).rep("why not"))).isEqualTo(long2);
    }

    @Test
    void aYeahIsBetterThanNothing() {
        assertThat(of(aCall().customer("yeah").rep("is that so"))).isEqualTo("yeah");
        assertThat(of(aCall().rep("good morning"))).isEmpty();
    }

    @Test
    void amongUnknownSpeakersItIsWhateverWasSaidLast() {
        List<Utterance> said =
                aCall().rep("how many are there").rep("about fifty").build().utterances();
        assertThat(PreviousTurn.of(said.getLast().as(2, Speaker.UNKNOWN), said.subList(0, 1)))
                .isEqualTo("how many are there");
    }
}
