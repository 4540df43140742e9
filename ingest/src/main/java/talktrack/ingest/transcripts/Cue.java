package talktrack.ingest.transcripts;

import java.util.OptionalDouble;
import talktrack.models.labels.Speaker;

/**
 * One utterance of a transcript file.
 *
 * @param name of the speaker as the file has it; empty when it does not say
 * @param speaker as the file says it; unknown when it only names somebody
 * @param startSeconds absent, together with the end, when the file does not say
 */
public record Cue(
        String name,
        Speaker speaker,
        OptionalDouble startSeconds,
        OptionalDouble endSeconds,
        String text) {

    /** No call lasts longer: a later time is a mistake. */
    static final int LATEST_SECONDS = 48 * 3600;

    static Cue untimed(String name, String text) {
        return new Cue(name, Speaker.UNKNOWN, OptionalDouble.empty(), OptionalDouble.empty(), text);
    }

    static Cue timed(String name, double startSeconds, double endSeconds, String text) {
        return new Cue(
                name,
                Speaker.UNKNOWN,
                OptionalDouble.of(startSeconds),
                OptionalDouble.of(Math.max(startSeconds, endSeconds)),
                text);
    }

    Cue withoutTimes() {
        return new Cue(name, speaker, OptionalDouble.empty(), OptionalDouble.empty(), text);
    }

    boolean timed() {
        return startSeconds.isPresent();
    }
}
