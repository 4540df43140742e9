package talktrack.analysis.score;

import java.util.List;
import talktrack.models.labels.HandlingFault;
import talktrack.models.labels.HandlingStep;

/** The steps and faults that words alone can show. */
public final class Handling {

    public static final List<HandlingStep> STEPS =
            List.of(
                    HandlingStep.ACKNOWLEDGE,
                    HandlingStep.CLARIFY,
                    HandlingStep.RESPOND,
                    HandlingStep.CONFIRM);

    public static final List<HandlingFault> FAULTS =
            List.of(
                    HandlingFault.ARGUES,
                    HandlingFault.DISCOUNTS_AT_ONCE,
                    HandlingFault.IGNORES,
                    HandlingFault.DISMISSES,
                    HandlingFault.CLAIMS_WITHOUT_SUPPORT,
                    HandlingFault.PRESSURES,
                    HandlingFault.GIVES_UP);

    private Handling() {}
}
