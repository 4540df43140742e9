package talktrack.api.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static talktrack.api.http.TestServer.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import talktrack.api.http.TestServer;
import talktrack.models.events.RepWeek;
import talktrack.models.events.Topics;
import talktrack.models.labels.Skill;

class IndexerIT {

    private static final IndexDefinition REP_WEEKS = CallIndices.REP_WEEKS.index();

    @TempDir static Path temporary;
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new TestServer(temporary);
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    private static RepWeek week(String rep, int calls) {
        return new RepWeek(
                rep,
                "default",
                "2026-W45",
                calls,
                List.of(new RepWeek.SkillSum(Skill.LISTENING, 5_000L * calls, calls)));
    }

    private static void write(RepWeek week) throws Exception {
        server.write(Topics.REP_WEEKS.record(week.key(), week));
    }

    private static int calls(String rep) {
        return server.index()
                .get(REP_WEEKS, RepWeek.key(rep, "2026-W45"), RepWeek.class)
                .map(RepWeek::calls)
                .orElse(0);
    }

    @Test
    void theNewestRecordOfAKeyCountsAndATombstoneDeletes() throws Exception {
        write(week("newest", 1));
        write(week("newest", 2));
        await(() -> calls("newest") == 2);
        server.write(Topics.REP_WEEKS.tombstone(RepWeek.key("newest", "2026-W45")));
        await(() -> calls("newest") == 0);
    }

    @Test
    void whatIsFoundIsNotCutOffAtAPage() {
        List<BulkOperation> weeks =
                IntStream.range(0, 2_300)
                        .mapToObj(i -> new RepWeek("many", "default", "week-" + i, i, List.of()))
                        .map(
                                week ->
                                        BulkOperation.of(
                                                o ->
                                                        o.index(
                                                                x ->
                                                                        x.index(REP_WEEKS.index())
                                                                                .id(week.key())
                                                                                .document(week))))
                        .toList();
        server.index().write(weeks);

        List<RepWeek> found =
                server.index()
                        .findAll(
                                REP_WEEKS,
                                Query.of(q -> q.term(t -> t.field("repId").value("many"))),
                                List.of("repId", "week"),
                                RepWeek.class);

        assertThat(found).extracting(RepWeek::key).hasSize(2_300).doesNotHaveDuplicates();
    }

    @Test
    void anOlderVersionThatComesLateChangesNothing() throws Exception {
        write(week("late", 1));
        write(week("late", 2));
        await(() -> calls("late") == 2);
        var answer =
                server.index()
                        .write(
                                List.of(
                                        BulkOperation.of(
                                                o ->
                                                        o.index(
                                                                d ->
                                                                        d.index(REP_WEEKS.index())
                                                                                .id(
                                                                                        RepWeek.key(
                                                                                                "late",
                                                                                                "2026-W45"))
                                                                                .version(1L)
                                                                                .versionType(
                                                                                        VersionType
                                                                                                .External)
                                                                                .document(
                                                                                        week(
                                                                                                "late",
                                                                                                1))))));
        assertThat(answer.items().getFirst().status()).isEqualTo(409);
        assertThat(calls("late")).isEqualTo(2);
    }

    @Test
    void anUnreadableRecordIsSkippedAndHoldsNobodyUp() throws Exception {
        server.write(
                new ProducerRecord<>(
                        Topics.REP_WEEKS.name(),
                        Topics.REP_WEEKS.partition("after/2026-W45"),
                        "broken",
                        "{not json".getBytes(StandardCharsets.UTF_8)));
        write(week("after", 3));
        await(() -> calls("after") == 3);
    }

    @Test
    void aDroppedIndexIsFilledAgainFromTheTopicsBeginning() throws Exception {
        write(week("kept", 4));
        await(() -> calls("kept") == 4);
        server.index().send(es -> es.indices().delete(d -> d.index(REP_WEEKS.index())));
        server.restartApi();
        await(() -> calls("kept") == 4);
    }

    @Test
    void anIndexThatIsDroppedWhileItIsWrittenIsFilledAgain() throws Exception {
        write(week("while", 5));
        await(() -> calls("while") == 5);
        server.index().send(es -> es.indices().delete(d -> d.index(REP_WEEKS.index())));
        write(week("next", 1));
        await(() -> published() && calls("while") == 5 && calls("next") == 1);
    }

    @Test
    void aDroppedIndexThatCannotBeMadeYetIsMadeLater() throws Exception {
        write(week("before", 6));
        await(() -> calls("before") == 6);
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.list = new CopyOnWriteArrayList<>();
        logged.start();
        Logger indexer = (Logger) LoggerFactory.getLogger(Indexer.class);
        indexer.addAppender(logged);
        failToMake(REP_WEEKS);
        try {
            server.index().send(es -> es.indices().delete(d -> d.index(REP_WEEKS.index())));
            write(week("meanwhile", 1));
            await(
                    () ->
                            logged.list.stream()
                                    .map(ILoggingEvent::getFormattedMessage)
                                    .anyMatch(line -> line.contains("waits for elasticsearch")));
        } finally {
            indexer.detachAppender(logged);
            server.index()
                    .send(es -> es.indices().deleteIndexTemplate(d -> d.name("second-writer")));
        }
        await(() -> published() && calls("before") == 6 && calls("meanwhile") == 1);
    }

    /** Elasticsearch has an inner error, status 500, when an alias gets a second index to write. */
    private static void failToMake(IndexDefinition definition) {
        server.index()
                .send(
                        es ->
                                es.indices()
                                        .create(
                                                c ->
                                                        c.index("first-writer")
                                                                .aliases(
                                                                        "one-writer",
                                                                        a ->
                                                                                a.isWriteIndex(
                                                                                        true))));
        server.index()
                .send(
                        es ->
                                es.indices()
                                        .putIndexTemplate(
                                                p ->
                                                        p.name("second-writer")
                                                                .indexPatterns(definition.index())
                                                                .template(
                                                                        t ->
                                                                                t.aliases(
                                                                                        "one-writer",
                                                                                        a ->
                                                                                                a
                                                                                                        .isWriteIndex(
                                                                                                                true)))));
    }

    private static boolean published() {
        return server.index()
                .send(es -> es.indices().existsAlias(e -> e.name(REP_WEEKS.alias())))
                .value();
    }

    @Test
    void aRefusedDeletionIsSaid() {
        ElasticIndex index = server.index();
        IndexDefinition blocked = new IndexDefinition("blocked", 1, "{\"dynamic\": false}");
        index.ensure(blocked, "a");
        index.write(
                List.of(
                        BulkOperation.of(
                                o ->
                                        o.index(
                                                x ->
                                                        x.index(blocked.index())
                                                                .id("old")
                                                                .document(week("old", 1))))));
        Query all = Query.of(q -> q.matchAll(m -> m));
        allowWrites(blocked, false);
        assertThatThrownBy(() -> index.deleteWhere(blocked, all))
                .isInstanceOf(IndexUnavailable.class)
                .hasMessageContaining("cluster_block_exception");
        allowWrites(blocked, true);
        index.deleteWhere(blocked, all);
        assertThat(index.get(blocked, "old", RepWeek.class)).isEmpty();
    }

    private static void allowWrites(IndexDefinition definition, boolean allowed) {
        server.index()
                .send(
                        es ->
                                es.indices()
                                        .putSettings(
                                                p ->
                                                        p.index(definition.index())
                                                                .settings(
                                                                        s ->
                                                                                s.blocks(
                                                                                        b ->
                                                                                                b
                                                                                                        .write(
                                                                                                                !allowed)))));
    }

    @Test
    void aNewerMappingReplacesTheOlderIndexOnceItIsComplete() {
        ElasticIndex index = server.index();
        IndexDefinition first = new IndexDefinition("versions", 1, "{\"dynamic\": false}");
        IndexDefinition second = new IndexDefinition("versions", 2, "{\"dynamic\": false}");
        index.ensure(first, "a");
        index.ensure(second, "a");
        assertThat(behind(first)).containsExactly(first.index());
        index.publish(second);
        assertThat(behind(first)).containsExactly(second.index());
        assertThat(index.send(es -> es.indices().exists(e -> e.index(first.index()))).value())
                .isFalse();
    }

    private static Stream<String> behind(IndexDefinition definition) {
        return server
                .index()
                .send(es -> es.indices().getAlias(g -> g.name(definition.alias())))
                .aliases()
                .keySet()
                .stream();
    }
}
