package talktrack.analysis.call;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import talktrack.models.events.CallNeeds;
import talktrack.models.labels.NeedDepth;

/**
 * The customer's needs by topic (docs/metrics.md "Needs").
 *
 * @param answers which of them the rep's presentation answers
 */
record Needs(List<Matter> matters, Answers answers, FollowUps followUps) {

    static Needs of(SpokenCall call) {
        List<Matter> matters = Matters.of(call);
        Answers answers = Answers.of(call, matters);
        return new Needs(matters, answers, new FollowUps(call, matters, answers));
    }

    CallNeeds read() {
        return CallNeeds.of(matters.stream().map(this::topic).toList());
    }

    private CallNeeds.NeedTopic topic(Matter matter) {
        List<String> followed = followUps.of(matter);
        return new CallNeeds.NeedTopic(
                matter.depth().orElseThrow(), reached(matter), !followed.isEmpty(), followed);
    }

    private static List<CallNeeds.Reached> reached(Matter matter) {
        Map<NeedDepth, Set<String>> ids = new EnumMap<>(NeedDepth.class);
        for (Matter.Step step : matter.steps()) {
            ids.computeIfAbsent(step.depth(), depth -> new LinkedHashSet<>())
                    .addAll(step.saidIds());
        }
        return ids.entrySet().stream()
                .map(one -> new CallNeeds.Reached(one.getKey(), List.copyOf(one.getValue())))
                .toList();
    }
}
