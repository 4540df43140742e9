package talktrack.api.calls;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import talktrack.analysis.call.Corrections;
import talktrack.analysis.score.Handling;
import talktrack.api.http.JsonBody;
import talktrack.api.http.Problem;
import talktrack.models.events.LabelCorrection;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.TaskLabel;

/**
 * What a person says is right of one line of a call.
 *
 * @param label what is right, for one task; the same as what was read confirms it
 * @param by id of who says it, or empty
 */
record LabelChange(String utteranceId, TaskLabel label, String by) {

    private static final int LONGEST_ID = 200;

    private static final String FORM =
            "Send `utteranceId` and `label`, like {\"type\": \"question\", \"label\": \"problem\"};"
                    + " /openapi.json has its form.";

    LabelChange {
        utteranceId = utteranceId == null ? "" : utteranceId;
        by = by == null ? "" : by.strip();
    }

    /** Reads a request's body. */
    static LabelChange read(Context ctx) {
        LabelChange change = JsonBody.read(ctx, LabelChange.class, FORM);
        if (change.label == null || change.utteranceId.isEmpty()) {
            throw Problem.badRequest(
                    "The request does not say which line is meant and what is right of it.", FORM);
        }
        if (change.by.length() > LONGEST_ID) {
            throw Problem.badRequest("The id in `by` is too long.", "Leave it out.");
        }
        return change;
    }

    /**
     * The event that makes it so.
     *
     * @param read the line
     * @param earlier corrections of the same line and task
     */
    LabelCorrection of(ScoredUtterance read, List<LabelCorrection> earlier, Instant now) {
        if (!Corrections.canHave(label.task(), read.utterance().speaker())) {
            throw Problem.badRequest(
                    "A label of %s means nothing in what this speaker says."
                            .formatted(label.task().id()),
                    "Correct who speaks first, if that is wrong.");
        }
        refuseWhatOnlyTimesShow();
        LabelCorrection correction = LabelCorrection.of(read, label, by, now);
        Optional<LabelCorrection> first = earlier.stream().findFirst();
        return first.map(correction::readAs).orElse(correction);
    }

    private void refuseWhatOnlyTimesShow() {
        if (label instanceof TaskLabel.Handling(var steps, var faults)
                && !(Handling.STEPS.containsAll(steps) && Handling.FAULTS.containsAll(faults))) {
            throw Problem.badRequest(
                    "A pause, an interruption and a monologue are measured, not read from words.",
                    "Leave them out, or correct who speaks.");
        }
    }
}
