package talktrack.api.calls;

import java.util.Optional;
import talktrack.models.events.CallDetails;
import talktrack.models.events.CallProgress;
import talktrack.models.events.Recording;
import talktrack.models.events.TranscriptEnd;

/**
 * A call that exists, as of now.
 *
 * @param recording the newest request to process it
 * @param end how ingest finished with that request; empty while it works
 * @param progress how far ingest is with that request
 * @param analysed whether the analysis of that request can be read
 */
public record Call(
        CallDetails details,
        Recording recording,
        Optional<TranscriptEnd> end,
        Optional<CallProgress> progress,
        boolean analysed) {

    public String id() {
        return details.callId();
    }

    public int revision() {
        return recording.revision();
    }

    /** What ingest wrote, when it succeeded. */
    public Optional<TranscriptEnd.Transcribed> transcribed() {
        return end.filter(TranscriptEnd.Transcribed.class::isInstance)
                .map(TranscriptEnd.Transcribed.class::cast);
    }

    /** Why ingest gave up, when it did. */
    public Optional<TranscriptEnd.CallFailed> failed() {
        return end.filter(TranscriptEnd.CallFailed.class::isInstance)
                .map(TranscriptEnd.CallFailed.class::cast);
    }

    public CallStatus status() {
        if (end.isPresent()) {
            return switch (end.get()) {
                case TranscriptEnd.CallFailed failed -> CallStatus.FAILED;
                case TranscriptEnd.Transcribed done ->
                        analysed ? CallStatus.ANALYSED : CallStatus.ANALYSING;
            };
        }
        return progress.map(CallProgress::stage)
                .map(
                        stage ->
                                switch (stage) {
                                    case DECODING -> CallStatus.DECODING;
                                    // The end marker, which decides, is on its way.
                                    case TRANSCRIBING, DONE, FAILED -> CallStatus.TRANSCRIBING;
                                })
                .orElse(CallStatus.QUEUED);
    }
}
