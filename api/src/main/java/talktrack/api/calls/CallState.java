package talktrack.api.calls;

import java.util.Optional;
import talktrack.models.events.CallDetails;
import talktrack.models.events.CallProgress;
import talktrack.models.events.Deletion;
import talktrack.models.events.Recording;
import talktrack.models.events.TranscriptEnd;

/**
 * All that is known of one call id. Topics arrive in any order and our own writes arrive twice
 * (when written and when read again), so every fact counts by its revision, never by when it came.
 */
record CallState(
        Optional<CallDetails> details,
        Optional<Recording> recording,
        Optional<TranscriptEnd> end,
        Optional<CallProgress> progress,
        int analysedRevision,
        int deletedRevision) {

    static final CallState UNKNOWN =
            new CallState(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0, 0);

    CallState with(CallDetails other) {
        boolean older =
                details.isPresent() && other.uploadedAt().isBefore(details.get().uploadedAt());
        return older
                ? this
                : new CallState(
                        Optional.of(other),
                        recording,
                        end,
                        progress,
                        analysedRevision,
                        deletedRevision);
    }

    CallState with(Recording other) {
        boolean older = recording.isPresent() && other.revision() < recording.get().revision();
        return older || other.revision() <= deletedRevision
                ? this
                : new CallState(
                        details,
                        Optional.of(other),
                        end,
                        progress,
                        analysedRevision,
                        deletedRevision);
    }

    CallState with(TranscriptEnd other) {
        boolean older = end.isPresent() && other.revision() < end.get().revision();
        return older
                ? this
                : new CallState(
                        details,
                        recording,
                        Optional.of(other),
                        progress,
                        analysedRevision,
                        deletedRevision);
    }

    CallState with(CallProgress other) {
        boolean older = progress.isPresent() && other.revision() < progress.get().revision();
        return older
                ? this
                : new CallState(
                        details,
                        recording,
                        end,
                        Optional.of(other),
                        analysedRevision,
                        deletedRevision);
    }

    CallState analysed(int revision) {
        return new CallState(
                details,
                recording,
                end,
                progress,
                Math.max(revision, analysedRevision),
                deletedRevision);
    }

    CallState with(Deletion deletion) {
        int deleted = Math.max(deletedRevision, deletion.revision());
        return new CallState(
                details,
                recording.filter(r -> r.revision() > deleted),
                end.filter(e -> e.revision() > deleted),
                progress.filter(p -> p.revision() > deleted),
                analysedRevision,
                deleted);
    }

    CallState withoutDetails() {
        return new CallState(
                Optional.empty(), recording, end, progress, analysedRevision, deletedRevision);
    }

    /** The call, if it exists. */
    Optional<Call> call() {
        if (details.isEmpty() || recording.isEmpty()) {
            return Optional.empty();
        }
        int revision = recording.get().revision();
        return Optional.of(
                new Call(
                        details.get(),
                        recording.get(),
                        end.filter(e -> e.revision() == revision),
                        progress.filter(p -> p.revision() == revision),
                        analysedRevision == revision));
    }
}
