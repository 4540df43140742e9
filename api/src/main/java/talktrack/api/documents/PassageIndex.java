package talktrack.api.documents;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.SourceConfig;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import talktrack.api.index.ElasticIndex;
import talktrack.api.index.IndexDefinition;
import talktrack.api.index.Vectors;
import talktrack.models.events.Json;
import talktrack.models.labels.Language;

/** The passages of all documents in Elasticsearch, by words and by vectors. */
public final class PassageIndex {

    /**
     * Raise the version when the mapping or what is embedded changes: the documents are then read
     * again. Vectors are quantised and scanned, not kept in a graph, which suits the embedded node.
     */
    private static final int VERSION = 5;

    private static final String MAPPING =
            """
            {"dynamic": false, "properties": {
              "documentId": {"type": "keyword"},
              "sha256": {"type": "keyword"},
              "language": {"type": "keyword"},
              "standing": {"properties": {
                "audience": {"type": "keyword"}, "expires": {"type": "date"}}},
              "headingEn": {"type": "text", "analyzer": "english"},
              "textEn": {"type": "text", "analyzer": "english"},
              "headingZh": {"type": "text", "analyzer": "smartcn", "fields": {
                "cjk": {"type": "text", "analyzer": "cjk"}}},
              "textZh": {"type": "text", "analyzer": "smartcn", "fields": {
                "cjk": {"type": "text", "analyzer": "cjk"}}},
              "vectorEn": {"type": "dense_vector", "dims": 384, "similarity": "cosine",
                "index_options": {"type": "int8_flat"}},
              "vectorZh": {"type": "dense_vector", "dims": 512, "similarity": "cosine",
                "index_options": {"type": "int8_flat"}}}}
            """;

    private static final SourceConfig WITHOUT_VECTORS =
            SourceConfig.of(source -> source.filter(f -> f.excludes("vectorEn", "vectorZh")));

    private static final int PAGE = 200;

    /** Elasticsearch finds no more at once; longer documents are embedded anew in part. */
    private static final int MOST_KEPT = 1000;

    private final ElasticIndex elasticsearch;
    private final IndexDefinition definition;
    private final DocumentFilter filter;

    private PassageIndex(ElasticIndex elasticsearch, String name, String source) {
        this(elasticsearch, new IndexDefinition(name, VERSION, MAPPING), DocumentFilter.ALL);
        elasticsearch.ensure(definition, source);
        elasticsearch.publish(definition); // an older version could not be asked as this one is
    }

    private PassageIndex(
            ElasticIndex elasticsearch, IndexDefinition definition, DocumentFilter filter) {
        this.elasticsearch = elasticsearch;
        this.definition = definition;
        this.filter = filter;
    }

    /** The same passages, but for those of documents that the filter leaves out. */
    public PassageIndex seenThrough(DocumentFilter one) {
        return new PassageIndex(elasticsearch, definition, one);
    }

    /**
     * The server's.
     *
     * @param source what the documents come from; passages of another source are dropped
     */
    static PassageIndex shared(ElasticIndex elasticsearch, String source) {
        return new PassageIndex(elasticsearch, "passages", source);
    }

    /** One that its maker drops in the end. */
    static PassageIndex temporary(ElasticIndex elasticsearch, String name) {
        return new PassageIndex(elasticsearch, name, "");
    }

    void drop() {
        elasticsearch.send(es -> es.indices().delete(d -> d.index(definition.index())));
    }

    /**
     * Puts a document's passages in place of those it had; what stayed keeps its vectors. The first
     * is written last: where it stands, all do.
     */
    void replace(String documentId, String sha256, List<Passage> passages, Standing standing) {
        Map<List<Object>, IndexedPassage> before = new HashMap<>();
        all(documentId).forEach(one -> before.put(IndexedPassage.embedded(one.passage()), one));
        remove(documentId);
        for (int from = 1; from < passages.size(); from += PAGE) {
            int to = Math.min(from + PAGE, passages.size());
            write(documentId, sha256, passages.subList(from, to), from, before, standing);
        }
        if (!passages.isEmpty()) {
            write(documentId, sha256, passages.subList(0, 1), 0, before, standing);
        }
    }

    /**
     * @param from number of the first of the passages in its document
     * @param before those that have vectors already
     */
    private void write(
            String documentId,
            String sha256,
            List<Passage> passages,
            int from,
            Map<List<Object>, IndexedPassage> before,
            Standing standing) {
        List<BulkOperation> operations = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            Passage read = passages.get(i);
            IndexedPassage known = before.get(IndexedPassage.embedded(read));
            IndexedPassage passage =
                    known == null
                            ? IndexedPassage.of(documentId, sha256, read, standing)
                            : known.in(sha256, read, standing);
            String id = id(documentId, from + i);
            operations.add(
                    BulkOperation.of(
                            o ->
                                    o.index(
                                            x ->
                                                    x.index(definition.index())
                                                            .id(id)
                                                            .document(passage))));
        }
        ElasticIndex.check(elasticsearch.write(operations));
    }

    private static String id(String documentId, long number) {
        return documentId + "-" + number;
    }

    void remove(String documentId) {
        elasticsearch.deleteWhere(definition, term("documentId", documentId));
    }

    private List<IndexedPassage> all(String documentId) {
        return elasticsearch.find(
                definition,
                s -> s.query(term("documentId", documentId)).size(MOST_KEPT),
                IndexedPassage.class);
    }

    /** The document's first passage, if all its passages are there and of just these bytes. */
    Optional<IndexedPassage> first(String documentId, String sha256) {
        return elasticsearch
                .get(definition, id(documentId, 0), IndexedPassage.class)
                .filter(first -> first.sha256().equals(sha256));
    }

    /** How many passages a document has. */
    long count(String documentId) {
        return count(term("documentId", documentId));
    }

    /**
     * Says anew who may read a document and how fresh it is, of the first passage last.
     *
     * @return false when a passage is missing, so that the document must be indexed anew
     */
    boolean restate(String documentId, Standing standing) {
        List<BulkOperation> operations = new ArrayList<>();
        JsonNode change = change(standing);
        for (long i = count(documentId) - 1; i >= 0; i--) {
            String id = id(documentId, i);
            operations.add(
                    BulkOperation.of(
                            o ->
                                    o.update(
                                            u ->
                                                    u.index(definition.index())
                                                            .id(id)
                                                            .action(a -> a.doc(change)))));
        }
        if (operations.isEmpty()) {
            return false;
        }
        BulkResponse response = elasticsearch.write(operations);
        if (response.items().stream().anyMatch(item -> item.status() == 404)) {
            return false;
        }
        ElasticIndex.check(response);
        return true;
    }

    /** With what is taken back as null: an update keeps what it does not name. */
    private static JsonNode change(Standing standing) {
        ObjectNode change = Json.mapper().createObjectNode();
        ObjectNode stated = change.putObject("standing");
        stated.putNull("since").putNull("expires");
        stated.setAll((ObjectNode) Json.mapper().valueToTree(standing));
        return change;
    }

    public boolean hasAny(Language language) {
        return count(in(language)) > 0;
    }

    private long count(Query query) {
        return elasticsearch
                .send(es -> es.count(c -> c.index(definition.alias()).query(query)))
                .count();
    }

    /**
     * What the question's words find.
     *
     * @param passages how many there are in the language
     * @param passagesWith in how many of them each word stands
     * @param hits those with any of the words, best first
     */
    public record WordSearch(
            long passages, Map<String, Long> passagesWith, List<Hit<IndexedPassage>> hits) {

        /** Share of the words that the passage holds, rare words counting more, 0…1. */
        public double coverage(String id) {
            double all = passagesWith.keySet().stream().mapToDouble(this::rarity).sum();
            double held =
                    hits.stream()
                            .filter(hit -> hit.id().equals(id))
                            .flatMap(hit -> hit.matchedQueries().keySet().stream())
                            .mapToDouble(this::rarity)
                            .sum();
            return all == 0 ? 0 : held / all;
        }

        /** Inverse document frequency, as BM25 has it. */
        public double rarity(String word) {
            return rarity(passagesWith.getOrDefault(word, 0L));
        }

        private double rarity(long with) {
            return Math.log(1 + (passages - with + 0.5) / (with + 0.5));
        }

        /** The same, where a word that no passage has counts 1 in sets of any size. */
        public double relativeRarity(String word) {
            return rarity(word) / rarity(0L);
        }
    }

    /** By BM25 over headings and text; every hit says which of the words it holds. */
    public WordSearch byWords(List<String> words, Language language, int size) {
        String suffix = language == Language.EN ? "En" : "Zh";
        Map<String, Query> queries = new LinkedHashMap<>();
        words.forEach(word -> queries.put(word, word(word, suffix)));
        SearchResponse<IndexedPassage> response =
                elasticsearch.search(
                        definition,
                        s -> {
                            s.size(size)
                                    .trackTotalHits(t -> t.enabled(true))
                                    .includeNamedQueriesScore(true)
                                    .source(WITHOUT_VECTORS)
                                    .query(
                                            q ->
                                                    q.bool(
                                                            b ->
                                                                    b.filter(in(language))
                                                                            .should(
                                                                                    List.copyOf(
                                                                                            queries
                                                                                                    .values()))
                                                                            .minimumShouldMatch(
                                                                                    "0")));
                            if (!queries.isEmpty()) {
                                s.aggregations(
                                        "words",
                                        a -> a.filters(f -> f.filters(b -> b.keyed(queries))));
                            }
                            return s;
                        },
                        IndexedPassage.class);
        Map<String, Long> passagesWith = new LinkedHashMap<>();
        if (!queries.isEmpty()) {
            response.aggregations()
                    .get("words")
                    .filters()
                    .buckets()
                    .keyed()
                    .forEach((word, bucket) -> passagesWith.put(word, bucket.docCount()));
        }
        return new WordSearch(
                response.hits().total().value(),
                passagesWith,
                response.hits().hits().stream().filter(hit -> hit.score() > 0).toList());
    }

    /** In Chinese a word is also looked for as pairs of characters, however it was segmented. */
    private static Query word(String word, String suffix) {
        List<String> fields = new ArrayList<>(List.of("text" + suffix, "heading" + suffix));
        if (suffix.equals("Zh")) {
            fields.addAll(List.of("textZh.cjk", "headingZh.cjk"));
        }
        return Query.of(q -> q.multiMatch(m -> m.query(word).fields(fields).queryName(word)));
    }

    /** By meaning, in a language's passages. */
    public List<Hit<IndexedPassage>> byMeaning(float[] question, Language language, int size) {
        List<Float> vector = Vectors.boxed(question);
        return elasticsearch
                .search(
                        definition,
                        s ->
                                s.size(size)
                                        .source(WITHOUT_VECTORS)
                                        .knn(
                                                k ->
                                                        k.field(
                                                                        language == Language.EN
                                                                                ? "vectorEn"
                                                                                : "vectorZh")
                                                                .queryVector(vector)
                                                                .k(size)
                                                                .numCandidates(100)
                                                                .filter(in(language))),
                        IndexedPassage.class)
                .hits()
                .hits();
    }

    private Query in(Language language) {
        return Query.of(
                q -> q.bool(b -> b.filter(term("language", language.id()), filter.query())));
    }

    private static Query term(String field, String value) {
        return Query.of(q -> q.term(t -> t.field(field).value(value)));
    }
}
