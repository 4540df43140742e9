package talktrack.api.standalone;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.Config;
import talktrack.api.calls.Call;
import talktrack.api.calls.CallCommands;
import talktrack.api.calls.CallDocuments;
import talktrack.api.calls.CallRegistry;
import talktrack.api.calls.CallRoutes;
import talktrack.api.calls.CorrectionRoutes;
import talktrack.api.calls.PeopleRoutes;
import talktrack.api.calls.RegistryFeed;
import talktrack.api.calls.UploadFields;
import talktrack.api.calls.UploadLimits;
import talktrack.api.calls.UploadRoutes;
import talktrack.api.events.EventProducer;
import talktrack.api.heatmap.HeatmapRoutes;
import talktrack.api.heatmap.MomentRoutes;
import talktrack.api.http.Component;
import talktrack.api.http.HttpServer;
import talktrack.api.http.Routes;
import talktrack.api.index.CallIndices;
import talktrack.api.index.ElasticIndex;
import talktrack.api.index.IndexedTopic;
import talktrack.api.index.Indexer;
import talktrack.api.live.LiveRoutes;
import talktrack.api.speech.SpeechModelRoutes;
import talktrack.api.status.CallMetrics;
import talktrack.api.status.KafkaHealth;
import talktrack.api.status.StatusRoutes;
import talktrack.api.summary.SummaryRoutes;
import talktrack.api.uploads.ResumableUploads;
import talktrack.api.uploads.TusRoutes;
import talktrack.ingest.RecordingStore;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallRecap;
import talktrack.models.events.RepWeek;
import talktrack.models.events.Suggestion;
import talktrack.models.events.Topics;

/**
 * The server with all its routes, and the registry and the indexer that its answers rest on. Kafka
 * and Elasticsearch run before it starts and close after it.
 */
public final class ApiServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ApiServer.class);

    /** The recording store is asked once for each call that was ever deleted. */
    private static final Duration TIDY_EVERY = Duration.ofHours(6);

    private final ElasticIndex index;
    private final Indexer indexer;
    private final RegistryFeed feed;
    private final KafkaProducer<String, byte[]> producer;
    private final CallCommands commands;
    private final ResumableUploads resumable;
    private final LiveRoutes live;
    private final SpeechModelRoutes speechModels;
    private final KafkaHealth kafka;
    private final HttpServer http;
    private final Tidying tidying = new Tidying();

    /**
     * @param index where everything derived is read from and mirrored to; stays open when this
     *     closes
     * @param registry empty; this fills it
     * @param stages how the parts are that run beside the server
     */
    public ApiServer(
            Config config,
            String bootstrapServers,
            ElasticIndex index,
            CallRegistry registry,
            Features features,
            Supplier<List<Component>> stages)
            throws IOException {
        this.index = index;
        Clock clock = Clock.system(config.zone());
        RecordingStore recordings = RecordingStore.of(config.data(), config.recordings());
        producer = EventProducer.connect(bootstrapServers);
        commands =
                new CallCommands(
                        registry,
                        recordings,
                        config.data().resolve("unconfirmed-uploads"),
                        producer,
                        clock);
        live = new LiveRoutes(registry);
        speechModels =
                new SpeechModelRoutes(config.data().resolve("models"), config.modelsSource());
        List<IndexedTopic<?>> topics = new ArrayList<>(CallIndices.ALL);
        topics.addAll(features.topics());
        indexer =
                new Indexer(
                        bootstrapServers,
                        index,
                        topics,
                        (topic, document) -> indexed(registry, topic, document));
        feed = new RegistryFeed(bootstrapServers, registry);
        kafka = new KafkaHealth(bootstrapServers);
        CallDocuments documents = new CallDocuments(index);
        String version =
                Optional.ofNullable(ApiServer.class.getPackage().getImplementationVersion())
                        .orElse("development");
        List<Routes> routes = new ArrayList<>();
        routes.add(
                new StatusRoutes(
                        config,
                        version,
                        registry,
                        () -> components(features, stages.get()),
                        kafka::lag));
        routes.add(new CallRoutes(registry, commands, documents, recordings));
        routes.add(new SummaryRoutes(registry, documents, index, config.zone()));
        routes.add(new CorrectionRoutes(registry, commands, documents, clock));
        UploadFields fields = new UploadFields(config.zone());
        UploadLimits limits = new UploadLimits(config.data(), config.maxUploadBytes());
        routes.add(new UploadRoutes(commands, fields, limits));
        resumable =
                new ResumableUploads(
                        config.data().resolve("unfinished-uploads"),
                        clock,
                        limits,
                        (told, bytes) ->
                                commands.upload(
                                                fields.read(
                                                        told.getOrDefault("filename", ""),
                                                        told::get),
                                                bytes)
                                        .id());
        routes.add(new TusRoutes(resumable, fields, limits));
        routes.add(new PeopleRoutes(registry, commands));
        routes.add(new HeatmapRoutes(registry, index, documents, clock));
        routes.add(new MomentRoutes(registry, index, clock));
        routes.add(live);
        routes.add(speechModels);
        routes.addAll(features.routes());
        http = new HttpServer(config, version, routes, List.of(new CallMetrics(registry, indexer)));
    }

    /**
     * Reads Kafka, catches the index up in the background and answers.
     *
     * @throws io.javalin.util.JavalinBindException when the port is taken
     */
    public void start() throws IOException, InterruptedException {
        feed.start();
        commands.finishDeletions();
        resumable.removeFragments();
        indexer.start();
        http.start();
        tidyUp();
        log.info("listening url={}", url());
    }

    /** What crashes, uploads that nobody goes on with and a store that was away have left. */
    private void tidyUp() {
        tidying.once("what became whole of uploads", resumable::resume);
        tidying.again("unfinished uploads", TIDY_EVERY, resumable::removeExpired);
        tidying.again("recordings of no call", TIDY_EVERY, commands::sweepUnconfirmed);
        tidying.again("files of deleted calls", TIDY_EVERY, commands::deleteLeftFiles);
    }

    /** Where it listens; the port is known once it has started. */
    public URI url() {
        return http.url();
    }

    /** An address that logs a person in, once, within ten minutes. */
    public String loginLink() {
        return http.loginLink();
    }

    /** What people do with calls, for the parts of the server that do it without HTTP. */
    public CallCommands calls() {
        return commands;
    }

    @Override
    public void close() {
        live.close();
        speechModels.close();
        http.close();
        tidying.close();
        indexer.close();
        feed.close();
        producer.close(Duration.ofSeconds(10));
        kafka.close();
    }

    private void indexed(CallRegistry registry, String topic, Object document) {
        if (topic.equals(Topics.CALL_ANALYSES.name())) {
            CallAnalysis analysis = (CallAnalysis) document;
            boolean again = registry.find(analysis.callId()).filter(Call::analysed).isPresent();
            registry.analysed(analysis);
            if (again) { // the same words with other labels: people corrected them
                registry.find(analysis.callId()).ifPresent(live::changed);
            }
        } else if (topic.equals(Topics.REP_WEEKS.name())) {
            live.changed((RepWeek) document);
        } else if (topic.equals(Topics.SUGGESTIONS.name())) {
            registry.find(((Suggestion) document).callId()).ifPresent(live::changed);
        } else if (topic.equals(Topics.RECAPS.name())) {
            registry.find(((CallRecap) document).callId()).ifPresent(live::changed);
        }
    }

    private List<Component> components(Features features, List<Component> stages) {
        List<Component> all = new ArrayList<>();
        all.add(Component.of("kafka", kafka.answers(), "keeps every event"));
        all.add(Component.of("elasticsearch", index.healthy(), "keeps the searchable view"));
        all.add(Component.of("registry", feed.running(), "knows which calls exist"));
        all.add(
                Component.of(
                        "indexer",
                        indexer.running(),
                        "%d records behind".formatted(indexer.lag())));
        all.add(speechModels.component());
        all.addAll(stages);
        all.addAll(features.components());
        return all;
    }
}
