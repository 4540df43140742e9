package talktrack.api.heatmap;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import talktrack.api.calls.Call;
import talktrack.api.calls.CallRegistry;
import talktrack.api.index.CallIndices;
import talktrack.api.index.ElasticIndex;
import talktrack.api.index.Queries;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.RepWeek;

/** What heatmaps are made of, read from the index. */
final class HeatmapDocuments {

    /** The newest calls only: a cell shows twenty utterances and links to the rest. */
    private static final int MOST_CALLS = 2_000;

    private final ElasticIndex index;
    private final CallRegistry registry;

    HeatmapDocuments(ElasticIndex index, CallRegistry registry) {
        this.index = index;
        this.registry = registry;
    }

    /** All weeks of these reps. */
    List<RepWeek> repWeeks(Collection<String> repIds) {
        if (repIds.isEmpty()) {
            return List.of();
        }
        return index.findAll(
                CallIndices.REP_WEEKS.index(),
                Queries.oneOf("repId", repIds),
                List.of("repId", "week"),
                RepWeek.class);
    }

    /** The evidence of these reps in these weeks, the newest call first. */
    List<EvidenceOfCall> evidence(Collection<String> repIds, List<IsoWeek> weeks) {
        if (repIds.isEmpty()) {
            return List.of();
        }
        Query query =
                Query.of(
                        q ->
                                q.bool(
                                        b ->
                                                b.filter(Queries.oneOf("repId", repIds))
                                                        .filter(
                                                                Queries.oneOf(
                                                                        "week",
                                                                        weeks.stream()
                                                                                .map(
                                                                                        IsoWeek
                                                                                                ::toString)
                                                                                .toList()))));
        return index
                .find(
                        CallIndices.ANALYSES.index(),
                        s ->
                                s.query(query)
                                        .source(
                                                o ->
                                                        o.filter(
                                                                f ->
                                                                        f.includes(
                                                                                EvidenceOfCall
                                                                                        .FIELDS)))
                                        .sort(
                                                o ->
                                                        o.field(
                                                                f ->
                                                                        f.field("startedAt")
                                                                                .order(
                                                                                        SortOrder
                                                                                                .Desc)))
                                        .sort(o -> o.field(f -> f.field("callId")))
                                        .size(MOST_CALLS),
                        EvidenceOfCall.class)
                .stream()
                .filter(this::current)
                .toList();
    }

    /** The whole analyses of these calls. */
    List<CallAnalysis> analyses(List<String> callIds) {
        return index.getAll(CallIndices.ANALYSES.index(), callIds, CallAnalysis.class);
    }

    /** A deleted call is gone at once, before its analysis is. */
    private boolean current(EvidenceOfCall evidence) {
        Optional<Call> call = registry.find(evidence.callId());
        return call.isPresent() && call.get().revision() == evidence.revision();
    }
}
