package talktrack.api.callquestions;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import talktrack.api.calls.Call;
import talktrack.api.index.CallIndices;
import talktrack.api.index.ElasticIndex;
import talktrack.api.index.Queries;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.Speaker;
import talktrack.models.text.Embedder;

/**
 * Search over what was said in many calls: by the topic's words and by what objections are about;
 * the nearest in meaning come first. How rare a word is, is counted in the searched calls alone, so
 * that others change nothing.
 */
final class UtteranceSearch {

    /** Elasticsearch takes 65,536 values; the newest calls are searched. */
    static final int MOST_CALLS = 50_000;

    private static final int MOST_LINES = 1_000;
    private static final int RANKED_BY_MEANING = 48;
    private static final double ENOUGH_WORDS = 0.6;

    /** Elasticsearch adds up floats. */
    private static final double A_LITTLE = 1e-6;

    /** What the label says weighs as much as half of the words. */
    private static final double BY_LABEL = 0.5;

    private static final List<String> WORD_DETAILS = List.of("utterance.words");

    private final ElasticIndex index;

    UtteranceSearch(ElasticIndex index) {
        this.index = index;
    }

    /**
     * @param lines that speak of it, the best first
     * @param more whether there are more than these
     */
    record Found(List<ScoredUtterance> lines, boolean more) {}

    /**
     * A topic to look for.
     *
     * @param groups of words that mean the same; every group is one part of the topic
     * @param objection whose lines speak of it whatever their words
     */
    record Topic(
            String words,
            Language language,
            List<List<String>> groups,
            Optional<ObjectionType> objection) {

        static Topic of(List<String> words, Language language) {
            String text = String.join(language == Language.EN ? " " : "", words);
            Optional<ObjectionType> objection =
                    Lexicon.of(language).objection(text).filter(type -> words.size() == 1);
            List<List<String>> groups =
                    objection
                            .map(
                                    type ->
                                            List.of(
                                                    Stream.concat(
                                                                    words.stream(),
                                                                    Stream.of(Language.values())
                                                                            .flatMap(
                                                                                    one ->
                                                                                            Lexicon
                                                                                                    .of(
                                                                                                            one)
                                                                                                    .wordsOf(
                                                                                                            type)
                                                                                                    .stream()))
                                                            .distinct()
                                                            .toList()))
                            .orElseGet(() -> words.stream().map(List::of).toList());
            return new Topic(text, language, groups, objection);
        }
    }

    private record Scored(ScoredUtterance line, double score) {}

    /**
     * @param calls that may be searched
     * @param objections sure objections of these calls, by utterance
     * @param byCustomer whether the rep's words are left out
     * @param onlyRep whether the customer's are
     */
    Found find(
            Topic topic,
            List<Call> calls,
            Map<String, ObjectionHandling> objections,
            boolean byCustomer,
            boolean onlyRep) {
        if (calls.isEmpty() || topic.groups().isEmpty()) {
            return new Found(List.of(), false);
        }
        Map<String, Integer> revisions = new HashMap<>();
        calls.stream().limit(MOST_CALLS).forEach(call -> revisions.put(call.id(), call.revision()));
        Query inCalls = inCalls(revisions, byCustomer, onlyRep);
        Map<String, Query> words = new LinkedHashMap<>();
        for (int group = 0; group < topic.groups().size(); group++) {
            words.put(String.valueOf(group), anyOf(topic.groups().get(group)));
        }
        Map<String, Double> weights = weights(inCalls, words);
        SearchResponse<ScoredUtterance> response =
                index.search(
                        CallIndices.UTTERANCES.index(),
                        s ->
                                s.size(MOST_LINES)
                                        .source(o -> o.filter(f -> f.excludes(WORD_DETAILS)))
                                        .query(
                                                q ->
                                                        q.bool(
                                                                b ->
                                                                        b.filter(inCalls)
                                                                                .should(
                                                                                        weighted(
                                                                                                words,
                                                                                                weights))
                                                                                .minimumShouldMatch(
                                                                                        "1"))),
                        ScoredUtterance.class);
        double whole = weights.values().stream().mapToDouble(weight -> weight).sum();
        Map<String, Scored> found = new LinkedHashMap<>();
        for (Hit<ScoredUtterance> hit : response.hits().hits()) {
            double covered = hit.score() / whole;
            if (covered >= ENOUGH_WORDS - A_LITTLE) {
                add(found, hit.source(), covered);
            }
        }
        topic.objection().ifPresent(type -> addLabelled(found, type, objections, onlyRep));
        found.values().removeIf(one -> !current(one.line(), revisions));
        return new Found(
                ranked(topic, List.copyOf(found.values()), calls),
                response.hits().hits().size() == MOST_LINES);
    }

    private void addLabelled(
            Map<String, Scored> found,
            ObjectionType type,
            Map<String, ObjectionHandling> objections,
            boolean onlyRep) {
        if (onlyRep) {
            return;
        }
        List<String> ids =
                objections.entrySet().stream()
                        .filter(entry -> entry.getValue().type() == type)
                        .map(Map.Entry::getKey)
                        .limit(MOST_LINES)
                        .toList();
        index.getAll(CallIndices.UTTERANCES.index(), ids, ScoredUtterance.class)
                .forEach(line -> add(found, line, BY_LABEL));
    }

    private static void add(Map<String, Scored> found, ScoredUtterance line, double score) {
        found.merge(
                line.utterance().utteranceId(),
                new Scored(line, score),
                (one, other) -> new Scored(line, one.score() + other.score()));
    }

    private static boolean current(ScoredUtterance line, Map<String, Integer> revisions) {
        return line.utterance().revision() == revisions.getOrDefault(line.utterance().callId(), 0);
    }

    /** By words and labels; of the best, by meaning as well. Between equals the newer call. */
    private static List<ScoredUtterance> ranked(Topic topic, List<Scored> found, List<Call> calls) {
        Map<String, Integer> age = new HashMap<>();
        calls.forEach(call -> age.putIfAbsent(call.id(), age.size()));
        Comparator<Scored> best =
                Comparator.comparingDouble(Scored::score)
                        .reversed()
                        .thenComparingInt(one -> age.get(one.line().utterance().callId()))
                        .thenComparingInt(one -> one.line().utterance().index());
        List<Scored> sorted = found.stream().sorted(best).toList();
        List<Scored> first = new ArrayList<>();
        Map<Language, float[]> asked = new EnumMap<>(Language.class);
        for (Scored one : sorted.subList(0, Math.min(RANKED_BY_MEANING, sorted.size()))) {
            Language language = one.line().utterance().language();
            float[] question =
                    asked.computeIfAbsent(
                            language, any -> Embedder.of(language).embed(topic.words()));
            double meaning =
                    language == topic.language()
                            ? cosine(
                                    question,
                                    Embedder.of(language).embed(one.line().utterance().text()))
                            : 0;
            first.add(new Scored(one.line(), one.score() + meaning));
        }
        return Stream.concat(first.stream().sorted(best), sorted.stream().skip(RANKED_BY_MEANING))
                .map(Scored::line)
                .toList();
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private Map<String, Double> weights(Query inCalls, Map<String, Query> words) {
        SearchResponse<Void> counted =
                index.search(
                        CallIndices.UTTERANCES.index(),
                        s ->
                                s.size(0)
                                        .trackTotalHits(t -> t.enabled(true))
                                        .query(inCalls)
                                        .aggregations(
                                                "words",
                                                a ->
                                                        a.filters(
                                                                f ->
                                                                        f.filters(
                                                                                b ->
                                                                                        b.keyed(
                                                                                                words)))),
                        Void.class);
        long all = counted.hits().total().value();
        Map<String, Double> weights = new LinkedHashMap<>();
        counted.aggregations()
                .get("words")
                .filters()
                .buckets()
                .keyed()
                .forEach(
                        (group, bucket) ->
                                weights.put(
                                        group,
                                        Math.log(
                                                1
                                                        + (all - bucket.docCount() + 0.5)
                                                                / (bucket.docCount() + 0.5))));
        return weights;
    }

    private static List<Query> weighted(Map<String, Query> words, Map<String, Double> weights) {
        List<Query> queries = new ArrayList<>();
        words.forEach(
                (group, query) ->
                        queries.add(
                                Query.of(
                                        q ->
                                                q.constantScore(
                                                        c ->
                                                                c.filter(query)
                                                                        .boost(
                                                                                weights.get(group)
                                                                                        .floatValue())))));
        return queries;
    }

    /** One of these words or phrases, in the English or the Chinese reading of the text. */
    private static Query anyOf(List<String> group) {
        List<Query> any =
                new HashSet<>(group)
                        .stream()
                                .map(
                                        word ->
                                                Query.of(
                                                        q ->
                                                                q.multiMatch(
                                                                        m ->
                                                                                m.query(word)
                                                                                        .type(
                                                                                                TextQueryType
                                                                                                        .Phrase)
                                                                                        .fields(
                                                                                                isHan(
                                                                                                                word)
                                                                                                        ? "utterance.text.zh"
                                                                                                        : "utterance.text"))))
                                .toList();
        return Query.of(q -> q.bool(b -> b.should(any).minimumShouldMatch("1")));
    }

    private static boolean isHan(String word) {
        return word.codePoints().anyMatch(Character::isIdeographic);
    }

    private static Query inCalls(
            Map<String, Integer> revisions, boolean byCustomer, boolean onlyRep) {
        return Query.of(
                q ->
                        q.bool(
                                b -> {
                                    b.filter(Queries.oneOf("utterance.callId", revisions.keySet()));
                                    if (byCustomer) {
                                        b.mustNot(by(Speaker.REP));
                                    }
                                    if (onlyRep) {
                                        b.mustNot(by(Speaker.CUSTOMER));
                                    }
                                    return b;
                                }));
    }

    private static Query by(Speaker speaker) {
        return Query.of(q -> q.term(t -> t.field("utterance.speaker").value(speaker.id())));
    }
}
