package talktrack.api.mining;

import co.elastic.clients.elasticsearch._types.SortOrder;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import talktrack.api.index.CallIndices;
import talktrack.api.index.ElasticIndex;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.Utterance;
import talktrack.models.labels.Commitment;

/** The calls that drafts are made of: those that ended with an order or an advance. */
public final class WonCalls {

    private static final int CALLS = 300;
    private static final int TOGETHER = 500;

    private final ElasticIndex elasticsearch;

    /** Of a rep's id, as far as it is known; the analysis knows the customer. */
    private final Function<String, Optional<String>> repName;

    public WonCalls(ElasticIndex elasticsearch, Function<String, Optional<String>> repName) {
        this.elasticsearch = elasticsearch;
        this.repName = repName;
    }

    /** Whether the call ended well. */
    public static boolean won(CallAnalysis call) {
        return call.commitment() == Commitment.ORDER || call.commitment() == Commitment.ADVANCE;
    }

    /** What the call ended with, in words of its language. */
    public static String ending(CallAnalysis call) {
        boolean order = call.commitment() == Commitment.ORDER;
        return switch (call.language()) {
            case EN -> order ? "an order" : "an agreed next step";
            case ZH -> order ? "成交" : "约定了下一步";
        };
    }

    /**
     * @param looked how many were looked at
     * @param won newest first
     */
    public record Newest(int looked, List<CallAnalysis> won) {}

    /** Of the newest calls, those that ended well. */
    public Newest newest() {
        List<CallAnalysis> calls =
                elasticsearch.find(
                        CallIndices.ANALYSES.index(),
                        s ->
                                s.size(CALLS)
                                        .sort(
                                                o ->
                                                        o.field(
                                                                f ->
                                                                        f.field("startedAt")
                                                                                .order(
                                                                                        SortOrder
                                                                                                .Desc))),
                        CallAnalysis.class);
        return new Newest(calls.size(), calls.stream().filter(WonCalls::won).toList());
    }

    /** What was said, by utterance id, without what the recogniser was too unsure of. */
    public Map<String, Utterance> said(List<String> utteranceIds) {
        Map<String, Utterance> said = new HashMap<>();
        for (int i = 0; i < utteranceIds.size(); i += TOGETHER) {
            elasticsearch
                    .getAll(
                            CallIndices.UTTERANCES.index(),
                            utteranceIds.subList(i, Math.min(utteranceIds.size(), i + TOGETHER)),
                            ScoredUtterance.class)
                    .stream()
                    .filter(one -> !one.labels().unclear())
                    .forEach(one -> said.put(one.utterance().utteranceId(), one.utterance()));
        }
        return said;
    }

    /** Names of the people and the company of a call, as far as they are known. */
    public Set<String> names(CallAnalysis call, Collection<Utterance> said) {
        Set<String> names = new LinkedHashSet<>();
        names.add(call.customer());
        repName.apply(call.repId()).ifPresent(names::add);
        said.stream().map(Utterance::speakerName).forEach(names::add);
        names.remove("");
        return names;
    }
}
