package talktrack.api.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.staticfiles.Location;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import talktrack.api.Config;

/** The door: one server on loopback that lets those in who may come, with pages and metrics. */
public final class HttpServer implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final int MULTIPART_MEMORY_KILOBYTES = 256;
    private static final long FORM_BYTES = 1L << 20;

    private final Config config;
    private final AccessToken token;
    private final Metrics metrics;
    private final Javalin javalin;

    /**
     * @param version as the OpenAPI document names it
     * @param routes what all others answer
     * @param measured what {@code /metrics} shows beside the process and the requests
     */
    public HttpServer(
            Config config, String version, List<Routes> routes, List<MeterBinder> measured)
            throws IOException {
        this.config = config;
        token = AccessToken.in(config.data(), Clock.system(config.zone()));
        metrics = new Metrics(measured);
        List<Routes> all = new ArrayList<>();
        all.add(new PageRoutes());
        all.add(new LoginRoutes(token, this::loginLink));
        all.add(new OpenApiRoutes(version));
        all.addAll(routes);
        Path uploads = uploadFolder();
        javalin = Javalin.create(javalinConfig -> configure(javalinConfig, uploads, all));
    }

    /**
     * Begins to answer.
     *
     * @throws io.javalin.util.JavalinBindException when the port is taken
     */
    public void start() {
        javalin.start(HOST, config.port());
    }

    /** Where it listens; the port is known once it has started. */
    public URI url() {
        return URI.create("http://%s:%d".formatted(HOST, javalin.port()));
    }

    /** An address that logs a person in, once, within ten minutes. */
    public String loginLink() {
        return url() + "/login?code=" + token.newCode();
    }

    @Override
    public void close() {
        javalin.stop();
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
        if (HttpServer.class.getResource("/web/assets") != null) {
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
}
