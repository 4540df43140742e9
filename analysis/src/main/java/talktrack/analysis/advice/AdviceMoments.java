package talktrack.analysis.advice;

import java.util.Comparator;
import java.util.List;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.ObjectionHandling;

/** Which moments of a call deserve a suggestion. */
public final class AdviceMoments {

    private AdviceMoments() {}

    /**
     * All objections of a call, worst handled first. One that the rep never answered counts as
     * handled worst of all; of equals the earlier one comes first.
     */
    public static List<ObjectionHandling> of(CallAnalysis call) {
        return call.objections().stream()
                .sorted(Comparator.comparingDouble(objection -> objection.score().orElse(-1)))
                .toList();
    }
}
