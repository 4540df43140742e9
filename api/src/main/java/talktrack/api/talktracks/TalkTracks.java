package talktrack.api.talktracks;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.SourceConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import talktrack.analysis.advice.RankFusion;
import talktrack.api.index.ElasticIndex;
import talktrack.api.index.IndexDefinition;
import talktrack.api.index.IndexedTopic;
import talktrack.api.index.Vectors;
import talktrack.models.events.TalkTrack;
import talktrack.models.events.Topics;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.Phase;
import talktrack.models.labels.QuestionType;
import talktrack.models.text.Embedder;

/** The search for the approved talk track that fits. */
public final class TalkTracks {

    /** For the indexer. */
    public static final IndexedTopic<TalkTrack> INDEXED =
            new IndexedTopic<>(
                    Topics.TALK_TRACKS,
                    new IndexDefinition(
                            Topics.TALK_TRACKS.name(),
                            3,
                            """
                            {"dynamic": false, "properties": {
                              "language": {"type": "keyword"},
                              "status": {"type": "keyword"},
                              "objection": {"type": "keyword"},
                              "question": {"type": "keyword"},
                              "phase": {"type": "keyword"},
                              "product": {"type": "keyword"},
                              "industry": {"type": "keyword"},
                              "general": {"type": "boolean"},
                              "titleEn": {"type": "text", "analyzer": "english"},
                              "textEn": {"type": "text", "analyzer": "english"},
                              "keywordsEn": {"type": "text", "analyzer": "english"},
                              "titleZh": {"type": "text", "analyzer": "smartcn", "fields": {
                                "cjk": {"type": "text", "analyzer": "cjk"}}},
                              "textZh": {"type": "text", "analyzer": "smartcn", "fields": {
                                "cjk": {"type": "text", "analyzer": "cjk"}}},
                              "keywordsZh": {"type": "text", "analyzer": "smartcn", "fields": {
                                "cjk": {"type": "text", "analyzer": "cjk"}}},
                              "vectorEn": {"type": "dense_vector", "dims": 384,
                                "similarity": "cosine", "index_options": {"type": "int8_flat"}},
                              "vectorZh": {"type": "dense_vector", "dims": 512,
                                "similarity": "cosine", "index_options": {"type": "int8_flat"}}}}
                            """),
                    IndexedTalkTrack::of);

    private static final int CANDIDATES = 20;
    private static final int MOST_NAMES = 1000;
    private static final List<String> NARROWED = List.of("product", "industry");
    private static final SourceConfig ONLY_THE_TALK_TRACK =
            SourceConfig.of(source -> source.filter(f -> f.includes("talkTrack")));

    private final ElasticIndex elasticsearch;

    public TalkTracks(ElasticIndex elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /**
     * The approved talk tracks for an objection: those of its type, or all of the language when
     * there are none, by the words and the meaning of what was said. Those for one product or
     * industry only when there are no others.
     *
     * @return best first; empty when there is no approved talk track in the language
     */
    public List<TalkTrack> forObjection(ObjectionType type, Language language, String said) {
        return forObjection(type, language, said, new Narrow(Optional.empty(), () -> ""));
    }

    private List<TalkTrack> forObjection(
            ObjectionType type, Language language, String said, Narrow call) {
        List<TalkTrack> ofType =
                search(approved(language, "objection", type.id()), language, said, call);
        return ofType.isEmpty() ? search(approved(language, "", ""), language, said, call) : ofType;
    }

    /**
     * A talk track and how near it comes.
     *
     * @param likeness cosine of the customer's words and its nearest keyword; 0 when nothing was
     *     said
     */
    public record Fit(TalkTrack track, double likeness) {}

    /**
     * What a call has that a talk track may be narrowed to.
     *
     * @param words all of the call's; asked for only where a talk track names a product or industry
     */
    private record Narrow(Optional<Phase> phase, Supplier<String> words) {}

    /**
     * The same for any situation, with how near each comes. A talk track for a product or an
     * industry that the call does not speak of, or for another phase than the moment's, is found
     * only when there is no other.
     *
     * @param callWords all words of the call; asked for only where they matter
     */
    public List<Fit> fits(
            TalkTrack.Situation situation,
            Language language,
            String said,
            Supplier<String> callWords) {
        Narrow call = new Narrow(situation.phase(), callWords);
        List<TalkTrack> found =
                situation
                        .objection()
                        .map(type -> forObjection(type, language, said, call))
                        .orElseGet(
                                () ->
                                        situation
                                                .questionType()
                                                .map(
                                                        type ->
                                                                search(
                                                                        approved(
                                                                                language,
                                                                                "question",
                                                                                type.id()),
                                                                        language,
                                                                        said,
                                                                        call))
                                                .orElse(List.of()));
        NearestKeywords nearest = NearestKeywords.of(language, said, found);
        return found.stream().map(track -> new Fit(track, nearest.likeness(track))).toList();
    }

    /** The approved talk tracks for a type of question, any of them first. */
    public List<TalkTrack> forQuestion(QuestionType type, Language language) {
        return search(
                approved(language, "question", type.id()),
                language,
                "",
                new Narrow(Optional.empty(), () -> ""));
    }

    /** The newest versions of these, whatever their state, by id; those that are not there lack. */
    public Map<String, TalkTrack> newest(List<String> ids) {
        return elasticsearch.getAll(INDEXED.index(), ids, IndexedTalkTrack.class).stream()
                .map(IndexedTalkTrack::talkTrack)
                .collect(Collectors.toMap(TalkTrack::id, Function.identity()));
    }

    private static List<Query> approved(Language language, String field, String value) {
        List<Query> filters = new ArrayList<>();
        filters.add(term("language", language.id()));
        filters.add(term("status", TalkTrack.Status.APPROVED.id()));
        if (!field.isEmpty()) {
            filters.add(term(field, value));
        }
        return filters;
    }

    private static Query term(String field, String value) {
        return Query.of(q -> q.term(t -> t.field(field).value(value)));
    }

    private List<TalkTrack> search(
            List<Query> filters, Language language, String said, Narrow call) {
        List<Query> suiting = new ArrayList<>(filters);
        named(filters)
                .forEach(
                        (field, names) ->
                                suiting.add(
                                        anyOr(
                                                field,
                                                names.isEmpty()
                                                        ? names
                                                        : Heard.of(
                                                                names,
                                                                call.words().get(),
                                                                language))));
        call.phase().ifPresent(phase -> suiting.add(anyOr("phase", List.of(phase.id()))));
        List<TalkTrack> suit = search(suiting, language, said);
        return suit.isEmpty() ? search(filters, language, said) : suit;
    }

    /** The products and industries that talk tracks are narrowed to. */
    private Map<String, List<String>> named(List<Query> filters) {
        Map<String, List<String>> named = new LinkedHashMap<>();
        elasticsearch
                .search(
                        INDEXED.index(),
                        s -> {
                            s.size(0).query(q -> q.bool(b -> b.filter(filters)));
                            NARROWED.forEach(
                                    field ->
                                            s.aggregations(
                                                    field,
                                                    a ->
                                                            a.terms(
                                                                    t ->
                                                                            t.field(field)
                                                                                    .size(
                                                                                            MOST_NAMES))));
                            return s;
                        },
                        Void.class)
                .aggregations()
                .forEach((field, names) -> named.put(field, values(names)));
        return named;
    }

    /** None in an index of an earlier version, which is read until the new one is complete. */
    private static List<String> values(Aggregate names) {
        return names.isSterms()
                ? names.sterms().buckets().array().stream()
                        .map(bucket -> bucket.key().stringValue())
                        .toList()
                : List.of();
    }

    /** Those that name none of the field, or one of these. */
    private static Query anyOr(String field, List<String> values) {
        return Query.of(
                q ->
                        q.bool(
                                b ->
                                        b.minimumShouldMatch("1")
                                                .should(
                                                        s ->
                                                                s.bool(
                                                                        n ->
                                                                                n.mustNot(
                                                                                        m ->
                                                                                                m
                                                                                                        .exists(
                                                                                                                e ->
                                                                                                                        e
                                                                                                                                .field(
                                                                                                                                        field)))))
                                                .should(
                                                        values.stream()
                                                                .map(value -> term(field, value))
                                                                .toList())));
    }

    private List<TalkTrack> search(List<Query> filters, Language language, String said) {
        Map<String, TalkTrack> found = new HashMap<>();
        List<String> words = byWords(filters, language, said, found);
        if (said.isBlank()) {
            return words.stream().map(found::get).toList();
        }
        List<String> meaning = byMeaning(filters, language, said, found);
        NearestKeywords nearest = NearestKeywords.of(language, said, found.values());
        List<List<String>> rankings = new ArrayList<>();
        rankings.add(nearest.ids());
        if (!words.isEmpty()) { // else the keyword decides, and no tie with the meaning can
            rankings.add(words);
            rankings.add(meaning);
        }
        List<TalkTrack> best =
                RankFusion.fuse(rankings).stream().map(ranked -> found.get(ranked.id())).toList();
        return nearest.weak() ? generalFirst(filters, best) : best;
    }

    /** A special one that hardly fits sounds as if nobody had listened. */
    private List<TalkTrack> generalFirst(List<Query> filters, List<TalkTrack> best) {
        List<Query> general = new ArrayList<>(filters);
        general.add(Query.of(q -> q.term(t -> t.field("general").value(true))));
        Map<String, TalkTrack> found = new LinkedHashMap<>();
        byWords(general, Language.EN, "", found);
        best.forEach(track -> found.putIfAbsent(track.id(), track));
        return List.copyOf(found.values());
    }

    private List<String> byWords(
            List<Query> filters, Language language, String said, Map<String, TalkTrack> found) {
        List<String> fields =
                language == Language.EN
                        ? List.of("titleEn", "keywordsEn^2")
                        : List.of("titleZh", "keywordsZh^2", "titleZh.cjk", "keywordsZh.cjk^2");
        return ids(
                elasticsearch
                        .search(
                                INDEXED.index(),
                                s ->
                                        s.size(CANDIDATES)
                                                .source(ONLY_THE_TALK_TRACK)
                                                .query(
                                                        q ->
                                                                q.bool(
                                                                        b ->
                                                                                b.filter(filters)
                                                                                        .should(
                                                                                                words(
                                                                                                        fields,
                                                                                                        said))
                                                                                        .minimumShouldMatch(
                                                                                                said
                                                                                                                .isBlank()
                                                                                                        ? "0"
                                                                                                        : "1"))),
                                IndexedTalkTrack.class)
                        .hits()
                        .hits(),
                found);
    }

    private static List<Query> words(List<String> fields, String said) {
        return said.isBlank()
                ? List.of()
                : List.of(Query.of(q -> q.multiMatch(m -> m.query(said).fields(fields))));
    }

    private List<String> byMeaning(
            List<Query> filters, Language language, String said, Map<String, TalkTrack> found) {
        List<Float> vector = Vectors.boxed(Embedder.of(language).embed(said));
        return ids(
                elasticsearch
                        .search(
                                INDEXED.index(),
                                s ->
                                        s.size(CANDIDATES)
                                                .source(ONLY_THE_TALK_TRACK)
                                                .knn(
                                                        k ->
                                                                k.field(
                                                                                language
                                                                                                == Language
                                                                                                        .EN
                                                                                        ? "vectorEn"
                                                                                        : "vectorZh")
                                                                        .queryVector(vector)
                                                                        .k(CANDIDATES)
                                                                        .numCandidates(100)
                                                                        .filter(filters)),
                                IndexedTalkTrack.class)
                        .hits()
                        .hits(),
                found);
    }

    private static List<String> ids(
            List<Hit<IndexedTalkTrack>> hits, Map<String, TalkTrack> found) {
        hits.forEach(hit -> found.put(hit.id(), hit.source().talkTrack()));
        return hits.stream().map(Hit::id).toList();
    }
}
