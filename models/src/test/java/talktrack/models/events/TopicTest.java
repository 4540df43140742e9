package talktrack.models.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static talktrack.models.fixtures.CallFixture.aCall;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class TopicTest {

    @Test
    void everythingAboutOneCallIsInOnePartition() {
        String utteranceId = Utterance.id("3fa9c1", 2, 17);
        int partition = Topics.RECORDINGS.partition("3fa9c1");
        assertThat(Topics.UTTERANCES.partition(utteranceId)).isEqualTo(partition);
        assertThat(Topics.SUGGESTIONS.partition(Suggestion.id(utteranceId))).isEqualTo(partition);
    }

    @Test
    void aRecordSurvivesTheWireAndATombstoneStaysOne() {
        Utterance said = aCall().customer("that is too expensive").build().utterances().getFirst();
        try (var serde = Topics.UTTERANCES.serde()) {
            byte[] bytes = serde.serializer().serialize("utterances", said);
            assertThat(serde.deserializer().deserialize("utterances", bytes)).isEqualTo(said);
            assertThat(serde.serializer().serialize("utterances", null)).isNull();
            assertThat(serde.deserializer().deserialize("utterances", null)).isNull();
            assertThatThrownBy(
                            () ->
                                    serde.deserializer()
                                            .deserialize(
                                                    "utterances",
                                                    "{".getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("utterances");
        }
    }

    @Test
    void aCallAddedAndTakenAwayLeavesTheWeekAsItWas() {
        CallAnalysis call = EventSamples.callAnalysis();
        RepWeek before = RepWeek.empty().plus(call);
        assertThat(before.plus(call).minus(call)).isEqualTo(before);
        assertThat(before.minus(call).skills()).isEmpty();
    }

    @Test
    void onePersonHasOneIdHoweverTheNameIsWritten() {
        assertThat(Person.idOf("Ａnna  Brooks "))
                .isEqualTo(Person.idOf("anna brooks"))
                .isEqualTo("anna-brooks");
        assertThat(Person.idOf("王磊")).isEqualTo("王磊");
        assertThatThrownBy(() -> Person.idOf("…")).hasMessageContaining("at least one letter");
    }
}
