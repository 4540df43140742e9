package talktrack.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.analysis.call.LabelledCall.call;

import java.time.ZoneId;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.models.events.Scored;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.labels.Emotion;
import talktrack.models.labels.Sentiment;

/** Emotion is valence × arousal, and nothing where either is missing or unclear. */
class EmotionsTest {

    private static Optional<Emotion> in(LabelledCall call) {
        ScoredUtterance last = call.scored().getLast();
        return Emotions.felt(last).labels().emotion();
    }

    @ParameterizedTest
    @CsvSource({
        " 0.3,  0.75, EXCITED",
        " 0.3,  0.74, POSITIVE",
        " 0.3, -0.75, CALM",
        " 0.29, 0.74, CALM",
        "-0.29, -0.75, FLAT",
        "-0.3,  0.75, TENSE",
        "-0.3,  0.74, FRUSTRATED",
        "-0.3, -0.75, FLAT"
    })
    void followsValenceAndArousal(double valence, double arousal, Emotion emotion) {
        assertThat(Emotions.of(valence, arousal)).hasValue(emotion);
    }

    @Test
    void anExcitedVoiceWithNeutralWordsMayBeAnything() {
        assertThat(Emotions.of(0, 2)).isEmpty();
    }

    @Property
    void withoutArousalThereIsNone(@ForAll @DoubleRange(min = -1, max = 1) double valence) {
        assertThat(in(call().customer("that is far too late").feeling(valence))).isEmpty();
    }

    @Test
    void isAbsentWhereTheWordsDoNotTell() {
        LabelledCall angry = call().customer("that is far too late").feeling(-0.8).aroused(1.5);
        assertThat(in(angry)).hasValue(Emotion.TENSE);
        assertThat(in(call().customer("uh huh").feeling(0).aroused(0))).isEmpty();
        assertThat(in(angry.unclear())).isEmpty();
        ScoredUtterance doubtful = call().customer("late again").aroused(1.5).scored().getLast();
        var labels = doubtful.labels().withSentiment(new Scored<>(Sentiment.NEGATIVE, 0.59), -0.5);
        assertThat(
                        Emotions.felt(new ScoredUtterance(doubtful.utterance(), labels))
                                .labels()
                                .emotion())
                .isEmpty();
    }

    @Test
    void nobodyWhoseSideIsUnknownHasOne() {
        assertThat(
                        in(
                                call().customer("that is far too late")
                                        .feeling(-0.8)
                                        .aroused(1.5)
                                        .bySpeakersUnknown()))
                .isEmpty();
    }

    @Test
    void theWholeCallIsReadSo() {
        LabelledCall call =
                call().rep("good morning").customer("that is a mess").feeling(-0.8).aroused(1);
        var read = CallReader.read(call.details(), call.end(), call.scored(), ZoneId.of("UTC"));
        assertThat(read.labels())
                .extracting(reading -> reading.labels().emotion())
                .containsExactly(Optional.empty(), Optional.of(Emotion.TENSE));
    }
}
