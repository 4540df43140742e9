package talktrack.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.models.labels.Speaker.CUSTOMER;
import static talktrack.models.labels.Speaker.REP;
import static talktrack.models.labels.Speaker.UNKNOWN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import talktrack.models.events.Recording;
import talktrack.models.events.SpeakerCertainty;
import talktrack.models.events.SpeakerFix;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.events.Utterance;
import talktrack.models.events.VoiceMeasures;
import talktrack.models.labels.Caution;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.Language;
import talktrack.models.labels.SourceMode;
import talktrack.models.labels.Speaker;
import talktrack.models.labels.VoiceEmotion;

class SpeakerCorrectionTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    /** Each utterance takes a second, a second after the one before. */
    private static final class Heard {
        private final List<Utterance> utterances = new ArrayList<>();

        Heard says(int channel, int voice, Speaker speaker) {
            int index = utterances.size();
            utterances.add(
                    new Utterance(
                            Utterance.id("c", 1, index),
                            "c",
                            1,
                            index,
                            channel,
                            voice,
                            speaker,
                            "",
                            Language.EN,
                            OptionalDouble.of(2 * index),
                            OptionalDouble.of(2 * index + 1),
                            "words",
                            "Words.",
                            List.of()));
            return this;
        }

        Transcript as(SourceMode mode, ChannelLayout layout, Caution... cautions) {
            return new Transcript(
                    new TranscriptEnd.Transcribed(
                            "c",
                            1,
                            utterances.size(),
                            OptionalDouble.of(60),
                            mode,
                            mode == SourceMode.STEREO ? 2 : 1,
                            layout,
                            "starter-en",
                            OptionalDouble.of(0.9),
                            List.of(cautions),
                            "c/playback-1.m4a",
                            new SpeakerCertainty(0, OptionalDouble.empty(), OptionalDouble.of(0.7)),
                            OptionalDouble.of(12),
                            NOW),
                    utterances);
        }
    }

    private static Transcript stereo() {
        return new Heard()
                .says(0, 0, REP)
                .says(1, 0, CUSTOMER)
                .says(0, 0, REP)
                .as(SourceMode.STEREO, ChannelLayout.REP_CUSTOMER, Caution.REP_GUESSED);
    }

    private static Transcript twoVoices(Speaker first, Speaker second, Caution caution) {
        return new Heard()
                .says(0, 1, first)
                .says(0, 2, second)
                .says(0, 2, second)
                .says(0, 1, first)
                .as(SourceMode.MONO, ChannelLayout.MONO, caution);
    }

    private static Recording wanted(ChannelLayout layout, SpeakerFix... fixes) {
        return new Recording(
                "c",
                2,
                Recording.Kind.AUDIO,
                "c/original",
                "",
                "call.wav",
                1,
                Language.EN,
                layout,
                "Ann",
                "",
                List.of(fixes),
                1,
                "",
                NOW);
    }

    private static List<Speaker> speakers(Transcript transcript) {
        return transcript.utterances().stream().map(Utterance::speaker).toList();
    }

    private static Transcript corrected(Transcript heard, Recording wanted) {
        return corrected(heard, wanted, VoiceEmotion.OFF);
    }

    private static Transcript corrected(Transcript heard, Recording wanted, VoiceEmotion emotion) {
        return SpeakerCorrection.apply(heard, wanted, emotion, NOW);
    }

    @Test
    void withoutAnyWordOfAPersonNothingChanges() {
        Transcript same = corrected(stereo(), wanted(ChannelLayout.AUTO));

        assertThat(speakers(same)).containsExactly(REP, CUSTOMER, REP);
        assertThat(same.end().cautions()).containsExactly(Caution.REP_GUESSED);
        assertThat(same.end().speakers().repConfidence()).hasValue(0.7);
        assertThat(same.end().readSeconds()).as("nothing was heard").isEmpty();
        assertThat(same.utterances().getLast().utteranceId()).isEqualTo("c-2-0002");
    }

    @Test
    void swappedChannelsSwapTheSpeakers() {
        Transcript swapped = corrected(stereo(), wanted(ChannelLayout.CUSTOMER_REP));

        assertThat(speakers(swapped)).containsExactly(CUSTOMER, REP, CUSTOMER);
        assertThat(swapped.end().layout()).isEqualTo(ChannelLayout.CUSTOMER_REP);
        assertThat(swapped.end().cautions()).containsExactly(Caution.SPEAKERS_FIXED);
        assertThat(swapped.end().speakers().repConfidence()).isEmpty();
    }

    @Test
    void oneChannelCannotBeSwappedByItsLayout() {
        Transcript mono = twoVoices(REP, CUSTOMER, Caution.TOLD_BY_VOICE);

        Transcript same = corrected(mono, wanted(ChannelLayout.CUSTOMER_REP));

        assertThat(speakers(same)).isEqualTo(speakers(mono));
    }

    @Test
    void aVoiceIsSaidToBeTheRepWhereverItSpeaks() {
        Transcript fixed =
                corrected(
                        twoVoices(REP, CUSTOMER, Caution.TOLD_BY_VOICE),
                        wanted(ChannelLayout.AUTO, new SpeakerFix(2, 3, 0, REP, true)));

        assertThat(speakers(fixed)).containsExactly(CUSTOMER, REP, REP, CUSTOMER);
        assertThat(fixed.end().cautions())
                .containsExactlyInAnyOrder(Caution.TOLD_BY_VOICE, Caution.SPEAKERS_FIXED);
    }

    @Test
    void theOtherOfTwoVoicesIsTheRepWhenOneIsTheCustomer() {
        Transcript fixed =
                corrected(
                        twoVoices(UNKNOWN, UNKNOWN, Caution.SPEAKERS_UNSURE),
                        wanted(ChannelLayout.AUTO, new SpeakerFix(0, 1, 0, CUSTOMER, true)));

        assertThat(speakers(fixed)).containsExactly(CUSTOMER, REP, REP, CUSTOMER);
        assertThat(fixed.end().cautions())
                .containsExactlyInAnyOrder(Caution.TOLD_BY_VOICE, Caution.SPEAKERS_FIXED);
    }

    @Test
    void oneStretchCountsBeforeTheWholeVoiceInAnyOrder() {
        SpeakerFix line = new SpeakerFix(4, 5, 0, CUSTOMER, false);
        SpeakerFix voice = new SpeakerFix(2, 3, 0, REP, true);
        Transcript mono = twoVoices(REP, CUSTOMER, Caution.TOLD_BY_VOICE);

        for (Recording order :
                List.of(
                        wanted(ChannelLayout.AUTO, line, voice),
                        wanted(ChannelLayout.AUTO, voice, line))) {
            assertThat(speakers(corrected(mono, order)))
                    .containsExactly(CUSTOMER, REP, CUSTOMER, CUSTOMER);
        }
    }

    @Test
    void aStretchOfTheOtherChannelIsNotMeant() {
        Transcript fixed =
                corrected(
                        stereo(), wanted(ChannelLayout.AUTO, new SpeakerFix(0, 60, 1, REP, false)));

        assertThat(speakers(fixed)).containsExactly(REP, REP, REP);
        assertThat(fixed.end().cautions())
                .as("the guess of the channels stands")
                .contains(Caution.REP_GUESSED, Caution.SPEAKERS_FIXED);
    }

    @Test
    void aFixWhereNobodySpeaksChangesNobody() {
        Transcript fixed =
                corrected(
                        stereo(),
                        wanted(ChannelLayout.AUTO, new SpeakerFix(40, 50, 0, CUSTOMER, true)));

        assertThat(speakers(fixed)).containsExactly(REP, CUSTOMER, REP);
    }

    @Test
    void channelsSwapAgainAfterAWholeChannelWasGivenToSomebody() {
        Recording given = wanted(ChannelLayout.AUTO, new SpeakerFix(0, 1, 0, CUSTOMER, true));

        Transcript fixed = corrected(stereo(), given);
        Transcript swapped = corrected(stereo(), given.withLayout(ChannelLayout.REP_CUSTOMER, NOW));

        assertThat(speakers(fixed)).containsExactly(CUSTOMER, REP, CUSTOMER);
        assertThat(fixed.end().layout()).isEqualTo(ChannelLayout.CUSTOMER_REP);
        assertThat(speakers(swapped)).containsExactly(REP, CUSTOMER, REP);
        assertThat(swapped.end().layout()).isEqualTo(ChannelLayout.REP_CUSTOMER);
    }

    @Test
    void whoSaysThatNobodyKnowsLeavesTheCautions() {
        Transcript fixed =
                corrected(
                        twoVoices(REP, CUSTOMER, Caution.REP_GUESSED),
                        wanted(ChannelLayout.AUTO, new SpeakerFix(0, 1, 0, UNKNOWN, true)));

        assertThat(speakers(fixed)).containsExactly(UNKNOWN, CUSTOMER, CUSTOMER, UNKNOWN);
        assertThat(fixed.end().cautions())
                .containsExactlyInAnyOrder(Caution.REP_GUESSED, Caution.SPEAKERS_FIXED);
        assertThat(fixed.end().speakers().repConfidence()).hasValue(0.7);
    }

    @Test
    void pitchOfWhoIsNotToBeMeasuredIsTakenAway() {
        VoiceMeasures excited =
                new VoiceMeasures(
                        OptionalDouble.of(200),
                        OptionalDouble.of(6),
                        OptionalDouble.of(-20),
                        OptionalDouble.of(5),
                        OptionalDouble.of(0.1),
                        OptionalDouble.of(1.5));
        Transcript heard = stereo();
        Transcript measured =
                new Transcript(
                        heard.end(),
                        heard.utterances().stream()
                                .map(said -> said.withVoiceMeasures(excited))
                                .toList());

        Transcript swapped =
                corrected(measured, wanted(ChannelLayout.CUSTOMER_REP), VoiceEmotion.CUSTOMER);

        assertThat(swapped.utterances().get(0).voiceMeasures()).isEqualTo(excited);
        assertThat(swapped.utterances().get(1).voiceMeasures().arousal()).isEmpty();
        assertThat(swapped.utterances().get(1).voiceMeasures().medianPitchHertz()).isEmpty();
        assertThat(swapped.utterances().get(1).voiceMeasures().loudnessDecibels()).hasValue(-20);
    }

    @Test
    void theSpeakersOfATranscriptAreNotOneVoice() {
        Transcript names =
                new Heard()
                        .says(0, 0, REP)
                        .says(0, 0, CUSTOMER)
                        .says(0, 0, REP)
                        .as(SourceMode.TIMED_TRANSCRIPT, ChannelLayout.AUTO);

        Transcript same = corrected(names, wanted(ChannelLayout.AUTO));
        Transcript fixed =
                corrected(
                        names,
                        wanted(
                                ChannelLayout.AUTO,
                                new SpeakerFix(2, 3, 0, REP, false),
                                new SpeakerFix(0, 1, 0, CUSTOMER, true)));

        assertThat(speakers(same)).containsExactly(REP, CUSTOMER, REP);
        assertThat(speakers(fixed)).containsExactly(REP, REP, REP);
    }
}
