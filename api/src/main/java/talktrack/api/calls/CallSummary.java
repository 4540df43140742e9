package talktrack.api.calls;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallProgress;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.labels.Caution;
import talktrack.models.labels.FailureKind;
import talktrack.models.labels.Language;
import talktrack.models.labels.SourceMode;

/** A call in a list. */
record CallSummary(
        String id,
        String repId,
        String repName,
        String teamId,
        String customer,
        Instant startedAt,
        Language language,
        String fileName,
        CallStatus status,
        Optional<Progress> progress,
        Optional<Failure> failure,
        OptionalDouble durationSeconds,
        Optional<String> model,
        Optional<SourceMode> mode,
        List<Caution> cautions,
        boolean demonstration) {

    record Progress(
            CallProgress.Stage stage,
            double doneSeconds,
            double totalSeconds,
            OptionalDouble remainingSeconds) {}

    /**
     * @param reason a sentence that a rep understands
     */
    record Failure(FailureKind kind, String reason) {}

    static CallSummary of(Call call) {
        return of(call, Optional.empty());
    }

    /**
     * @param analysis has cautions of its own beside those of the transcript
     */
    static CallSummary of(Call call, Optional<CallAnalysis> analysis) {
        var details = call.details();
        var done = call.transcribed();
        return new CallSummary(
                call.id(),
                details.repId(),
                details.repName(),
                details.teamId(),
                details.customer(),
                details.startedAt(),
                details.language(),
                details.fileName(),
                call.status(),
                progress(call),
                call.failed().map(failed -> new Failure(failed.kind(), failed.reason())),
                done.map(TranscriptEnd.Transcribed::durationSeconds).orElse(OptionalDouble.empty()),
                done.map(TranscriptEnd.Transcribed::model),
                done.map(TranscriptEnd.Transcribed::mode),
                analysis.map(CallAnalysis::cautions)
                        .or(() -> done.map(TranscriptEnd.Transcribed::cautions))
                        .orElse(List.of()),
                details.demonstration());
    }

    private static Optional<Progress> progress(Call call) {
        return call.end().isPresent()
                ? Optional.empty()
                : call.progress()
                        .map(
                                p ->
                                        new Progress(
                                                p.stage(),
                                                p.doneSeconds(),
                                                p.totalSeconds(),
                                                p.remainingSeconds()));
    }
}
