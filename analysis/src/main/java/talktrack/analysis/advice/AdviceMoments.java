package talktrack.analysis.advice;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallAnalysis.UtteranceReading;
import talktrack.models.events.CallNeeds.NeedTopic;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.Scored;
import talktrack.models.events.Suggestion;
import talktrack.models.labels.Need;
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
                                .map(objection -> moment(call, objection)),
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

    /**
     * Searched by the words that raise it alone: what is said when it comes back is about the
     * answer. A script may speak of the customer's problem where the call has only one.
     */
    private static AdviceMoment moment(CallAnalysis call, ObjectionHandling objection) {
        return new AdviceMoment(
                Suggestion.Kind.OBJECTION,
                objection.utteranceId(),
                objection.type(),
                Optional.empty(),
                only(call, NeedDepth.PROBLEM),
                only(call, NeedDepth.IMPLICATION),
                only(call, NeedDepth.EXPLICIT_NEED));
    }

    private static Optional<String> only(CallAnalysis call, NeedDepth depth) {
        List<NeedTopic> topics =
                call.needs().topics().stream()
                        .filter(topic -> !reached(topic, depth).isEmpty())
                        .toList();
        return topics.size() == 1
                ? plainest(call, reached(topics.getFirst(), depth))
                : Optional.empty();
    }

    /** The customer's words that most surely state a need; the first ones where none do. */
    static Optional<String> plainest(CallAnalysis call, List<String> ids) {
        return call.labels().stream()
                .filter(one -> ids.contains(one.utteranceId()))
                .max(Comparator.comparingDouble(one -> certainty(one.labels().need())))
                .map(UtteranceReading::utteranceId)
                .or(() -> ids.stream().findFirst());
    }

    private static double certainty(Scored<Need> need) {
        return need.label() == Need.NONE ? 0 : need.score();
    }

    static List<String> reached(NeedTopic topic, NeedDepth depth) {
        return topic.reached().stream()
                .filter(one -> one.depth() == depth)
                .flatMap(one -> one.utteranceIds().stream())
                .toList();
    }
}
