package talktrack.models.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import talktrack.models.labels.Label;
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
 * @param evidence id of each step and fault seen, also of those that are only perhaps there → the
 *     utterance that shows it
 * @param afterId the customer's first utterance after the first answer
 * @param outcome absent when the customer says nothing more
 * @param endId the customer's utterance with which it ends; absent as the outcome is
 * @param certainty id of each step and fault that words show → how probable it is, 0…1; those below
 *     {@link Scored#COUNTS_FROM} are perhaps there and count nowhere. Empty in older records
 */
public record ObjectionCourse(
        List<String> raisedIds,
        int timesRaised,
        OptionalDouble pauseSeconds,
        OptionalDouble paceRatio,
        Map<String, String> evidence,
        Optional<String> afterId,
        Optional<ObjectionOutcome> outcome,
        Optional<String> endId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Double> certainty) {

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
                    Optional.empty(),
                    Map.of());

    public ObjectionCourse {
        raisedIds = List.copyOf(raisedIds);
        evidence = Map.copyOf(evidence);
        certainty =
                certainty == null
                        ? Map.of()
                        : Collections.unmodifiableSortedMap(new TreeMap<>(certainty));
    }

    /** How probable a step or fault is that is only perhaps there; absent for all others. */
    public OptionalDouble perhaps(Label label) {
        Double probable = certainty.get(label.id());
        return probable == null || probable >= Scored.COUNTS_FROM
                ? OptionalDouble.empty()
                : OptionalDouble.of(probable);
    }
}
