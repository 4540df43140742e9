package talktrack.analysis.call;

import java.util.Set;
import talktrack.models.labels.HandlingFault;
import talktrack.models.labels.HandlingStep;

/** How well one objection was handled: weighted steps minus faults. */
final class HandlingScore {

    private HandlingScore() {}

    /**
     * @param timed without times nobody can hear a pause, so the other steps make up the 100
     * @return 0…100
     */
    static double of(Set<HandlingStep> steps, Set<HandlingFault> faults, boolean timed) {
        double points = steps.stream().mapToDouble(HandlingScore::worth).sum();
        double reachable = timed ? 100 : 100 - worth(HandlingStep.PAUSE);
        double cost = faults.stream().mapToDouble(HandlingScore::cost).sum();
        return Math.clamp(points * 100 / reachable - cost, 0, 100);
    }

    private static double worth(HandlingStep step) {
        return switch (step) {
            case PAUSE -> 10;
            case ACKNOWLEDGE, CLARIFY, RESPOND -> 25;
            case CONFIRM -> 15;
        };
    }

    private static double cost(HandlingFault fault) {
        return switch (fault) {
            case IGNORES, DISCOUNTS_AT_ONCE -> 40;
            case ARGUES, DISMISSES, GIVES_UP -> 30;
            case PRESSURES -> 25;
            case CLAIMS_WITHOUT_SUPPORT -> 20;
            case INTERRUPTS, MONOLOGUE -> 15;
        };
    }
}
