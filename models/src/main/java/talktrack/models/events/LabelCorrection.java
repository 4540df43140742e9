package talktrack.models.events;

import java.time.Instant;
import java.util.Objects;
import java.util.OptionalDouble;
import talktrack.models.labels.LabelTask;

/**
 * What a person says is right of one utterance, for one task. Topic {@code label-corrections}, key
 * {@link #key()}; a tombstone takes it back. It names a stretch of time, and in a transcript
 * without times a place, so that it still holds when the call is read again: by another speech
 * model, which may cut utterances elsewhere.
 *
 * @param revision of the call when it was said: a deletion of that revision deletes this too
 * @param index of the utterance in that revision
 * @param channel of the recording, from 0
 * @param startSeconds of the utterance; absent in transcripts without times, together with the end
 * @param right what is right; the same as {@code before} when somebody confirms it
 * @param before what was read without this and any earlier correction
 * @param scoreBefore how sure that was, 0…1; absent of handling
 * @param by id of who said it, or empty
 */
public record LabelCorrection(
        String callId,
        int revision,
        int index,
        int channel,
        OptionalDouble startSeconds,
        OptionalDouble endSeconds,
        TaskLabel right,
        TaskLabel before,
        OptionalDouble scoreBefore,
        String by,
        Instant correctedAt) {

    public LabelCorrection {
        Objects.requireNonNull(callId, "callId");
        Objects.requireNonNull(right, "right");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(correctedAt, "correctedAt");
        by = by == null ? "" : by;
        if (right.task() != before.task()) {
            throw new IllegalArgumentException(
                    "a correction of %s says what was read of %s"
                            .formatted(right.task().id(), before.task().id()));
        }
        if (startSeconds.isPresent() != endSeconds.isPresent()) {
            throw new IllegalArgumentException("a correction has a start or an end, but not both");
        }
        if (startSeconds.isPresent() && endSeconds.getAsDouble() < startSeconds.getAsDouble()) {
            throw new IllegalArgumentException(
                    "a correction ends at %.2f s, before its start at %.2f s"
                            .formatted(endSeconds.getAsDouble(), startSeconds.getAsDouble()));
        }
    }

    /** Of this utterance, at this moment. */
    public static LabelCorrection of(
            ScoredUtterance read, TaskLabel right, String by, Instant correctedAt) {
        Utterance said = read.utterance();
        return new LabelCorrection(
                said.callId(),
                said.revision(),
                said.index(),
                said.channel(),
                said.startSeconds(),
                said.endSeconds(),
                right,
                TaskLabel.of(right.task(), read.labels()),
                TaskLabel.score(right.task(), read.labels()),
                by,
                correctedAt);
    }

    /** The same, of a label that an earlier correction has already changed. */
    public LabelCorrection readAs(LabelCorrection earlier) {
        return new LabelCorrection(
                callId,
                revision,
                index,
                channel,
                startSeconds,
                endSeconds,
                right,
                earlier.before,
                earlier.scoreBefore,
                by,
                correctedAt);
    }

    public LabelTask task() {
        return right.task();
    }

    /** The call that a key is about. */
    public static String callId(String key) {
        return key.substring(0, Math.max(0, key.indexOf('-')));
    }

    /** The same place and task have the same key, so that what is said last counts. */
    public String key() {
        String place =
                startSeconds.isPresent()
                        ? "%d-%d-%d"
                                .formatted(
                                        channel,
                                        Math.round(1000 * startSeconds.getAsDouble()),
                                        Math.round(1000 * endSeconds.getAsDouble()))
                        : String.valueOf(index);
        return "%s-%s-%s".formatted(callId, place, task().id());
    }
}
