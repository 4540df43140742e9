package talktrack.models.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import talktrack.models.labels.Caution;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.FailureKind;
import talktrack.models.labels.SourceMode;

/**
 * How ingest finished with one revision of a call: the end marker. Topic {@code transcripts}, key
 * {@link #callId()}. Written in the same transaction as the call's utterances.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TranscriptEnd.Transcribed.class, name = "transcribed"),
    @JsonSubTypes.Type(value = TranscriptEnd.CallFailed.class, name = "call-failed")
})
public sealed interface TranscriptEnd {

    String callId();

    int revision();

    Instant finishedAt();

    /**
     * All utterances of the call are written.
     *
     * @param utteranceCount how many utterances this revision has; assembly waits for so many
     * @param durationSeconds of the recording, or to the last utterance's end; absent without times
     * @param channels of the recording; 0 for a transcript
     * @param layout who was taken to speak on which channel; {@code auto} for a transcript
     * @param model the speech model's name, such as {@code starter-en}; {@code imported} for a
     *     transcript
     * @param wordConfidence mean confidence of the recognised words, 0…1; absent for a transcript
     * @param playback location of the copy that browsers play, or empty
     * @param speakers how surely the speakers were told
     * @param readSeconds how long ingest took to decode and hear it; absent when the words were
     *     kept from an earlier revision or imported
     */
    record Transcribed(
            String callId,
            int revision,
            int utteranceCount,
            OptionalDouble durationSeconds,
            SourceMode mode,
            int channels,
            ChannelLayout layout,
            String model,
            OptionalDouble wordConfidence,
            List<Caution> cautions,
            String playback,
            SpeakerCertainty speakers,
            OptionalDouble readSeconds,
            Instant finishedAt)
            implements TranscriptEnd {
        public Transcribed {
            cautions = List.copyOf(cautions);
            playback = playback == null ? "" : playback;
            speakers = speakers == null ? SpeakerCertainty.UNTOLD : speakers;
            readSeconds = readSeconds == null ? OptionalDouble.empty() : readSeconds;
        }
    }

    /**
     * The recording cannot be processed; {@code talktrack retry} or a new upload raises the
     * revision.
     *
     * @param reason a sentence that a rep understands: what happened, what it means, what to do
     * @param cause the technical cause, for an operator
     */
    record CallFailed(
            String callId,
            int revision,
            FailureKind kind,
            String reason,
            String cause,
            Instant finishedAt)
            implements TranscriptEnd {}
}
