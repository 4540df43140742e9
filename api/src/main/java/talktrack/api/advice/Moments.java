package talktrack.api.advice;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.analysis.advice.AdviceMoment;
import talktrack.analysis.advice.AdviceMoments;
import talktrack.analysis.advice.Blanks;
import talktrack.analysis.advice.Blanks.Said;
import talktrack.analysis.advice.TellingSentences;
import talktrack.api.advice.SuggestionWriter.Moment;
import talktrack.api.index.CallIndices;
import talktrack.api.index.ElasticIndex;
import talktrack.api.index.IndexedUtterances;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallAnalysis.UtteranceReading;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.Utterance;
import talktrack.models.labels.Language;

/** The moments of a call with the words that were said; the analysis itself holds ids only. */
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

    /** What deserves a suggestion, in the order of {@link AdviceMoments}. */
    List<Moment> of(CallAnalysis call) {
        List<AdviceMoment> moments = AdviceMoments.of(call);
        if (moments.isEmpty()) {
            return List.of();
        }
        List<String> order = call.labels().stream().map(UtteranceReading::utteranceId).toList();
        Map<String, Utterance> texts =
                texts(
                        moments.stream()
                                .flatMap(one -> ids(one, order))
                                .distinct()
                                .sorted()
                                .toList(),
                        moments.stream().map(AdviceMoment::utteranceId).toList());
        return moments.stream().map(one -> moment(call, one, order, texts)).toList();
    }

    /** All that is said in a call, and who the customer is. */
    String words(CallAnalysis call) {
        return Stream.concat(
                        Stream.of(call.customer()),
                        IndexedUtterances.of(elasticsearch, call).stream()
                                .map(one -> one.utterance().text()))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> ids(AdviceMoment one, List<String> order) {
        return Stream.of(
                        Stream.of(one.utteranceId()),
                        before(order, one.utteranceId()).stream(),
                        one.problemId().stream(),
                        one.consequenceId().stream(),
                        one.wishId().stream())
                .flatMap(ids -> ids);
    }

    private static Moment moment(
            CallAnalysis call, AdviceMoment one, List<String> order, Map<String, Utterance> texts) {
        List<Said> said = said(List.of(one.utteranceId()), texts);
        List<Said> before = said(before(order, one.utteranceId()), texts);
        return new Moment(
                one,
                telling(said, call.language()),
                before,
                new Blanks.Facts(
                        call.language(),
                        call.customer(),
                        readable(one.problemId(), texts),
                        readable(one.consequenceId(), texts),
                        readable(one.wishId(), texts),
                        Stream.concat(before.stream(), said.stream()).toList()));
    }

    /** Without the fillers, which look like keywords of anything. */
    private static String telling(List<Said> said, Language language) {
        String all = said.stream().map(Said::words).collect(Collectors.joining(" "));
        String telling = String.join(" ", TellingSentences.of(all, language));
        return telling.isEmpty() ? all : telling;
    }

    private static List<Said> said(List<String> ids, Map<String, Utterance> texts) {
        return ids.stream()
                .filter(texts::containsKey)
                .map(id -> new Said(id, texts.get(id).text()))
                .toList();
    }

    private static Optional<Said> readable(Optional<String> id, Map<String, Utterance> texts) {
        return id.map(texts::get).map(one -> new Said(one.utteranceId(), one.displayText()));
    }

    private static List<String> before(List<String> order, String id) {
        int index = order.indexOf(id);
        return index < 0 ? List.of() : order.subList(Math.max(0, index - BEFORE), index);
    }

    private Map<String, Utterance> texts(List<String> ids, List<String> needed) {
        RetryPolicy<Map<String, Utterance>> policy =
                RetryPolicy.<Map<String, Utterance>>builder()
                        .handleResultIf(found -> !found.keySet().containsAll(needed))
                        .withDelay(Duration.ofMillis(250))
                        .withMaxRetries(-1)
                        .withMaxDuration(LONGEST_WAIT)
                        .build();
        Map<String, Utterance> texts = Failsafe.with(policy).get(() -> indexed(ids));
        if (!texts.keySet().containsAll(needed)) {
            log.warn("utterances are not in the index first={}", needed.getFirst());
        }
        return texts;
    }

    private Map<String, Utterance> indexed(List<String> ids) {
        Map<String, Utterance> texts = new HashMap<>();
        elasticsearch
                .getAll(CallIndices.UTTERANCES.index(), ids, ScoredUtterance.class)
                .forEach(one -> texts.put(one.utterance().utteranceId(), one.utterance()));
        return texts;
    }
}
