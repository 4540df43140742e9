package talktrack.api.callquestions;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import talktrack.api.calls.Call;
import talktrack.api.index.CallIndices;
import talktrack.api.index.ElasticIndex;
import talktrack.api.index.Queries;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.Json;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.labels.ObjectionType;

/** What was read in calls, from the index. */
final class CallFacts {

    private static final int PAGE = 500;

    private final ElasticIndex index;

    CallFacts(ElasticIndex index) {
        this.index = index;
    }

    /** These calls as far as they are analysed, in the same order. */
    List<Heard> heard(List<Call> calls) {
        return heard(calls, List.of());
    }

    /** Those of these calls in which the customer objected in this way. */
    List<Heard> heard(List<Call> calls, ObjectionType objection) {
        return heard(calls, List.of(Queries.oneOf("objections.type", List.of(objection.id()))));
    }

    private List<Heard> heard(List<Call> calls, List<Query> also) {
        List<Heard> heard = new ArrayList<>();
        for (int from = 0; from < calls.size(); from += PAGE) {
            List<Call> page = calls.subList(from, Math.min(from + PAGE, calls.size()));
            Map<String, CallAnalysis> byCall = new HashMap<>();
            index.find(
                            CallIndices.ANALYSES.index(),
                            s ->
                                    s.query(q -> q.bool(b -> b.filter(ofCalls(page)).filter(also)))
                                            .source(o -> o.filter(f -> f.excludes("labels")))
                                            .size(PAGE),
                            ObjectNode.class)
                    .forEach(
                            node -> {
                                CallAnalysis analysis = withoutLabels(node);
                                byCall.put(analysis.callId(), analysis);
                            });
            for (Call call : page) {
                CallAnalysis analysis = byCall.get(call.id());
                if (analysis != null && analysis.revision() == call.revision()) {
                    heard.add(new Heard(call, analysis));
                }
            }
        }
        return heard;
    }

    /** The labels of utterances are most of an analysis, and no answer needs them. */
    private static CallAnalysis withoutLabels(ObjectNode node) {
        node.putArray("labels");
        try {
            return Json.mapper().treeToValue(node, CallAnalysis.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Bug: an analysis in the index cannot be read", e);
        }
    }

    /** The utterances with these ids, in that order. */
    List<ScoredUtterance> utterances(List<String> ids) {
        return index.getAll(CallIndices.UTTERANCES.index(), ids, ScoredUtterance.class);
    }

    private static Query ofCalls(List<Call> calls) {
        return Queries.oneOf("callId", calls.stream().map(Call::id).toList());
    }
}
