package talktrack.models.events;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import talktrack.models.labels.ObjectionOutcome;

/**
 * An objection from its raising to its settling, with what proves it (docs/metrics.md).
 *
 * @param raisedIds the customer's utterances that raise it, also again before it is settled
 * @param timesRaised in how many turns the same type is raised from here to the call's end, at
 *     least 1; 0 where that was not read
 * @param pauseSeconds silence before the rep's first answer; negative where the rep starts before
 *     the customer ends; absent without times or answer
 * @param paceRatio pace of the rep's first answer over the rep's pace in this call: above 1 is
 *     faster; absent without times or where the answer is short
 * @param evidence id of each step and fault seen → the utterance that shows it
 * @param afterId the customer's first utterance after the first answer
 * @param outcome absent when the customer says nothing more
 * @param endId the customer's utterance with which it ends; absent as the outcome is
 */
public record ObjectionCourse(
        List<String> raisedIds,
        int timesRaised,
        OptionalDouble pauseSeconds,
        OptionalDouble paceRatio,
        Map<String, String> evidence,
        Optional<String> afterId,
        Optional<ObjectionOutcome> outcome,
        Optional<String> endId) {

    /** Of a call that was analysed before arcs were read. */
    public static final ObjectionCourse UNREAD =
            new ObjectionCourse(
                    List.of(),
                    0,
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    Map.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    public ObjectionCourse {
        raisedIds = List.copyOf(raisedIds);
        evidence = Map.copyOf(evidence);
    }
}
