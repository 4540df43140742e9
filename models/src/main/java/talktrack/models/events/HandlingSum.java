package talktrack.models.events;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.ObjectionType;

/**
 * How often a step was taken with objections of one type: the sure and answered ones, as in the
 * skill. A call that was read before arcs were is in no sum, so that reading it again takes nothing
 * away that was never added.
 *
 * @param seen objections with that step
 * @param n objections in which it could be seen; a pause is only in calls with times
 */
public record HandlingSum(ObjectionType type, HandlingStep step, int seen, int n) {

    /**
     * @param sign 1 to add the call, −1 to take it away
     */
    static List<HandlingSum> with(List<HandlingSum> sums, CallAnalysis call, int sign) {
        Map<ObjectionType, Map<HandlingStep, HandlingSum>> all = new EnumMap<>(ObjectionType.class);
        sums.forEach(sum -> add(all, sum));
        for (ObjectionHandling objection : call.objections()) {
            for (HandlingStep step : HandlingStep.values()) {
                if (objection.tells(step)) {
                    int seen = objection.steps().contains(step) ? sign : 0;
                    add(all, new HandlingSum(objection.type(), step, seen, sign));
                }
            }
        }
        List<HandlingSum> left = new ArrayList<>();
        all.values().forEach(steps -> left.addAll(steps.values()));
        left.removeIf(sum -> sum.n == 0);
        return left;
    }

    private static void add(
            Map<ObjectionType, Map<HandlingStep, HandlingSum>> all, HandlingSum sum) {
        all.computeIfAbsent(sum.type, type -> new EnumMap<>(HandlingStep.class))
                .merge(
                        sum.step,
                        sum,
                        (one, two) ->
                                new HandlingSum(
                                        one.type, one.step, one.seen + two.seen, one.n + two.n));
    }
}
