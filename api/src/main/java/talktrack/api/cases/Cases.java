package talktrack.api.cases;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.SourceConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import talktrack.analysis.advice.RankFusion;
import talktrack.api.index.ElasticIndex;
import talktrack.api.index.IndexDefinition;
import talktrack.api.index.IndexedTopic;
import talktrack.api.index.Vectors;
import talktrack.models.events.CaseStory;
import talktrack.models.events.Topics;
import talktrack.models.labels.Language;
import talktrack.models.text.Embedder;

/** The search for the case that fits a customer, by words and by meaning. */
public final class Cases {

    /** For the indexer. */
    public static final IndexedTopic<CaseStory> INDEXED =
            new IndexedTopic<>(
                    Topics.CASE_STORIES,
                    new IndexDefinition(
                            Topics.CASE_STORIES.name(),
                            1,
                            """
                            {"dynamic": false, "properties": {
                              "language": {"type": "keyword"},
                              "status": {"type": "keyword"},
                              "citable": {"type": "boolean"},
                              "industryEn": {"type": "text", "analyzer": "english"},
                              "allEn": {"type": "text", "analyzer": "english"},
                              "industryZh": {"type": "text", "analyzer": "smartcn"},
                              "allZh": {"type": "text", "analyzer": "smartcn", "fields": {
                                "cjk": {"type": "text", "analyzer": "cjk"}}},
                              "vectorEn": {"type": "dense_vector", "dims": 384,
                                "similarity": "cosine", "index_options": {"type": "int8_flat"}},
                              "vectorZh": {"type": "dense_vector", "dims": 512,
                                "similarity": "cosine", "index_options": {"type": "int8_flat"}}}}
                            """),
                    IndexedCase::of);

    private static final int CANDIDATES = 20;
    private static final SourceConfig ONLY_THE_CASE =
            SourceConfig.of(source -> source.filter(f -> f.includes("story")));

    /**
     * A case below this likeness has nothing to do with the need. Like {@code Likeness.answers} of
     * the analysis, from which it is taken: whether what is told answers what is needed.
     */
    private static final Map<Language, Double> LEAST_LIKENESS =
            Map.of(Language.EN, 0.35, Language.ZH, 0.55);

    private final ElasticIndex elasticsearch;

    public Cases(ElasticIndex elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /**
     * The cases that may be told to a customer with this need: approved ones only, never an
     * example, and only those that come near it.
     *
     * @param need in the customer's words
     * @return best first; often empty
     */
    public List<CaseStory> forNeed(Language language, String need) {
        if (need.isBlank()) {
            return List.of();
        }
        Map<String, CaseStory> near = new HashMap<>();
        List<Query> filters =
                List.of(
                        term("language", language.id()),
                        Query.of(q -> q.term(t -> t.field("citable").value(true))));
        List<List<String>> rankings =
                List.of(
                        ids(byMeaning(filters, language, need), near),
                        ids(byWords(filters, language, need), new HashMap<>()));
        return RankFusion.fuse(rankings).stream()
                .map(ranked -> near.get(ranked.id()))
                .filter(story -> story != null)
                .toList();
    }

    /**
     * Every case of the language by words and meaning, whatever its state; for who looks for one.
     */
    List<CaseStory> search(Language language, String words) {
        Map<String, CaseStory> found = new HashMap<>();
        List<Query> filters = List.of(term("language", language.id()));
        List<List<String>> rankings =
                List.of(
                        ids(byWords(filters, language, words), found),
                        ids(byMeaning(filters, language, words), found));
        return RankFusion.fuse(rankings).stream().map(ranked -> found.get(ranked.id())).toList();
    }

    private static Query term(String field, String value) {
        return Query.of(q -> q.term(t -> t.field(field).value(value)));
    }

    private List<Hit<IndexedCase>> byWords(List<Query> filters, Language language, String words) {
        List<String> fields =
                language == Language.EN
                        ? List.of("allEn", "industryEn^2")
                        : List.of("allZh", "allZh.cjk", "industryZh^2");
        return elasticsearch
                .search(
                        INDEXED.index(),
                        s ->
                                s.size(CANDIDATES)
                                        .source(ONLY_THE_CASE)
                                        .query(
                                                q ->
                                                        q.bool(
                                                                b ->
                                                                        b.filter(filters)
                                                                                .must(
                                                                                        m ->
                                                                                                m
                                                                                                        .multiMatch(
                                                                                                                w ->
                                                                                                                        w.query(
                                                                                                                                        words)
                                                                                                                                .fields(
                                                                                                                                        fields))))),
                        IndexedCase.class)
                .hits()
                .hits();
    }

    private List<Hit<IndexedCase>> byMeaning(List<Query> filters, Language language, String words) {
        List<Float> vector = Vectors.boxed(Embedder.of(language).embed(words));
        return elasticsearch
                .search(
                        INDEXED.index(),
                        s ->
                                s.size(CANDIDATES)
                                        .source(ONLY_THE_CASE)
                                        .knn(
                                                k ->
                                                        k.field(
                                                                        language == Language.EN
                                                                                ? "vectorEn"
                                                                                : "vectorZh")
                                                                .queryVector(vector)
                                                                .k(CANDIDATES)
                                                                .numCandidates(100)
                                                                .similarity(
                                                                        LEAST_LIKENESS
                                                                                .get(language)
                                                                                .floatValue())
                                                                .filter(filters)),
                        IndexedCase.class)
                .hits()
                .hits();
    }

    private static List<String> ids(List<Hit<IndexedCase>> hits, Map<String, CaseStory> found) {
        hits.forEach(hit -> found.put(hit.id(), hit.source().story()));
        return hits.stream().map(Hit::id).toList();
    }
}
