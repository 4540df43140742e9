package talktrack.api.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import talktrack.models.events.CallDetails;
import talktrack.models.events.CallProgress;
import talktrack.models.events.Deletion;
import talktrack.models.events.LabelCorrection;
import talktrack.models.events.Recording;
import talktrack.models.events.TaskLabel;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.fixtures.CallFixture;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.FailureKind;
import talktrack.models.labels.Language;
import talktrack.models.labels.QuestionType;

class CallRegistryTest {

    private static final Instant NOW = Instant.parse("2026-11-04T10:00:00Z");
    private static final String ID = "c0ffee";

    private final CallRegistry registry = new CallRegistry();
    private final CallDetails details = CallFixture.aCall().id(ID).build().details();
    private final List<CallStatus> heard = new ArrayList<>();

    @BeforeEach
    void listen() {
        registry.listen(call -> heard.add(call.status()));
    }

    private static Recording recording(int revision) {
        return new Recording(
                ID,
                revision,
                Recording.Kind.AUDIO,
                ID + "/original",
                "00",
                "call.wav",
                1,
                Language.EN,
                ChannelLayout.AUTO,
                "Ann",
                "",
                List.of(),
                0,
                "",
                NOW);
    }

    private static CallProgress progress(int revision, CallProgress.Stage stage) {
        return new CallProgress(ID, revision, stage, 1, 10, OptionalDouble.empty(), NOW);
    }

    private TranscriptEnd.Transcribed transcribed() {
        return CallFixture.aCall().id(ID).rep("hello").build().end();
    }

    private static TranscriptEnd.CallFailed failed(int revision) {
        return new TranscriptEnd.CallFailed(
                ID, revision, FailureKind.NO_AUDIO_TRACK, "no sound", "decode", NOW);
    }

    @Test
    void aCallExistsOnceDetailsAndRecordingAreThereInAnyOrder() {
        registry.apply(recording(1));
        assertThat(registry.exists(ID)).isFalse();
        registry.apply(details);
        assertThat(registry.find(ID).orElseThrow().status()).isEqualTo(CallStatus.QUEUED);
    }

    @Test
    void theStatusFollowsIngestAndAnalysis() {
        registry.apply(details);
        registry.apply(recording(1));
        registry.apply(progress(1, CallProgress.Stage.DECODING));
        registry.apply(progress(1, CallProgress.Stage.TRANSCRIBING));
        registry.apply(transcribed());
        registry.apply(transcribed()); // read once more: nothing new
        assertThat(heard)
                .containsExactly(
                        CallStatus.QUEUED,
                        CallStatus.DECODING,
                        CallStatus.TRANSCRIBING,
                        CallStatus.ANALYSING);
    }

    @Test
    void whatBelongsToAnOlderRevisionIsNotShown() {
        registry.apply(details);
        registry.apply(recording(1));
        registry.apply(failed(1));
        registry.apply(recording(2));
        registry.apply(failed(1));
        registry.apply(progress(1, CallProgress.Stage.FAILED));
        assertThat(registry.find(ID).orElseThrow().status()).isEqualTo(CallStatus.QUEUED);
        assertThat(registry.find(ID).orElseThrow().failed()).isEmpty();
    }

    @Test
    void aDeletedCallStaysDeletedHoweverLateItsRecordsAreRead() {
        registry.apply(details);
        registry.apply(recording(2));
        registry.apply(new Deletion(ID, 2, NOW));
        registry.apply(details);
        registry.apply(recording(1));
        registry.apply(recording(2));
        registry.apply(transcribed());
        assertThat(registry.exists(ID)).isFalse();
        assertThat(registry.calls()).isEmpty();
        assertThat(registry.deleted()).containsExactly(ID);
    }

    @Test
    void anUploadAfterADeletionIsACallAgainAlsoWhenTheDeletionIsReadOnceMore() {
        registry.apply(details);
        registry.apply(recording(1));
        registry.apply(new Deletion(ID, 1, NOW));
        registry.apply(details);
        registry.apply(recording(2));
        registry.apply(new Deletion(ID, 1, NOW));
        assertThat(registry.find(ID).orElseThrow().revision()).isEqualTo(2);
        assertThat(registry.deleted()).isEmpty();
    }

    @Test
    void aDeletionIsHalfDoneUntilTheDetailsAreTakenBack() {
        registry.apply(details);
        registry.apply(recording(1));
        assertThat(registry.halfDeleted()).isEmpty();
        registry.apply(new Deletion(ID, 1, NOW));
        assertThat(registry.halfDeleted()).containsExactly(ID);
        registry.detailsTakenBack(ID);
        assertThat(registry.halfDeleted()).isEmpty();
    }

    @Test
    void aCorrectionIsKnownUntilItIsTakenBackOrItsCallIsGone() {
        LabelCorrection correction =
                new LabelCorrection(
                        ID,
                        1,
                        3,
                        0,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        new TaskLabel.Question(QuestionType.PROBLEM),
                        new TaskLabel.Question(QuestionType.NONE),
                        OptionalDouble.of(0.6),
                        "",
                        NOW);
        registry.correctionTakenBack(correction.key()); // of a call that nobody spoke of
        registry.apply(details);
        registry.apply(recording(1));
        registry.apply(correction);
        assertThat(registry.corrections(ID)).containsExactly(correction);
        assertThat(registry.corrected()).containsExactly(ID);
        registry.apply(new Deletion(ID, 1, NOW));
        assertThat(registry.corrected()).isEmpty();
        registry.correctionTakenBack(correction.key());
        assertThat(registry.corrections(ID)).isEmpty();
    }
}
