package talktrack.api.callquestions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import talktrack.api.calls.Call;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.ObjectionHandling;

/**
 * A call with what was read in it.
 *
 * @param analysis of the call's revision, without the labels of utterances
 */
record Heard(Call call, CallAnalysis analysis) {

    String repId() {
        return call.details().repId();
    }

    /** What this call says of a measure: one value, or one for each objection. */
    List<Double> values(Measure measure) {
        return switch (measure) {
            case Measure.OfSkill(var skill) ->
                    analysis.countedSkills()
                            .filter(score -> score.skill() == skill)
                            .map(score -> Math.round(score.score() * 100) / 100.0)
                            .toList();
            case Measure.OfMetric(var metric) ->
                    metric.of(analysis.metrics()).stream().boxed().toList();
            case Measure.OfObjections(var type) ->
                    analysis.objections().stream()
                            .filter(one -> one.type() == type && one.counts())
                            .map(one -> one.score().getAsDouble())
                            .toList();
        };
    }

    /** The utterances that prove them. */
    List<String> evidence(Measure measure) {
        return switch (measure) {
            case Measure.OfSkill(var skill) ->
                    analysis.countedSkills()
                            .filter(score -> score.skill() == skill)
                            .flatMap(score -> score.evidence().stream())
                            .toList();
            case Measure.OfMetric(var metric) ->
                    analysis.metricEvidence().getOrDefault(metric.field(), List.of());
            case Measure.OfObjections(var type) ->
                    analysis.objections().stream()
                            .filter(one -> one.type() == type && one.counts())
                            .map(ObjectionHandling::utteranceId)
                            .toList();
        };
    }

    /**
     * First evidence of calls, one line a call.
     *
     * @param highestFirst whether to begin with the calls of the highest value
     */
    static List<String> evidence(
            List<Heard> calls, Measure measure, boolean highestFirst, int most) {
        Comparator<Heard> byValue =
                Comparator.comparingDouble(
                        call ->
                                call.values(measure).stream()
                                        .mapToDouble(v -> v)
                                        .average()
                                        .orElse(0));
        List<String> ids = new ArrayList<>();
        calls.stream()
                .filter(call -> !call.values(measure).isEmpty())
                .sorted(highestFirst ? byValue.reversed() : byValue)
                .flatMap(call -> call.evidence(measure).stream().limit(1))
                .limit(most)
                .forEach(ids::add);
        return ids;
    }
}
