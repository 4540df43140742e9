package talktrack.models.events;

import java.util.List;
import java.util.OptionalDouble;
import talktrack.models.labels.HandlingFault;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.ObjectionType;

/**
 * An objection and what the rep made of it (docs/conversation-model.md §3).
 *
 * @param utteranceId the customer's utterance that raises it
 * @param certainty probability of the type by its words, 0…1, less what the call around them speaks
 *     against it
 * @param replyIds the rep's utterances that were read as the answer
 * @param score 0…100, or absent when the rep never got to answer
 * @param valenceBefore the customer's sentiment before, −1…1; absent when nothing was said
 * @param valenceAfter the customer's sentiment in the turn after the answer
 * @param cameBack the same type was raised again after this objection had ended
 * @param course how it went on, and what proves it
 */
public record ObjectionHandling(
        String utteranceId,
        ObjectionType type,
        double certainty,
        List<String> replyIds,
        List<HandlingStep> steps,
        List<HandlingFault> faults,
        OptionalDouble score,
        OptionalDouble valenceBefore,
        OptionalDouble valenceAfter,
        boolean cameBack,
        ObjectionCourse course) {

    /**
     * Less certain ones are shown as "perhaps"; no score rests on them, and no advice. How often
     * the others are right stands in docs/metrics.md.
     */
    public static final double SURE_FROM = 0.7;

    public ObjectionHandling {
        replyIds = List.copyOf(replyIds);
        steps = List.copyOf(steps);
        faults = List.copyOf(faults);
        course = course == null ? ObjectionCourse.UNREAD : course;
    }

    /** An objection whose course nobody read. */
    public ObjectionHandling(
            String utteranceId,
            ObjectionType type,
            double certainty,
            List<String> replyIds,
            List<HandlingStep> steps,
            List<HandlingFault> faults,
            OptionalDouble score,
            OptionalDouble valenceBefore,
            OptionalDouble valenceAfter,
            boolean cameBack) {
        this(
                utteranceId,
                type,
                certainty,
                replyIds,
                steps,
                faults,
                score,
                valenceBefore,
                valenceAfter,
                cameBack,
                ObjectionCourse.UNREAD);
    }

    /** Whether this is certain enough to judge a rep by. */
    public boolean sure() {
        return certainty >= SURE_FROM;
    }

    /** Whether the handling counts: the objection is sure, and the rep got to answer. */
    public boolean counts() {
        return sure() && score.isPresent();
    }

    /** Whether it counts and its course says whether this step was taken: pauses need times. */
    public boolean tells(HandlingStep step) {
        return counts()
                && !course.raisedIds().isEmpty()
                && (step != HandlingStep.PAUSE || course.pauseSeconds().isPresent());
    }
}
