package talktrack.api.index;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.List;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallAnalysis.UtteranceReading;
import talktrack.models.events.ScoredUtterance;

/** The utterances that an analysis rests on, for readers of analyses. */
public final class IndexedUtterances {

    /** The indexer reads the same utterances a moment earlier or later. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private IndexedUtterances() {}

    /** In their order; fewer than the analysis has when they do not come in time. */
    public static List<ScoredUtterance> of(ElasticIndex elasticsearch, CallAnalysis call) {
        List<String> ids = call.labels().stream().map(UtteranceReading::utteranceId).toList();
        RetryPolicy<List<ScoredUtterance>> untilThere =
                RetryPolicy.<List<ScoredUtterance>>builder()
                        .handleResultIf(found -> found.size() < ids.size())
                        .withDelay(Duration.ofMillis(250))
                        .withMaxRetries(-1)
                        .withMaxDuration(LONGEST_WAIT)
                        .build();
        return Failsafe.with(untilThere)
                .get(
                        () ->
                                elasticsearch.getAll(
                                        CallIndices.UTTERANCES.index(),
                                        ids,
                                        ScoredUtterance.class));
    }
}
