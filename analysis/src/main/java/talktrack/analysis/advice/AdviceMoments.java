package talktrack.analysis.advice;

import java.util.Comparator;
import java.util.List;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.ObjectionHandling;

/** Which moments of a call deserve a suggestion. */
public final class AdviceMoments {

    private AdviceMoments() {}

    /**
     * The objections of a call that are sure, worst handled first: advice on one that was none
     * costs more trust than none at all. One that the rep never answered counts as handled worst of
     * all; of equals the earlier one comes first.
     */
    public static List<ObjectionHandling> of(CallAnalysis call) {
        return call.objections().stream()
                .filter(ObjectionHandling::sure)
                .sorted(Comparator.comparingDouble(objection -> objection.score().orElse(-1)))
                .toList();
    }
}
