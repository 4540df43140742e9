package talktrack.api.practice;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import talktrack.api.calls.Call;
import talktrack.api.calls.CallRegistry;
import talktrack.api.index.CallIndices;
import talktrack.api.index.ElasticIndex;
import talktrack.api.index.Queries;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.Person;
import talktrack.models.events.RepWeek;
import talktrack.models.events.ScoredUtterance;

/** What practice is made of, read from the index; of calls that exist at this moment only. */
final class PracticeDocuments {

    private static final int MOST_CALLS_OF_A_REP = 1_000;

    private final ElasticIndex index;
    private final CallRegistry registry;

    PracticeDocuments(ElasticIndex index, CallRegistry registry) {
        this.index = index;
        this.registry = registry;
    }

    /** The newest calls of each of these reps, the oldest of them first. */
    List<ScoredCall> calls(Collection<String> repIds) {
        return repIds.stream()
                .distinct()
                .flatMap(repId -> newest(repId).stream())
                .filter(call -> current(call.callId(), call.revision()))
                .sorted(
                        Comparator.comparing(ScoredCall::startedAt)
                                .thenComparing(ScoredCall::callId, Comparator.reverseOrder()))
                .toList();
    }

    private List<ScoredCall> newest(String repId) {
        return index.find(
                CallIndices.ANALYSES.index(),
                s ->
                        s.query(is("repId", FieldValue.of(repId)))
                                .source(o -> o.filter(f -> f.includes(ScoredCall.FIELDS)))
                                .sort(o -> o.field(f -> f.field("startedAt").order(SortOrder.Desc)))
                                .sort(o -> o.field(f -> f.field("callId")))
                                .size(MOST_CALLS_OF_A_REP),
                ScoredCall.class);
    }

    /** Everybody's weeks. */
    List<RepWeek> weeks() {
        List<String> reps = registry.reps().stream().map(Person::repId).toList();
        return reps.isEmpty()
                ? List.of()
                : index.findAll(
                        CallIndices.REP_WEEKS.index(),
                        Queries.oneOf("repId", reps),
                        List.of("repId", "week"),
                        RepWeek.class);
    }

    /** The whole analyses of these calls, in this order. */
    List<CallAnalysis> analyses(List<String> callIds) {
        return index.getAll(CallIndices.ANALYSES.index(), callIds, CallAnalysis.class).stream()
                .filter(call -> current(call.callId(), call.revision()))
                .toList();
    }

    /** The utterances with these ids that exist, in this order. */
    List<ScoredUtterance> utterances(List<String> ids) {
        return index.getAll(CallIndices.UTTERANCES.index(), ids, ScoredUtterance.class).stream()
                .filter(one -> current(one.utterance().callId(), one.utterance().revision()))
                .toList();
    }

    /** So many utterances that come after this one. */
    List<ScoredUtterance> after(ScoredUtterance one, int count) {
        int at = one.utterance().index();
        return index.find(
                CallIndices.UTTERANCES.index(),
                s ->
                        s.query(
                                        q ->
                                                q.bool(
                                                        b ->
                                                                b.filter(
                                                                                is(
                                                                                        "utterance.callId",
                                                                                        FieldValue
                                                                                                .of(
                                                                                                        one.utterance()
                                                                                                                .callId())),
                                                                                is(
                                                                                        "utterance.revision",
                                                                                        FieldValue
                                                                                                .of(
                                                                                                        one.utterance()
                                                                                                                .revision())))
                                                                        .filter(
                                                                                f ->
                                                                                        f.range(
                                                                                                r ->
                                                                                                        r
                                                                                                                .number(
                                                                                                                        n ->
                                                                                                                                n.field(
                                                                                                                                                "utterance.index")
                                                                                                                                        .gt(
                                                                                                                                                (double)
                                                                                                                                                        at)
                                                                                                                                        .lte(
                                                                                                                                                (double)
                                                                                                                                                        (at
                                                                                                                                                                + count)))))))
                                .sort(o -> o.field(f -> f.field("utterance.index")))
                                .size(count),
                ScoredUtterance.class);
    }

    /** A deleted call is gone at once, before its analysis is. */
    private boolean current(String callId, int revision) {
        Optional<Call> call = registry.find(callId);
        return call.isPresent() && call.get().revision() == revision;
    }

    private static Query is(String field, FieldValue value) {
        return Query.of(q -> q.term(t -> t.field(field).value(value)));
    }
}
