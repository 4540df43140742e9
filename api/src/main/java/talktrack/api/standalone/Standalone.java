package talktrack.api.standalone;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.analysis.AnalysisStreams;
import talktrack.analysis.score.OwnClassifiers;
import talktrack.api.Config;
import talktrack.api.advice.AdviceWorker;
import talktrack.api.calls.CallRegistry;
import talktrack.api.http.Component;
import talktrack.api.index.ElasticIndex;
import talktrack.api.llm.LanguageModel;
import talktrack.api.opinion.OpinionWorker;
import talktrack.ingest.store.S3Settings;

/**
 * The whole of Talktrack on one machine: Kafka, analysis and API in this process, Elasticsearch and
 * ingest as child processes. Closing it, a signal, or the death of this process ends all of it.
 */
public final class Standalone implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Standalone.class);

    /**
     * As root, Elasticsearch's own user may pass through the data folder: it must not look into
     * these.
     */
    private static final List<String> PRIVATE_FOLDERS =
            List.of(
                    "kafka",
                    "streams",
                    "recordings",
                    "uploads",
                    "unfinished-uploads",
                    "unconfirmed-uploads",
                    "ingest",
                    "documents",
                    "models",
                    "classifiers",
                    "llm-cache",
                    "logs");

    private static final List<String> INGEST_JVM_OPTIONS =
            List.of(
                    "-Xms48m",
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Dtalktrack.stderr.level=INFO",
                    "-Dtalktrack.stderr.libraries=true",
                    "--enable-native-access=ALL-UNNAMED");

    private final Closing closing;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final ApiServer api;
    private final String bootstrapServers;

    private Standalone(Closing closing, ApiServer api, String bootstrapServers) {
        this.closing = closing;
        this.api = api;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts everything and returns when the pages answer.
     *
     * @param demonstration whether the folder is, or is to become, the demonstration's
     * @param says is told each step, for people who wait
     */
    public static Standalone start(Config config, boolean demonstration, Consumer<String> says)
            throws IOException, InterruptedException {
        long startedNanos = System.nanoTime();
        Closing closing = new Closing();
        Thread stop = Thread.ofPlatform().name("stop").unstarted(closing::close);
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            Standalone standalone = start(config, demonstration, says, closing);
            says.accept("ready after %.0f s".formatted((System.nanoTime() - startedNanos) / 1e9));
            return standalone;
        } catch (Closing.Stopped e) {
            Thread.currentThread().join(); // a signal came: the program ends when all is closed
            throw e;
        } catch (IOException | InterruptedException | RuntimeException e) {
            closing.close();
            throw e;
        }
    }

    private static Standalone start(
            Config config, boolean demonstration, Consumer<String> says, Closing closing)
            throws IOException, InterruptedException {
        DataFolder data = closing.later(DataFolder.hold(config.data()));
        Path folder = data.path();
        if (config.port() != 0 && Ports.taken(config.port())) {
            throw new PortTaken(config.port());
        }
        DemonstrationFeed feed = new DemonstrationFeed(folder);
        if (demonstration) {
            if (!feed.marked() && Files.exists(folder.resolve("kafka"))) {
                throw new HoldsRealCalls(folder);
            }
            feed.mark(config.zone());
        }

        for (String name : PRIVATE_FOLDERS) {
            data.privateFolder(name);
        }
        says.accept("starting Kafka and Elasticsearch (about ten seconds) …");
        FutureTask<EmbeddedElasticsearch> search =
                inBackground(
                        () ->
                                closing.later(
                                        EmbeddedElasticsearch.start(
                                                folder.resolve("elasticsearch"))));
        EmbeddedKafka kafka = closing.later(EmbeddedKafka.start(folder.resolve("kafka")));
        new OwnClassifiers(folder.resolve("classifiers")).choose();
        AnalysisStreams analysis =
                closing.later(
                        new AnalysisStreams(
                                kafka.bootstrapServers(),
                                folder.resolve("streams"),
                                config.zone()));
        analysis.start();
        EmbeddedElasticsearch elasticsearch = join(search);

        says.accept("starting ingest, analysis and pages …");
        ChildJvm ingest =
                closing.later(
                        ChildJvm.start(
                                "ingest",
                                "talktrack.ingest.IngestProcess",
                                INGEST_JVM_OPTIONS,
                                List.of(
                                        "--data",
                                        folder.toString(),
                                        "--bootstrap-servers",
                                        kafka.bootstrapServers(),
                                        "--pause-seconds",
                                        String.valueOf(config.pauseSeconds()),
                                        "--redact",
                                        String.valueOf(config.redact()),
                                        "--bleep",
                                        String.valueOf(config.bleep()),
                                        "--voice-emotion",
                                        config.voiceEmotion().id()),
                                config.recordings().map(S3Settings::environment).orElse(Map.of()),
                                folder.resolve("logs")));
        ElasticIndex index = closing.later(new ElasticIndex(elasticsearch.url()));
        Clock clock = Clock.system(config.zone());
        CallRegistry registry = new CallRegistry();
        Optional<LanguageModel> model = LanguageModel.of(config.in(folder), registry::names);
        Features features =
                closing.later(
                        new Features(
                                config.in(folder),
                                kafka.bootstrapServers(),
                                index,
                                registry,
                                model,
                                Features.Settings.USUAL));
        AdviceWorker advice =
                closing.later(new AdviceWorker(kafka.bootstrapServers(), index, model, clock));
        Optional<OpinionWorker> opinions =
                model.filter(one -> config.llm().secondOpinion())
                        .map(
                                one ->
                                        closing.later(
                                                new OpinionWorker(
                                                        kafka.bootstrapServers(),
                                                        index,
                                                        one,
                                                        folder,
                                                        clock)));
        ApiServer api =
                closing.later(
                        new ApiServer(
                                config.in(folder),
                                kafka.bootstrapServers(),
                                index,
                                registry,
                                features,
                                () -> stages(analysis, ingest, advice, opinions)));
        features.publishShipped();
        features.start();
        api.start();
        advice.start();
        opinions.ifPresent(
                one -> {
                    one.start();
                    says.accept("the second opinion " + one.state());
                });
        data.announce(api.url());
        if (demonstration) {
            feed.feed(api.calls(), features.documents(), config.zone());
        }
        log.info("ready url={} data={}", api.url(), folder);
        return new Standalone(closing, api, kafka.bootstrapServers());
    }

    private static List<Component> stages(
            AnalysisStreams analysis,
            ChildJvm ingest,
            AdviceWorker advice,
            Optional<OpinionWorker> opinions) {
        List<Component> stages =
                new ArrayList<>(
                        List.of(
                                Component.of(
                                        "analysis",
                                        analysis.running(),
                                        "scores utterances, reads calls"),
                                Component.of("ingest", ingest.alive(), "decodes and transcribes"),
                                Component.of(
                                        "advice",
                                        advice.running(),
                                        "finds talk tracks for moments")));
        opinions.ifPresent(
                one -> stages.add(Component.of("second-opinion", one.running(), one.state())));
        return stages;
    }

    /** Where the pages are. */
    public URI url() {
        return api.url();
    }

    /** Where the inner Kafka answers. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** A link that lets one browser in, once. */
    public URI loginLink() {
        return URI.create(api.loginLink());
    }

    /** Whether somebody has closed this, or a signal has. */
    public boolean stopping() {
        return closing.closed();
    }

    /** Waits until somebody closes this, or a signal ends the program. */
    public void awaitStop() throws InterruptedException {
        stopped.await();
    }

    @Override
    public void close() {
        closing.close();
        stopped.countDown();
    }

    private static <T> FutureTask<T> inBackground(java.util.concurrent.Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofPlatform().name("start").daemon().start(task);
        return task;
    }

    private static <T> T join(FutureTask<T> task) throws IOException, InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException known -> throw known;
                case RuntimeException known -> throw known;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }
}
