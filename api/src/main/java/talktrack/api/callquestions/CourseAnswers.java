package talktrack.api.callquestions;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import talktrack.api.callquestions.CallAnswer.Figure;
import talktrack.api.callquestions.MeasuredAnswers.Said;
import talktrack.models.events.CallNeeds.NeedTopic;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.labels.Commitment;
import talktrack.models.labels.NeedDepth;
import talktrack.models.labels.ObjectionType;

/**
 * Answers from what happened in calls: how many there were, objections, needs, next steps. Pure.
 *
 * @param calls that the question is about, the newest first
 * @param period what to call the time, or nothing
 */
record CourseAnswers(AnswerWords words, List<Heard> calls, ZoneId zone, Optional<Span> period) {

    private static final int CITED = 6;
    private static final int SHOWN_CALLS = 5;

    private record Raised(Heard call, ObjectionHandling objection) {}

    /** Which objections come, and how often; only the sure ones count. */
    Said objections(Optional<Measure> measure) {
        List<Raised> all =
                calls.stream()
                        .flatMap(
                                call ->
                                        call.analysis().objections().stream()
                                                .filter(ObjectionHandling::sure)
                                                .map(one -> new Raised(call, one)))
                        .toList();
        String inCalls = words.count("call", calls.size());
        if (measure.orElse(null) instanceof Measure.OfObjections(var type)) {
            List<Raised> ofType =
                    all.stream().filter(one -> one.objection().type() == type).toList();
            long in = ofType.stream().map(one -> one.call().call().id()).distinct().count();
            return said(
                    words.text(
                            "objections.type",
                            words.count("objection", ofType.size()),
                            words.name(type),
                            (int) in,
                            inCalls),
                    List.of(times(words.name(type), ofType.size())),
                    evidence(ofType),
                    Optional.of("/"));
        }
        if (all.isEmpty()) {
            return said(
                    words.text("objections.none", inCalls), List.of(), List.of(), Optional.of("/"));
        }
        Map<ObjectionType, Integer> counts = new EnumMap<>(ObjectionType.class);
        all.forEach(one -> counts.merge(one.objection().type(), 1, Integer::sum));
        List<Map.Entry<ObjectionType, Integer>> most =
                counts.entrySet().stream()
                        .sorted(
                                Comparator.comparingInt(
                                                (Map.Entry<ObjectionType, Integer> one) ->
                                                        one.getValue())
                                        .reversed())
                        .toList();
        return said(
                words.text(
                        "objections.all",
                        words.count("objection", all.size()),
                        inCalls,
                        words.joined(
                                most.stream()
                                        .map(
                                                one ->
                                                        words.text(
                                                                "objections.item",
                                                                words.name(one.getKey()),
                                                                one.getValue()))
                                        .toList())),
                most.stream().map(one -> times(words.name(one.getKey()), one.getValue())).toList(),
                evidence(
                        all.stream()
                                .filter(one -> one.objection().type() == most.getFirst().getKey())
                                .toList()),
                Optional.of("/"));
    }

    /** The newest call's first, one line a call. */
    private static List<String> evidence(List<Raised> raised) {
        List<String> calls = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (Raised one : raised) {
            if (!calls.contains(one.call().call().id()) && ids.size() < CITED) {
                calls.add(one.call().call().id());
                ids.add(one.objection().utteranceId());
            }
        }
        return ids;
    }

    /** What customers need: topics in which at least a problem was admitted. */
    Said needs() {
        record Stated(Heard call, NeedTopic topic) {}
        List<Stated> all =
                calls.stream()
                        .flatMap(
                                call ->
                                        call.analysis().needs().topics().stream()
                                                .filter(
                                                        topic ->
                                                                topic.depth()
                                                                        != NeedDepth.SITUATION)
                                                .map(topic -> new Stated(call, topic)))
                        .toList();
        String inCalls = words.count("call", calls.size());
        if (all.isEmpty()) {
            return said(words.text("needs.none", inCalls), List.of(), List.of(), callLink());
        }
        List<String> deepestFirst =
                all.stream()
                        .sorted(
                                Comparator.comparingInt((Stated one) -> one.topic().depth().level())
                                        .reversed())
                        .map(one -> one.topic().reached().getLast().utteranceIds().getFirst())
                        .distinct()
                        .limit(CITED)
                        .toList();
        return said(
                words.text("needs.found", words.count("need", all.size()), inCalls),
                List.of(),
                deepestFirst,
                callLink());
    }

    /** What was agreed at the end of each call, the newest first. */
    Said nextSteps() {
        if (calls.isEmpty()) {
            return said(words.text("steps.none"), List.of(), List.of(), Optional.empty());
        }
        List<Heard> shown = calls.stream().limit(SHOWN_CALLS).toList();
        List<String> lines = new ArrayList<>();
        for (Heard call : shown) {
            Commitment commitment = call.analysis().commitment();
            String day =
                    call.analysis()
                            .commitmentDay()
                            .map(one -> words.text("steps.day", one))
                            .orElse("");
            lines.add(
                    words.text(
                            "steps.item",
                            call.call().details().customer(),
                            words.day(call.call().details().startedAt(), zone),
                            words.name(commitment) + day));
        }
        String told = String.join("\n", lines);
        return said(
                calls.size() > shown.size()
                        ? told + "\n" + words.text("steps.more", calls.size() - shown.size())
                        : told,
                List.of(),
                shown.stream()
                        .flatMap(call -> call.analysis().commitmentIds().stream().limit(1))
                        .toList(),
                callLink());
    }

    private Optional<String> callLink() {
        return calls.size() == 1
                ? Optional.of("/calls/" + calls.getFirst().call().id())
                : Optional.of("/calls");
    }

    private Figure times(String label, int count) {
        return new Figure(
                label,
                count,
                words.value(count, Unit.TIMES),
                Unit.TIMES.id(),
                count,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                true,
                Optional.empty());
    }

    private Said said(
            String text, List<Figure> figures, List<String> evidence, Optional<String> link) {
        String time = period.map(span -> words.text("period", words.span(span))).orElse("");
        return new Said(words.sentences(Stream.of(text, time).toList()), figures, evidence, link);
    }
}
