package talktrack.api.calls;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import talktrack.api.index.CallIndices;
import talktrack.api.index.ElasticIndex;
import talktrack.api.talktracks.TalkTracks;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallAnalysis.UtteranceReading;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.Suggestion;
import talktrack.models.events.TalkTrack;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.events.UtteranceLabels;

/** What was derived from a call's newest revision, read from the index. */
public final class CallDocuments {

    /** Elasticsearch's own limit for a page; a call of six hours has about 4,000 utterances. */
    private static final int MOST = 10_000;

    private static final List<String> WORD_DETAILS =
            List.of(
                    "utterance.words.word",
                    "utterance.words.startSeconds",
                    "utterance.words.endSeconds");

    private final ElasticIndex index;

    public CallDocuments(ElasticIndex index) {
        this.index = index;
    }

    /** The analysis, unless it is of an older revision or not there yet. */
    public Optional<CallAnalysis> analysis(Call call) {
        return index.get(CallIndices.ANALYSES.index(), call.id(), CallAnalysis.class)
                .filter(analysis -> analysis.revision() == call.revision());
    }

    /** The transcript in order, with the final labels where the call is analysed. */
    public List<UtteranceView> transcript(Call call) {
        List<ScoredUtterance> utterances =
                call.analysed()
                        ? Failsafe.with(untilThere(call)).get(() -> scored(call))
                        : scored(call);
        return withFinalLabels(utterances, analysis(call).map(List::of).orElse(List.of()));
    }

    /** The analysis may be in the index a moment before the last utterances are. */
    private static RetryPolicy<List<ScoredUtterance>> untilThere(Call call) {
        int expected = call.transcribed().map(TranscriptEnd.Transcribed::utteranceCount).orElse(0);
        return RetryPolicy.<List<ScoredUtterance>>builder()
                .handleResultIf(found -> found.size() < expected)
                .abortOn(RuntimeException.class)
                .withDelay(Duration.ofMillis(100))
                .withMaxRetries(20)
                .build();
    }

    /** The utterances in order, as each was read for itself. */
    public List<ScoredUtterance> scored(Call call) {
        return index.find(
                CallIndices.UTTERANCES.index(),
                s ->
                        s.query(ofRevision("utterance.", call))
                                .sort(
                                        o ->
                                                o.field(
                                                        f ->
                                                                f.field("utterance.index")
                                                                        .order(SortOrder.Asc)))
                                .source(o -> o.filter(f -> f.excludes(WORD_DETAILS)))
                                .size(MOST),
                ScoredUtterance.class);
    }

    /** The utterances with these ids, in that order, with the labels of these analyses. */
    public List<UtteranceView> utterances(List<String> ids, List<CallAnalysis> analyses) {
        return withFinalLabels(
                index.getAll(CallIndices.UTTERANCES.index(), ids, ScoredUtterance.class), analyses);
    }

    /** The suggestions for a call, in the order of its moments. */
    public List<Suggestion> suggestions(Call call) {
        return index
                .find(
                        CallIndices.SUGGESTIONS.index(),
                        s -> s.query(ofRevision("", call)).size(MOST),
                        Suggestion.class)
                .stream()
                .sorted(Comparator.comparing(Suggestion::suggestionId))
                .toList();
    }

    /** The newest versions of the talk tracks that these suggestions cite, by id. */
    Map<String, TalkTrack> talkTracks(List<Suggestion> suggestions) {
        return new TalkTracks(index)
                .newest(
                        suggestions.stream()
                                .flatMap(one -> one.talkTrackIds().stream())
                                .distinct()
                                .toList());
    }

    private static Query ofRevision(String prefix, Call call) {
        return Query.of(
                q ->
                        q.bool(
                                b ->
                                        b.filter(
                                                        f ->
                                                                f.term(
                                                                        t ->
                                                                                t.field(
                                                                                                prefix
                                                                                                        + "callId")
                                                                                        .value(
                                                                                                call
                                                                                                        .id())))
                                                .filter(
                                                        f ->
                                                                f.term(
                                                                        t ->
                                                                                t.field(
                                                                                                prefix
                                                                                                        + "revision")
                                                                                        .value(
                                                                                                call
                                                                                                        .revision())))));
    }

    private static List<UtteranceView> withFinalLabels(
            List<ScoredUtterance> utterances, List<CallAnalysis> analyses) {
        Map<String, UtteranceLabels> labels = new HashMap<>();
        for (CallAnalysis analysis : analyses) {
            for (UtteranceReading reading : analysis.labels()) {
                labels.put(reading.utteranceId(), reading.labels());
            }
        }
        return utterances.stream()
                .map(
                        scored ->
                                UtteranceView.of(
                                        scored.utterance(),
                                        labels.getOrDefault(
                                                scored.utterance().utteranceId(), scored.labels())))
                .toList();
    }
}
