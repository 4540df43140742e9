package talktrack.api.roleplay;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import talktrack.api.events.EventProducer;
import talktrack.api.http.Problem;
import talktrack.api.index.ElasticIndex;
import talktrack.api.index.IndexedTopic;
import talktrack.api.index.Vectors;
import talktrack.api.llm.LanguageModel;
import talktrack.models.events.RolePlay;
import talktrack.models.events.Topics;
import talktrack.models.text.Embedder;

/**
 * All practice calls: those that go on are in memory, those that have ended are events. A server's
 * stop ends what goes on; nobody is judged by half a call.
 */
public final class RolePlays implements AutoCloseable {

    /** For the indexer. */
    public static final IndexedTopic<RolePlay> INDEXED =
            IndexedTopic.of(
                    Topics.ROLE_PLAYS,
                    1,
                    """
                    {"dynamic": false, "properties": {
                      "repId": {"type": "keyword"},
                      "scenarioId": {"type": "keyword"},
                      "endedAt": {"type": "date"}}}
                    """);

    static final int MOST_SESSIONS = 200;

    /** Nothing said for so long: nobody is there any more. */
    static final Duration LEFT_AFTER = Duration.ofHours(2);

    private static final int MOST_ENDED = 50;

    private final ElasticIndex elasticsearch;
    private final EventProducer events;
    private final CustomerVoice voice;
    private final Clock clock;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    /** Ids of those that ended since the start, which the index may not know yet. */
    private final Set<String> endedHere = ConcurrentHashMap.newKeySet();

    /** What is deleted while it ends stays deleted; no monitor, as Kafka is waited for. */
    private final ReentrantLock ending = new ReentrantLock();

    public RolePlays(
            String bootstrapServers,
            ElasticIndex elasticsearch,
            Optional<LanguageModel> model,
            Clock clock) {
        this.elasticsearch = elasticsearch;
        this.voice = new CustomerVoice(model);
        this.clock = clock;
        this.events = new EventProducer(bootstrapServers);
    }

    Optional<String> modelName() {
        return voice.modelName();
    }

    /**
     * @throws Problem 429 when as many go on as may
     */
    Session start(Scenario scenario, String repId) {
        forgetThoseLeft();
        if (sessions.size() >= MOST_SESSIONS) {
            throw new Problem(
                    429,
                    "too-many-role-plays",
                    "Too many practice calls",
                    "%d practice calls go on already.".formatted(MOST_SESSIONS),
                    "End one of them, or wait until those that were left are forgotten.");
        }
        Embedder embedder = Embedder.of(scenario.language());
        Customer customer =
                new Customer(
                        scenario,
                        (one, other) -> Vectors.cosine(embedder.embed(one), embedder.embed(other)));
        Session session =
                new Session(UUID.randomUUID().toString(), scenario, repId, clock, customer, voice);
        sessions.put(session.id(), session);
        return session;
    }

    private void forgetThoseLeft() {
        Instant before = clock.instant().minus(LEFT_AFTER);
        sessions.values().removeIf(session -> session.lastAt().isBefore(before));
    }

    /** One that goes on. */
    Optional<Session> find(String id) {
        return Optional.ofNullable(sessions.get(id));
    }

    /** Ends it and keeps what was said, unless it was deleted or given up meanwhile. */
    Session.Finished finish(Session session) {
        Session.Finished finished = session.finish();
        ending.lock();
        try {
            if (sessions.containsKey(session.id())) {
                events.write(Topics.ROLE_PLAYS.record(session.id(), finished.event()));
                endedHere.add(session.id());
                sessions.remove(session.id());
            }
        } finally {
            ending.unlock();
        }
        return finished;
    }

    /** A rep's practice calls that have ended, the newest first. */
    List<RolePlay> ended(String repId) {
        return elasticsearch.find(
                INDEXED.index(),
                s ->
                        s.size(MOST_ENDED)
                                .query(Query.of(q -> q.term(t -> t.field("repId").value(repId))))
                                .sort(o -> o.field(f -> f.field("endedAt").order(SortOrder.Desc))),
                RolePlay.class);
    }

    /** Deletes one, ended or not; whether there was one. */
    boolean delete(String id) {
        ending.lock();
        try {
            boolean there =
                    sessions.containsKey(id)
                            || endedHere.contains(id)
                            || elasticsearch.get(INDEXED.index(), id, RolePlay.class).isPresent();
            if (there) {
                // Also of one that goes on: Kafka may have the end of which it did not tell us.
                events.write(Topics.ROLE_PLAYS.tombstone(id));
                sessions.remove(id);
                endedHere.remove(id);
            }
            return there;
        } finally {
            ending.unlock();
        }
    }

    @Override
    public void close() {
        events.close();
    }
}
