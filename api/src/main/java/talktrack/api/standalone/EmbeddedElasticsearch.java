package talktrack.api.standalone;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.ingest.ChildEnvironment;

/**
 * A real Elasticsearch as a child process: loopback only, data under one folder. As root it runs
 * under a user id that nobody has. It has no authentication of its own: it suits a machine with one
 * trusted user. When it ends and we did not end it, as when the machine has no memory left, it is
 * started again in the same place.
 *
 * <p>It dies with us, even with a kill -9 of ours: a small shell around it waits for its standard
 * input to close. A leftover of the same folder is ended before a new one starts.
 */
public final class EmbeddedElasticsearch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedElasticsearch.class);
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Duration PAUSE_AFTER_END = Duration.ofSeconds(5);

    /** The small compiler and collector: half the memory, and a start of 10 s instead of 20. */
    private static final List<String> JVM_OPTIONS =
            List.of(
                    "-Xms128m",
                    "-Xmx512m",
                    "-XX:-AlwaysPreTouch",
                    "-XX:-UseG1GC",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1");

    /**
     * Runs its arguments until they end, it is told to end, or its standard input closes, which it
     * does when our process dies.
     */
    private static final String UNTIL_PARENT_DIES =
            """
            exec 3<&0 </dev/null
            "$@" 3<&- & child=$!
            (while read -r _ <&3; do :; done; kill -TERM $child 2>/dev/null) & watch=$!
            exec 3<&-
            trap 'kill -TERM $child 2>/dev/null' TERM INT
            while :; do
              wait $child; code=$?
              kill -0 $child 2>/dev/null || break
            done
            kill $watch 2>/dev/null
            exit $code
            """;

    private final int port;
    private final Keeper keeper;

    private EmbeddedElasticsearch(int port, Keeper keeper) {
        this.port = port;
        this.keeper = keeper;
    }

    /**
     * Starts Elasticsearch and returns when it answers.
     *
     * @param folder for its data, configuration and logs; created when absent
     */
    public static EmbeddedElasticsearch start(Path folder)
            throws IOException, InterruptedException {
        ElasticsearchFolder place = ElasticsearchFolder.prepare(folder);
        int port = Ports.free();
        Process process = launch(place, port);
        Keeper keeper =
                new Keeper(
                        "elasticsearch",
                        process,
                        PAUSE_AFTER_END,
                        code -> false,
                        () -> launch(ElasticsearchFolder.prepare(folder), port));
        EmbeddedElasticsearch elasticsearch = new EmbeddedElasticsearch(port, keeper);
        try {
            elasticsearch.awaitReady(process, place);
            keeper.start();
            log.info("elasticsearch started port={} folder={}", port, place.root());
            return elasticsearch;
        } catch (IOException | InterruptedException | RuntimeException e) {
            elasticsearch.close();
            throw e;
        }
    }

    /** Ends a leftover, and starts Elasticsearch without watching over it. */
    static Process launch(ElasticsearchFolder place, int port)
            throws IOException, InterruptedException {
        endLeftover(place);
        place.write("elasticsearch.yml", settings(place, port));
        place.write("jvm.options.d/talktrack.options", String.join("\n", JVM_OPTIONS) + "\n");
        for (String file : List.of("jvm.options", "log4j2.properties")) {
            Files.copy(
                    place.program().resolve("config").resolve(file),
                    place.configuration().resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        place.handOver();

        List<String> command =
                new ArrayList<>(
                        List.of(
                                "setsid",
                                "sh",
                                "-c",
                                UNTIL_PARENT_DIES,
                                "talktrack-elasticsearch"));
        command.add(place.program().resolve("bin/elasticsearch").toString());
        command.addAll(List.of("-p", place.pidFile().toString()));
        ProcessBuilder builder =
                new ProcessBuilder(place.user().map(user -> user.running(command)).orElse(command));
        Map<String, String> environment = builder.environment();
        ChildEnvironment.dropKeys(environment);
        environment.put("HOME", place.root().toString());
        environment.put("ES_PATH_CONF", place.configuration().toString());
        environment.put("ES_JAVA_HOME", System.getProperty("java.home"));
        environment.put("ES_TMPDIR", place.temporary().toString());
        environment.put("CLI_JAVA_OPTS", "-Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
        environment.keySet().removeAll(List.of("ES_JAVA_OPTS", "JAVA_TOOL_OPTIONS", "JAVA_OPTS"));
        builder.directory(place.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(place.output().toFile()));
        return builder.start();
    }

    /** Where it answers. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /**
     * Ends Elasticsearch and waits until it has ended, also one that is still starting: its starter
     * may die before it passes the news on to the server.
     */
    @Override
    public void close() {
        Process last = keeper.letGo();
        List<ProcessHandle> started = last.descendants().toList();
        try {
            last.getOutputStream().close(); // the shell around it takes this for our death
        } catch (IOException e) {
            log.debug("elasticsearch had gone before it was told to", e);
        }
        try {
            if (!last.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                log.warn(
                        "elasticsearch did not stop within {} s and is killed",
                        STOP_LIMIT.toSeconds());
                last.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            last.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        for (ProcessHandle left : started) {
            left.destroyForcibly();
            left.onExit().join();
        }
    }

    private static String settings(ElasticsearchFolder place, int port) throws IOException {
        return """
        cluster.name: talktrack
        node.name: talktrack-1
        discovery.type: single-node
        network.host: 127.0.0.1
        http.port: %d
        transport.port: %d
        path.data: "%s"
        path.logs: "%s"
        xpack.security.enabled: false
        action.auto_create_index: false
        cluster.routing.allocation.disk.threshold_enabled: false
        """
                .formatted(port, Ports.free(), yaml(place.data()), yaml(place.logs()));
    }

    private static String yaml(Path path) {
        return path.toString().replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /**
     * Ends a process that an earlier, killed start of the same folder left behind. Only ever ours:
     * its environment names our folder.
     */
    private static void endLeftover(ElasticsearchFolder place)
            throws IOException, InterruptedException {
        if (!Files.exists(place.pidFile())) {
            return;
        }
        String pid = Files.readString(place.pidFile()).strip();
        // Cut off while it was written, it is empty: then nothing had started yet.
        var leftover =
                pid.matches("\\d{1,18}")
                        ? ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive)
                        : Optional.<ProcessHandle>empty();
        Path environment = Path.of("/proc", pid, "environ");
        if (leftover.isPresent()
                && Files.isReadable(environment)
                && Files.readString(environment, StandardCharsets.ISO_8859_1)
                        .contains("ES_PATH_CONF=" + latin1(place.configuration()) + "\0")) {
            log.warn("ending a leftover elasticsearch pid={} folder={}", pid, place.root());
            end(leftover.get());
        }
        Files.deleteIfExists(place.pidFile());
    }

    private static void end(ProcessHandle process) throws InterruptedException {
        process.destroy();
        try {
            process.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            log.warn("elasticsearch pid={} does not end by itself and is killed", process.pid(), e);
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    /** A path's bytes as one character each, the way an environment's bytes are read. */
    private static String latin1(Path path) {
        return new String(
                path.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private void awaitReady(Process process, ElasticsearchFolder place)
            throws IOException, InterruptedException {
        URI health = url().resolve("/_cluster/health?wait_for_status=yellow&timeout=1s");
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadline) {
                if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
                    throw new IOException(
                            "Elasticsearch stopped while starting (exit code %d). Its last words:%n%s"
                                    .formatted(process.exitValue(), place.lastWords()));
                }
                try {
                    HttpResponse<Void> response =
                            client.send(
                                    HttpRequest.newBuilder(health)
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding());
                    if (response.statusCode() == 200) {
                        return;
                    }
                } catch (ConnectException | java.net.http.HttpTimeoutException e) {
                    log.trace("elasticsearch does not answer yet", e);
                }
            }
        }
        throw new IOException(
                "Elasticsearch did not answer within %d s. Its last words:%n%s"
                        .formatted(START_LIMIT.toSeconds(), place.lastWords()));
    }
}
