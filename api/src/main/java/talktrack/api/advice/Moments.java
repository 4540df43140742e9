package talktrack.api.advice;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.analysis.advice.AdviceMoments;
import talktrack.api.advice.SuggestionWriter.Moment;
import talktrack.api.index.CallIndices;
import talktrack.api.index.ElasticIndex;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallAnalysis.UtteranceReading;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.ScoredUtterance;

/** The objections of a call with the words that were said; the analysis itself holds ids only. */
final class Moments {

    private static final Logger log = LoggerFactory.getLogger(Moments.class);
    private static final int BEFORE = 3;

    /**
     * The indexer reads the same utterances a moment earlier or later than we read the analysis.
     */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final ElasticIndex elasticsearch;

    Moments(ElasticIndex elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /** What deserves a suggestion, worst handled first. */
    List<Moment> of(CallAnalysis call) {
        List<ObjectionHandling> objections = AdviceMoments.of(call);
        if (objections.isEmpty()) {
            return List.of();
        }
        List<String> order = call.labels().stream().map(UtteranceReading::utteranceId).toList();
        Map<String, List<String>> before = new HashMap<>();
        objections.forEach(one -> before.put(one.utteranceId(), before(order, one.utteranceId())));
        List<String> raised = objections.stream().map(ObjectionHandling::utteranceId).toList();
        List<String> ids =
                Stream.concat(raised.stream(), before.values().stream().flatMap(List::stream))
                        .distinct()
                        .toList();
        Map<String, String> texts = texts(ids, raised);
        return objections.stream()
                .map(
                        one ->
                                new Moment(
                                        one,
                                        texts.getOrDefault(one.utteranceId(), ""),
                                        before.get(one.utteranceId()).stream()
                                                .filter(texts::containsKey)
                                                .map(texts::get)
                                                .toList()))
                .toList();
    }

    private static List<String> before(List<String> order, String id) {
        int index = order.indexOf(id);
        return index < 0 ? List.of() : order.subList(Math.max(0, index - BEFORE), index);
    }

    private Map<String, String> texts(List<String> ids, List<String> needed) {
        RetryPolicy<Map<String, String>> policy =
                RetryPolicy.<Map<String, String>>builder()
                        .handleResultIf(found -> !found.keySet().containsAll(needed))
                        .withDelay(Duration.ofMillis(250))
                        .withMaxRetries(-1)
                        .withMaxDuration(LONGEST_WAIT)
                        .build();
        Map<String, String> texts = Failsafe.with(policy).get(() -> indexed(ids));
        if (!texts.keySet().containsAll(needed)) {
            log.warn("utterances are not in the index first={}", needed.getFirst());
        }
        return texts;
    }

    private Map<String, String> indexed(List<String> ids) {
        Map<String, String> texts = new HashMap<>();
        elasticsearch
                .getAll(CallIndices.UTTERANCES.index(), ids, ScoredUtterance.class)
                .forEach(one -> texts.put(one.utterance().utteranceId(), one.utterance().text()));
        return texts;
    }
}
