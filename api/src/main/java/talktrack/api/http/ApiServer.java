package talktrack.api.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
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
import talktrack.api.heatmap.HeatmapRoutes;
import talktrack.api.heatmap.MomentRoutes;
import talktrack.api.index.CallIndices;
import talktrack.api.index.ElasticIndex;
import talktrack.api.index.IndexedTopic;
import talktrack.api.index.Indexer;
import talktrack.api.live.LiveRoutes;
import talktrack.api.speech.SpeechModelRoutes;
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
 * The HTTP server on loopback, with the registry and the indexer that its answers rest on. Kafka
 * and Elasticsearch run before it starts and close after it.
 */
public final class ApiServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ApiServer.class);
    private static final String HOST = "127.0.0.1";
    private static final int MULTIPART_MEMORY_KILOBYTES = 256;
    private static final long FORM_BYTES = 1L << 20;

    private final Config config;
    private final AccessToken token;
    private final ElasticIndex index;
    private final Indexer indexer;
    private final RegistryFeed feed;
    private final KafkaProducer<String, byte[]> producer;
    private final CallCommands commands;
    private final ResumableUploads resumable;
    private final LiveRoutes live;
    private final SpeechModelRoutes speechModels;
    private final Metrics metrics;
    private final KafkaHealth kafka;
    private final Javalin javalin;

    /**
     * What others contribute.
     *
     * @param topics more state topics to mirror in indices
     * @param routes more routes
     * @param components parts of the server that are asked how they are
     */
    public record Extensions(
            List<IndexedTopic<?>> topics,
            List<Routes> routes,
            Supplier<List<Component>> components) {

        /** No contributions. */
        public static Extensions none() {
            return new Extensions(List.of(), List.of(), List::of);
        }
    }

    /**
     * @param index where everything derived is read from and mirrored to; stays open when this
     *     closes
     * @param registry empty; this fills it
     */
    public ApiServer(
            Config config,
            String bootstrapServers,
            ElasticIndex index,
            CallRegistry registry,
            Extensions extensions)
            throws IOException {
        this.config = config;
        this.index = index;
        Clock clock = Clock.system(config.zone());
        token = AccessToken.in(config.data(), clock);
        RecordingStore recordings = RecordingStore.of(config.data(), config.recordings());
        producer = producer(bootstrapServers);
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
        topics.addAll(extensions.topics());
        indexer =
                new Indexer(
                        bootstrapServers,
                        index,
                        topics,
                        (topic, document) -> indexed(registry, topic, document));
        feed = new RegistryFeed(bootstrapServers, registry);
        kafka = new KafkaHealth(bootstrapServers);
        metrics = new Metrics(registry, indexer);
        CallDocuments documents = new CallDocuments(index);
        String version =
                Optional.ofNullable(ApiServer.class.getPackage().getImplementationVersion())
                        .orElse("development");
        List<Routes> routes = new ArrayList<>();
        routes.add(new PageRoutes());
        routes.add(new LoginRoutes(token, this::loginLink));
        routes.add(new OpenApiRoutes(version));
        routes.add(
                new StatusRoutes(
                        config,
                        version,
                        registry,
                        () -> components(extensions.components()),
                        this::lag));
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
        routes.addAll(extensions.routes());
        Path uploads = uploadFolder();
        javalin = Javalin.create(javalinConfig -> configure(javalinConfig, uploads, routes));
    }

    /**
     * Reads Kafka, catches the index up in the background and answers.
     *
     * @throws io.javalin.util.JavalinBindException when the port is taken
     */
    public void start() throws IOException, InterruptedException {
        feed.start();
        commands.finishDeletions();
        commands.sweepUnconfirmed();
        resumable.resume();
        indexer.start();
        javalin.start(HOST, config.port());
        log.info("listening url={}", url());
    }

    /** Where it listens; the port is known once it has started. */
    public URI url() {
        return URI.create("http://%s:%d".formatted(HOST, javalin.port()));
    }

    /** An address that logs a person in, once, within ten minutes. */
    public String loginLink() {
        return url() + "/login?code=" + token.newCode();
    }

    /** What people do with calls, for the parts of the server that do it without HTTP. */
    public CallCommands calls() {
        return commands;
    }

    @Override
    public void close() {
        live.close();
        speechModels.close();
        javalin.stop();
        indexer.close();
        feed.close();
        producer.close(Duration.ofSeconds(10));
        kafka.close();
        metrics.close();
    }

    private void configure(JavalinConfig config, Path uploads, List<Routes> routes) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.jsonMapper(new JsonAnswers());
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.jetty.modifyServer(server -> server.setErrorHandler(new PlainErrors()));
        config.jetty.multipartConfig.cacheDirectory(uploads.toString());
        config.jetty.multipartConfig.maxInMemoryFileSize(MULTIPART_MEMORY_KILOBYTES, SizeUnit.KB);
        config.jetty.multipartConfig.maxFileSize(this.config.maxUploadBytes(), SizeUnit.BYTES);
        config.jetty.multipartConfig.maxTotalRequestSize(
                this.config.maxUploadBytes() + FORM_BYTES, SizeUnit.BYTES);
        if (ApiServer.class.getResource("/web/assets") != null) {
            config.staticFiles.add(
                    files -> {
                        files.hostedPath = "/assets";
                        files.directory = "/web/assets";
                        files.location = Location.CLASSPATH;
                        files.headers = Map.of("Cache-Control", "no-cache");
                    });
        }
        Guard guard = new Guard(token, this.config.widget());
        config.routes.before(SecurityHeaders::add);
        config.routes.before(guard::check);
        ProblemAnswers.addTo(config.routes);
        metrics.addTo(config);
        routes.forEach(group -> group.addTo(config.routes));
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

    private List<Component> components(Supplier<List<Component>> others) {
        List<Component> all = new ArrayList<>();
        all.add(Component.of("kafka", kafkaAnswers(), "keeps every event"));
        all.add(Component.of("elasticsearch", index.healthy(), "keeps the searchable view"));
        all.add(Component.of("registry", feed.running(), "knows which calls exist"));
        all.add(
                Component.of(
                        "indexer",
                        indexer.running(),
                        "%d records behind".formatted(indexer.lag())));
        all.add(speechModels.component());
        all.addAll(others.get());
        return all;
    }

    private boolean kafkaAnswers() {
        try {
            return kafka.answers();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Map<String, Long> lag() {
        try {
            return kafka.lag();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }

    /** Where the parts of a form lie while it comes in; what a killed server left is removed. */
    private Path uploadFolder() throws IOException {
        Path folder = config.data().resolve("uploads");
        Files.createDirectories(folder);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
        return folder.toAbsolutePath();
    }

    private static KafkaProducer<String, byte[]> producer(String bootstrapServers) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "acks", "all",
                        "enable.idempotence", "true",
                        "max.request.size", String.valueOf(Topics.MOST_RECORD_BYTES),
                        "max.block.ms", "10000",
                        "request.timeout.ms", "5000",
                        "delivery.timeout.ms", "15000"),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
