package talktrack.api.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import talktrack.api.http.Problem;
import talktrack.models.events.Json;
import talktrack.models.events.Recording;
import talktrack.models.events.SpeakerFix;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.fixtures.CallFixture;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.Language;
import talktrack.models.labels.Speaker;

class SpeakerChangeTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    /** Of two channels. */
    private static final TranscriptEnd.Transcribed STEREO =
            CallFixture.aCall().rep("good morning").customer("hello").build().end();

    private static Recording recording(Recording.Kind kind, SpeakerFix... fixes) {
        return new Recording(
                "c",
                3,
                kind,
                "c/original",
                "",
                "call",
                1,
                Language.EN,
                ChannelLayout.AUTO,
                "Ann",
                "",
                List.of(fixes),
                0,
                "",
                NOW);
    }

    private static SpeakerChange change(String json) throws Exception {
        return Json.read(
                json.getBytes(java.nio.charset.StandardCharsets.UTF_8), SpeakerChange.class);
    }

    @Test
    void swappedChannelsKeepTheWords() throws Exception {
        Recording next =
                change("{\"layout\": \"customer,rep\"}")
                        .of(recording(Recording.Kind.AUDIO), STEREO, NOW);

        assertThat(next.revision()).isEqualTo(4);
        assertThat(next.channels()).isEqualTo(ChannelLayout.CUSTOMER_REP);
        assertThat(next.keepsWordsOf()).isEqualTo(3);
    }

    @Test
    void whatIsSaidLaterOfAStretchTakesThePlaceOfWhatWasSaidOfIt() {
        SpeakerFix first = new SpeakerFix(2, 3, 0, Speaker.REP, false);
        SpeakerFix voice = new SpeakerFix(2, 3, 0, Speaker.REP, true);
        SpeakerFix later = new SpeakerFix(1, 4, 0, Speaker.CUSTOMER, false);

        Recording next =
                new SpeakerChange(Optional.empty(), Optional.empty(), Optional.of(later))
                        .of(recording(Recording.Kind.AUDIO, first, voice), STEREO, NOW);

        assertThat(next.speakerFixes()).containsExactly(voice, later);
    }

    @Test
    void theRepOfATranscriptIsNamed() throws Exception {
        Recording next =
                change("{\"repSpeaker\": \"Bob\"}")
                        .of(recording(Recording.Kind.TRANSCRIPT), STEREO, NOW);

        assertThat(next.repSpeaker()).isEqualTo("Bob");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"layout\": \"auto\"}",
                "{\"layout\": \"rep,customer\", \"repSpeaker\": \"Bob\"}",
                "{\"repSpeaker\": \"Bob\"}",
                "{\"fix\": {\"startSeconds\": -1, \"endSeconds\": 2, \"channel\": 0, \"speaker\": \"rep\"}}",
                "{\"fix\": {\"startSeconds\": 1, \"endSeconds\": 2, \"channel\": -1, \"speaker\": \"rep\"}}",
                "{\"fix\": {\"startSeconds\": 1, \"endSeconds\": 2, \"channel\": 2, \"speaker\": \"rep\"}}",
                "{\"fix\": {\"startSeconds\": 900, \"endSeconds\": 901, \"channel\": 0, \"speaker\": \"rep\"}}"
            })
    void whatCannotBeSaidOfARecordingIsRefused(String json) throws Exception {
        SpeakerChange change = change(json);

        assertThatThrownBy(() -> change.of(recording(Recording.Kind.AUDIO), STEREO, NOW))
                .isInstanceOf(Problem.class);
    }
}
