package talktrack.api.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import co.elastic.clients.util.ObjectBuilder;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.models.events.Json;

/**
 * Elasticsearch with our JSON. Thread-safe. Every call is tried a few times while the server is
 * away, then ends in {@link IndexUnavailable}. Uses only what the cut-down embedded distribution
 * has too: no scripts, no delete-by-query, no {@code GET /}.
 */
public final class ElasticIndex implements AutoCloseable {

    /** Said of an index in its mapping's {@code _meta}: which topic of which cluster it mirrors. */
    private static final String SOURCE = "source";

    private static final Logger log = LoggerFactory.getLogger(ElasticIndex.class);
    private static final int PAGE = 1000;

    private final Rest5Client connection;
    private final ElasticsearchClient client;
    private final RetryPolicy<Object> whileAway =
            RetryPolicy.builder()
                    .handle(IOException.class)
                    .handleIf(ElasticIndex::passing)
                    .withBackoff(Duration.ofMillis(100), Duration.ofSeconds(1))
                    .withMaxRetries(4)
                    .build();

    public ElasticIndex(URI url) {
        connection = Rest5Client.builder(url).build();
        // A copy, since the client's mapper makes the one it is given take 3 for [3].
        client =
                new ElasticsearchClient(
                        new Rest5ClientTransport(
                                connection, new JacksonJsonpMapper(Json.mapper().copy())));
    }

    /** A call of the Elasticsearch client. */
    @FunctionalInterface
    public interface Request<T> {
        T send(ElasticsearchClient client) throws IOException;
    }

    /**
     * Sends what the helpers here do not cover.
     *
     * @throws IndexUnavailable when Elasticsearch is away and stays away
     * @throws ElasticsearchException when it answers and says no
     */
    public <T> T send(Request<T> request) {
        try {
            return Failsafe.with(whileAway).get(() -> request.send(client));
        } catch (FailsafeException e) {
            throw new IndexUnavailable(e.getCause());
        } catch (ElasticsearchException e) {
            if (passing(e)) {
                throw new IndexUnavailable(e);
            }
            throw e;
        }
    }

    /** The document with this id, as it is now, also when it was written a moment ago. */
    public <T> Optional<T> get(IndexDefinition definition, String id, Class<T> type) {
        return Optional.ofNullable(
                send(es -> es.get(g -> g.index(definition.alias()).id(id), type)).source());
    }

    /** The documents with these ids that exist, in the order of the ids. */
    public <T> List<T> getAll(IndexDefinition definition, List<String> ids, Class<T> type) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return send(es -> es.mget(m -> m.index(definition.alias()).ids(ids), type)).docs().stream()
                .filter(item -> item.isResult() && item.result().found())
                .map(item -> item.result().source())
                .toList();
    }

    /** A search in the index; the caller adds query, sorting and size. */
    public <T> SearchResponse<T> search(
            IndexDefinition definition,
            Function<SearchRequest.Builder, ObjectBuilder<SearchRequest>> request,
            Class<T> type) {
        SearchRequest.Builder builder = new SearchRequest.Builder().index(definition.alias());
        SearchRequest built = request.apply(builder).build();
        return send(es -> es.search(built, type));
    }

    /** The documents that a search finds. */
    public <T> List<T> find(
            IndexDefinition definition,
            Function<SearchRequest.Builder, ObjectBuilder<SearchRequest>> request,
            Class<T> type) {
        return search(definition, request, type).hits().hits().stream().map(Hit::source).toList();
    }

    /**
     * Every document that the query finds, however many, page by page.
     *
     * @param unique fields whose values together belong to one document
     */
    public <T> List<T> findAll(
            IndexDefinition definition, Query query, List<String> unique, Class<T> type) {
        List<T> all = new ArrayList<>();
        List<FieldValue> after = List.of();
        List<Hit<T>> page;
        do {
            List<FieldValue> from = after;
            page =
                    search(
                                    definition,
                                    s -> {
                                        s.query(query).size(PAGE);
                                        unique.forEach(
                                                field -> s.sort(o -> o.field(f -> f.field(field))));
                                        return from.isEmpty() ? s : s.searchAfter(from);
                                    },
                                    type)
                            .hits()
                            .hits();
            page.forEach(hit -> all.add(hit.source()));
            after = page.isEmpty() ? List.of() : page.getLast().sort();
        } while (page.size() == PAGE);
        return all;
    }

    /**
     * Writes in bulk, also again while Elasticsearch is too busy for any of it; what was written is
     * searchable when this returns. What was refused for good is in the response: see {@link
     * #check}.
     */
    public BulkResponse write(List<BulkOperation> operations) {
        return send(
                es -> {
                    BulkResponse response =
                            es.bulk(b -> b.operations(operations).refresh(Refresh.True));
                    for (BulkResponseItem item : response.items()) {
                        if (item.error() != null && passing(item.status())) {
                            throw new IOException(item.error().type());
                        }
                    }
                    return response;
                });
    }

    /**
     * @throws IllegalStateException when Elasticsearch has refused one of the operations for good
     */
    public static void check(BulkResponse response) {
        firstRefused(response)
                .ifPresent(
                        item -> {
                            throw new IllegalStateException(
                                    "Elasticsearch refuses %s in %s: %s"
                                            .formatted(
                                                    item.id(),
                                                    item.index(),
                                                    item.error().reason()));
                        });
    }

    private static Optional<BulkResponseItem> firstRefused(BulkResponse response) {
        return response.items().stream().filter(item -> item.error() != null).findFirst();
    }

    /**
     * Deletes every document that the query finds.
     *
     * @throws IndexUnavailable when one of them stays, for whatever reason: it is the index then
     *     that takes no deletions now, as any document can be deleted
     */
    public void deleteWhere(IndexDefinition definition, Query query) {
        List<Hit<Void>> page;
        do {
            page =
                    search(
                                    definition,
                                    s ->
                                            s.query(query)
                                                    .size(PAGE)
                                                    .source(source -> source.fetch(false)),
                                    Void.class)
                            .hits()
                            .hits();
            if (!page.isEmpty()) {
                List<BulkOperation> deletions = new ArrayList<>();
                for (Hit<Void> hit : page) {
                    deletions.add(
                            BulkOperation.of(
                                    o -> o.delete(d -> d.index(hit.index()).id(hit.id()))));
                }
                firstRefused(write(deletions))
                        .ifPresent(
                                item -> {
                                    throw new IndexUnavailable(
                                            new IOException(item.error().type()));
                                });
            }
        } while (page.size() == PAGE);
    }

    /** Whether Elasticsearch answers and can be written to. */
    public boolean healthy() {
        try {
            return !"red".equals(client.cluster().health().status().jsonValue());
        } catch (IOException | ElasticsearchException e) {
            log.debug("elasticsearch does not answer", e);
            return false;
        }
    }

    /**
     * Creates the index when it is missing, and drops it first when it mirrors something else.
     *
     * @param source what the index is made from, such as the topic's id in Kafka; a view of another
     *     source is worthless, since its versions mean nothing here
     * @return an id that another creation of the index would change
     */
    public String ensure(IndexDefinition definition, String source) {
        String index = definition.index();
        if (send(es -> es.indices().exists(e -> e.index(index))).value()
                && !source.equals(sourceOf(index))) {
            log.warn("index of another source dropped index={}", index);
            send(es -> es.indices().delete(d -> d.index(index)));
        }
        if (!send(es -> es.indices().exists(e -> e.index(index))).value()) {
            create(definition, source);
        }
        if (!send(es -> es.indices().existsAlias(e -> e.name(definition.alias()))).value()) {
            publish(definition);
        }
        return send(es -> es.indices().getSettings(g -> g.index(index)))
                .get(index)
                .settings()
                .index()
                .uuid();
    }

    /**
     * Without this, a write to an index that somebody dropped would make one with a guessed
     * mapping.
     */
    void forbidAutomaticIndices() {
        send(
                es ->
                        es.cluster()
                                .putSettings(
                                        p ->
                                                p.persistent(
                                                        "action.auto_create_index",
                                                        JsonData.of("-talktrack-*,+*"))));
    }

    /** Lets readers see this version of the index, and drops the older ones. */
    public void publish(IndexDefinition definition) {
        List<String> older =
                send(es -> es.indices().getAlias(g -> g.index(definition.alias() + "-v*")))
                        .aliases()
                        .entrySet()
                        .stream()
                        .filter(e -> e.getValue().aliases().containsKey(definition.alias()))
                        .map(Map.Entry::getKey)
                        .filter(name -> !name.equals(definition.index()))
                        .toList();
        send(
                es ->
                        es.indices()
                                .updateAliases(
                                        u -> {
                                            u.actions(
                                                    a ->
                                                            a.add(
                                                                    add ->
                                                                            add.index(
                                                                                            definition
                                                                                                    .index())
                                                                                    .alias(
                                                                                            definition
                                                                                                    .alias())));
                                            older.forEach(
                                                    name ->
                                                            u.actions(
                                                                    a ->
                                                                            a.removeIndex(
                                                                                    r ->
                                                                                            r.index(
                                                                                                    name))));
                                            return u;
                                        }));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void create(IndexDefinition definition, String source) {
        log.info("index created index={}", definition.index());
        String body =
                """
                {"settings": {"number_of_shards": 1, "auto_expand_replicas": "0-1"}, "mappings": %s}
                """
                        .formatted(withSource(definition, source));
        send(
                es ->
                        es.indices()
                                .create(
                                        c ->
                                                c.index(definition.index())
                                                        .withJson(new StringReader(body))));
    }

    private static String withSource(IndexDefinition definition, String source) {
        try {
            Map<String, Object> mapping = new TreeMap<>();
            Json.mapper()
                    .readTree(definition.mapping())
                    .properties()
                    .forEach(field -> mapping.put(field.getKey(), field.getValue()));
            mapping.put("_meta", Map.of(SOURCE, source));
            return Json.text(mapping);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "Bug: the mapping of %s is no JSON".formatted(definition.topic()), e);
        }
    }

    private String sourceOf(String index) {
        var meta =
                send(es -> es.indices().getMapping(g -> g.index(index)))
                        .get(index)
                        .mappings()
                        .meta();
        return meta.containsKey(SOURCE) ? meta.get(SOURCE).to(String.class) : "";
    }

    /** Too busy or not ready: the same request may succeed a moment later. */
    private static boolean passing(Throwable failure) {
        return failure instanceof ElasticsearchException e && passing(e.status());
    }

    private static boolean passing(int status) {
        return status == 429 || status >= 500;
    }
}
