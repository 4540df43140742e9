package talktrack.api.talktracks;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import talktrack.analysis.call.Wording;
import talktrack.api.index.CallIndices;
import talktrack.api.index.ElasticIndex;
import talktrack.api.mining.WonCalls;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.Suggestion;
import talktrack.models.events.TalkTrack;
import talktrack.models.labels.ObjectionOutcome;

/** Finds where a talk track was suggested and said, from what is indexed of the calls. */
final class UsageReader {

    /** The newest calls say how it goes now; more would take seconds to compare. */
    private static final int CALLS = 150;

    private static final int MOST_SUGGESTIONS = 2000;
    private static final int MOST_EVIDENCE = 30;
    private static final int REMEMBERED = 2000;
    private static final int TOGETHER = 500;

    private final ElasticIndex elasticsearch;

    /** What reps said, by the moment; comparing it anew with every talk track would take long. */
    private final Map<String, Wording> said =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(16, 0.75f, true) {
                        private static final long serialVersionUID = 1;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, Wording> eldest) {
                            return size() > REMEMBERED;
                        }
                    });

    UsageReader(ElasticIndex elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    Usage of(TalkTrack track) {
        List<Suggestion> suggestions = suggestions(track);
        List<Handled> handled =
                calls(track).stream()
                        .flatMap(call -> Handled.of(call, track.situation()).stream())
                        .toList();
        Wording script = Wording.of(track);
        Map<String, Wording> answers = answers(track, handled);
        List<Handled> moments =
                handled.stream().filter(one -> answers.containsKey(key(one))).toList();
        Map<Boolean, List<Handled>> same =
                moments.stream()
                        .collect(
                                Collectors.partitioningBy(
                                        one -> answers.get(key(one)).saysTheSame(script)));
        List<Handled> used = same.get(true);
        Map<String, Instant> suggestedTo = suggestedTo(suggestions);
        List<Handled> followed =
                used.stream().filter(one -> after(suggestedTo, one.call())).toList();
        return new Usage(
                suggestions.size(),
                (int) suggestions.stream().map(Suggestion::callId).distinct().count(),
                calls(used),
                calls(followed),
                calls(moments),
                outcome(used),
                outcome(same.get(false)),
                evidence(used, followed, suggestions));
    }

    private static int calls(List<Handled> moments) {
        return (int) moments.stream().map(one -> one.call().callId()).distinct().count();
    }

    /** Not those that only name it as something else to say: their pages fold it away. */
    private List<Suggestion> suggestions(TalkTrack track) {
        return elasticsearch
                .find(
                        CallIndices.SUGGESTIONS.index(),
                        s -> s.size(MOST_SUGGESTIONS).query(term("talkTrackIds", track.id())),
                        Suggestion.class)
                .stream()
                .filter(one -> one.talkTrackIds().getFirst().equals(track.id()))
                .toList();
    }

    private List<CallAnalysis> calls(TalkTrack track) {
        List<Query> filters = new ArrayList<>();
        filters.add(term("language", track.language().id()));
        track.situation()
                .objection()
                .ifPresent(type -> filters.add(term("objections.type", type.id())));
        return elasticsearch.find(
                CallIndices.ANALYSES.index(),
                s ->
                        s.size(CALLS)
                                .query(q -> q.bool(b -> b.filter(filters)))
                                .sort(
                                        o ->
                                                o.field(
                                                        f ->
                                                                f.field("startedAt")
                                                                        .order(SortOrder.Desc))),
                CallAnalysis.class);
    }

    private static Query term(String field, String value) {
        return Query.of(q -> q.term(t -> t.field(field).value(value)));
    }

    private static String key(Handled moment) {
        return moment.utteranceId() + " " + String.join(" ", moment.replyIds());
    }

    /** What was said at each moment; a moment whose words are gone from the index is left out. */
    private Map<String, Wording> answers(TalkTrack track, List<Handled> moments) {
        List<String> missing =
                moments.stream()
                        .filter(one -> !said.containsKey(key(one)))
                        .flatMap(one -> one.replyIds().stream())
                        .distinct()
                        .toList();
        Set<String> there = new HashSet<>();
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < missing.size(); i += TOGETHER) {
            elasticsearch
                    .getAll(
                            CallIndices.UTTERANCES.index(),
                            missing.subList(i, Math.min(missing.size(), i + TOGETHER)),
                            ScoredUtterance.class)
                    .stream()
                    .peek(one -> there.add(one.utterance().utteranceId()))
                    .filter(one -> !one.labels().unclear())
                    .forEach(
                            one ->
                                    texts.put(
                                            one.utterance().utteranceId(), one.utterance().text()));
        }
        Map<String, Wording> answers = new HashMap<>();
        for (Handled moment : moments) {
            Wording known = said.get(key(moment));
            if (known == null && !there.containsAll(moment.replyIds())) {
                continue; // an analysis may be indexed a little before its utterances
            }
            if (known == null) {
                List<String> words =
                        moment.replyIds().stream()
                                .map(texts::get)
                                .filter(text -> text != null)
                                .toList();
                known = Wording.of(track.language(), words);
                said.put(key(moment), known);
            }
            answers.put(key(moment), known);
        }
        return answers;
    }

    /** When it was first suggested to each rep. */
    private Map<String, Instant> suggestedTo(List<Suggestion> suggestions) {
        Map<String, String> reps =
                byId(suggestions).values().stream()
                        .collect(Collectors.toMap(CallAnalysis::callId, CallAnalysis::repId));
        Map<String, Instant> first = new HashMap<>();
        for (Suggestion one : suggestions) {
            String rep = reps.get(one.callId());
            if (rep != null) {
                first.merge(rep, one.createdAt(), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        return first;
    }

    private static boolean after(Map<String, Instant> suggestedTo, CallAnalysis call) {
        Instant first = suggestedTo.get(call.repId());
        return first != null && call.startedAt().isAfter(first);
    }

    private Map<String, CallAnalysis> byId(List<Suggestion> suggestions) {
        List<String> ids = suggestions.stream().map(Suggestion::callId).distinct().toList();
        Map<String, CallAnalysis> calls = new HashMap<>();
        for (int i = 0; i < ids.size(); i += TOGETHER) {
            elasticsearch
                    .getAll(
                            CallIndices.ANALYSES.index(),
                            ids.subList(i, Math.min(ids.size(), i + TOGETHER)),
                            CallAnalysis.class)
                    .forEach(call -> calls.put(call.callId(), call));
        }
        return calls;
    }

    static Usage.After outcome(List<Handled> moments) {
        List<Handled> felt =
                moments.stream()
                        .filter(
                                one ->
                                        one.valenceBefore().isPresent()
                                                && one.valenceAfter().isPresent())
                        .toList();
        Map<String, CallAnalysis> calls =
                moments.stream()
                        .map(Handled::call)
                        .collect(
                                Collectors.toMap(
                                        CallAnalysis::callId,
                                        Function.identity(),
                                        (one, same) -> one));
        boolean enough = moments.size() >= Usage.FEWEST;
        boolean enoughFelt = felt.size() >= Usage.FEWEST;
        boolean enoughCalls = calls.size() >= Usage.FEWEST;
        return new Usage.After(
                moments.size(),
                enough,
                settled(moments),
                enoughFelt ? mean(felt, Handled::valenceBefore) : OptionalDouble.empty(),
                enoughFelt ? mean(felt, Handled::valenceAfter) : OptionalDouble.empty(),
                felt.size(),
                enoughCalls
                        ? OptionalDouble.of(
                                calls.values().stream().filter(WonCalls::won).count()
                                        / (double) calls.size())
                        : OptionalDouble.empty(),
                calls.size());
    }

    private static OptionalDouble settled(List<Handled> moments) {
        List<ObjectionOutcome> known =
                moments.stream().flatMap(one -> one.outcome().stream()).toList();
        return known.size() < Usage.FEWEST
                ? OptionalDouble.empty()
                : known.stream()
                        .mapToDouble(outcome -> outcome == ObjectionOutcome.SETTLED ? 1 : 0)
                        .average();
    }

    private static OptionalDouble mean(
            List<Handled> moments, Function<Handled, OptionalDouble> value) {
        return moments.stream().map(value).mapToDouble(OptionalDouble::getAsDouble).average();
    }

    private List<Usage.Moment> evidence(
            List<Handled> used, List<Handled> followed, List<Suggestion> suggestions) {
        List<Usage.Moment> all = new ArrayList<>();
        for (Handled one : used) {
            all.add(
                    new Usage.Moment(
                            followed.contains(one) ? Usage.Role.FOLLOWED : Usage.Role.USED,
                            one.call().callId(),
                            one.utteranceId(),
                            one.call().customer(),
                            one.call().startedAt(),
                            Optional.of(one.call().commitment()),
                            one.valenceBefore(),
                            one.valenceAfter()));
        }
        List<Usage.Moment> suggested = new ArrayList<>();
        Map<String, CallAnalysis> calls = byId(suggestions);
        for (Suggestion one : suggestions) {
            CallAnalysis call = calls.get(one.callId());
            if (call != null) {
                suggested.add(
                        new Usage.Moment(
                                Usage.Role.SUGGESTED,
                                one.callId(),
                                one.utteranceId(),
                                call.customer(),
                                call.startedAt(),
                                Optional.of(call.commitment()),
                                OptionalDouble.empty(),
                                OptionalDouble.empty()));
            }
        }
        Comparator<Usage.Moment> newest = Comparator.comparing(Usage.Moment::startedAt).reversed();
        all.sort(newest);
        suggested.sort(newest);
        List<Usage.Moment> evidence =
                new ArrayList<>(all.subList(0, Math.min(MOST_EVIDENCE, all.size())));
        evidence.addAll(suggested.subList(0, Math.min(MOST_EVIDENCE, suggested.size())));
        return evidence;
    }
}
