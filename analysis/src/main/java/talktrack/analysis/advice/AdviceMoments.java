package talktrack.analysis.advice;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallNeeds;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.Suggestion;
import talktrack.models.labels.NeedDepth;
import talktrack.models.labels.ObjectionOutcome;

/** Which moments of a call deserve a suggestion. */
public final class AdviceMoments {

    /** Handled better than this, without a fault, an objection needs no advice. */
    private static final double WELL_HANDLED = 70;

    private AdviceMoments() {}

    /**
     * The objections of a call that are sure and were fumbled, worst handled first (one that the
     * rep never answered counts as handled worst of all; of equals the earlier one comes first),
     * then the chances that were missed, in the call's order.
     */
    public static List<AdviceMoment> of(CallAnalysis call) {
        return Stream.concat(
                        call.objections().stream()
                                .filter(ObjectionHandling::sure)
                                .filter(AdviceMoments::fumbled)
                                .sorted(
                                        Comparator.comparingDouble(
                                                objection -> objection.score().orElse(-1)))
                                .map(objection -> moment(call.needs(), objection)),
                        MissedChances.of(call).stream())
                .toList();
    }

    /** Whether a coach would speak about how it was handled. */
    private static boolean fumbled(ObjectionHandling objection) {
        boolean stayed =
                objection
                        .course()
                        .outcome()
                        .filter(
                                outcome ->
                                        outcome != ObjectionOutcome.SETTLED
                                                && outcome != ObjectionOutcome.MOVED_ON)
                        .isPresent();
        return objection.score().orElse(-1) < WELL_HANDLED
                || !objection.faults().isEmpty()
                || objection.cameBack()
                || stayed;
    }

    /** A script may speak of the customer's problem where the call has only one. */
    private static AdviceMoment moment(CallNeeds needs, ObjectionHandling objection) {
        return new AdviceMoment(
                Suggestion.Kind.OBJECTION,
                objection.utteranceId(),
                objection.type(),
                Optional.empty(),
                objection.course().raisedIds().isEmpty()
                        ? List.of(objection.utteranceId())
                        : objection.course().raisedIds(),
                only(needs, NeedDepth.PROBLEM),
                only(needs, NeedDepth.IMPLICATION),
                only(needs, NeedDepth.EXPLICIT_NEED));
    }

    private static Optional<String> only(CallNeeds needs, NeedDepth depth) {
        List<String> firsts =
                needs.topics().stream().flatMap(topic -> first(topic, depth).stream()).toList();
        return firsts.size() == 1 ? Optional.of(firsts.getFirst()) : Optional.empty();
    }

    /** The customer's first words that reach this depth. */
    static Optional<String> first(CallNeeds.NeedTopic topic, NeedDepth depth) {
        return reached(topic, depth).stream().findFirst();
    }

    static List<String> reached(CallNeeds.NeedTopic topic, NeedDepth depth) {
        return topic.reached().stream()
                .filter(one -> one.depth() == depth)
                .flatMap(one -> one.utteranceIds().stream())
                .toList();
    }
}
