package talktrack.ingest.speakers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static talktrack.models.labels.ChannelLayout.AUTO;
import static talktrack.models.labels.ChannelLayout.CUSTOMER_REP;
import static talktrack.models.labels.ChannelLayout.MONO;
import static talktrack.models.labels.ChannelLayout.REP_CUSTOMER;
import static talktrack.models.labels.Speaker.CUSTOMER;
import static talktrack.models.labels.Speaker.REP;

import java.util.List;
import org.junit.jupiter.api.Test;
import talktrack.models.labels.Language;

class ChannelSpeakersTest {

    /** Channel 1 sounds like the rep. */
    private static final List<Said> CALL =
            List.of(
                    new Said(1, "thank you for calling acme how can i help you"),
                    new Said(0, "my car is not done yet"));

    @Test
    void aDeclaredLayoutIsBelievedWhateverIsSaid() {
        ChannelSpeakers speakers = ChannelSpeakers.ofTwo(REP_CUSTOMER, Language.EN, CALL);

        assertThat(speakers.on(0)).isEqualTo(REP);
        assertThat(speakers.on(1)).isEqualTo(CUSTOMER);
        assertThat(speakers.guessed()).isFalse();
    }

    @Test
    void anUndeclaredLayoutIsGuessedAndSaysSo() {
        ChannelSpeakers speakers = ChannelSpeakers.ofTwo(AUTO, Language.EN, CALL);

        assertThat(speakers.layout()).isEqualTo(CUSTOMER_REP);
        assertThat(speakers.on(0)).isEqualTo(CUSTOMER);
        assertThat(speakers.on(1)).isEqualTo(REP);
        assertThat(speakers.guessed()).isTrue();
    }

    @Test
    void aCallDeclaredMonoHasNoTwoChannels() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChannelSpeakers.ofTwo(MONO, Language.EN, CALL));
    }
}
