package talktrack.analysis.advice;

import java.util.Comparator;
import java.util.List;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.ObjectionHandling;

/** Which moments of a call deserve a suggestion. */
public final class AdviceMoments {

    /**
     * Advice on an objection that was none costs more trust than none at all. Read in the
     * demonstration's calls: of those below this, about one in five is an objection; above, two of
     * three.
     */
    static final double CERTAIN_ENOUGH = 0.7;

    private AdviceMoments() {}

    /**
     * The objections of a call that are certain enough, worst handled first. One that the rep never
     * answered counts as handled worst of all; of equals the earlier one comes first.
     */
    public static List<ObjectionHandling> of(CallAnalysis call) {
        return call.objections().stream()
                .filter(objection -> objection.certainty() >= CERTAIN_ENOUGH)
                .sorted(Comparator.comparingDouble(objection -> objection.score().orElse(-1)))
                .toList();
    }
}
