package talktrack.api.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.javalin.Javalin;
import io.javalin.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.api.http.Component;
import talktrack.models.events.Json;
import talktrack.models.speech.StarterModel;

/** From the page's button to a model that hears its language; the mirror has the starter's zip. */
class SpeechModelRoutesIT {

    private static final String FROM_MAVEN = "vosk-model-en-0.3.75";
    private static final String OF_KNOWN_SIZE = "vosk-model-small-en-us-0.15";

    private static final JsonMapper JSON =
            new JsonMapper() {
                @Override
                public String toJsonString(Object value, Type type) {
                    return Json.text(value);
                }
            };

    @TempDir Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer mirror;
    private SpeechModelRoutes routes;
    private Javalin server;

    @BeforeEach
    void start() throws IOException {
        byte[] zip;
        try (InputStream in =
                StarterModel.class.getResourceAsStream(
                        "/talktrack/speech/vosk-model-en-starter.zip")) {
            zip = in.readAllBytes();
        }
        mirror = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        mirror.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        exchange.sendResponseHeaders(200, zip.length);
                        exchange.getResponseBody().write(zip);
                    }
                });
        mirror.start();
        routes =
                new SpeechModelRoutes(
                        folder,
                        Optional.of(
                                URI.create("http://127.0.0.1:" + mirror.getAddress().getPort())));
        server =
                Javalin.create(
                                config -> {
                                    config.jsonMapper(JSON);
                                    routes.addTo(config.routes);
                                })
                        .start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        routes.close();
        server.stop();
        mirror.stop(0);
    }

    @Test
    void whatIsAskedForIsInstalledAndUsed() throws Exception {
        JsonNode before = send(request("/api/speech-models").GET());
        assertThat(before.at("/languages/0/model").asText()).isEqualTo("starter-en");
        assertThat(before.at("/languages/0/offer/command").asText())
                .startsWith("talktrack models install vosk-model-");
        assertThat(before.at("/languages/1/offer/bytes").asLong()).isPositive();
        assertThat(before.has("installation")).isFalse();
        assertThat(folder).isEmptyDirectory();

        install(FROM_MAVEN);
        JsonNode after = ended();

        assertThat(after.at("/installation/problem").asText()).isEmpty();
        assertThat(after.at("/languages/0/model").asText()).isEqualTo(FROM_MAVEN);
        assertThat(after.at("/languages/0").has("offer")).isFalse();
        assertThat(routes.component().state()).isEqualTo(Component.State.OK);
    }

    @Test
    void whyItWasNotInstalledIsSaid() throws Exception {
        install(OF_KNOWN_SIZE);

        JsonNode after = ended();

        assertThat(after.at("/installation/problem").asText()).contains("it is another file");
        assertThat(after.at("/languages/0/model").asText()).isEqualTo("starter-en");
    }

    @Test
    void aBrokenChoiceIsToldAndNotReplacedByTheStarter() throws Exception {
        Files.createSymbolicLink(folder.resolve("en"), Path.of("gone"));

        JsonNode models = send(request("/api/speech-models").GET());

        assertThat(models.at("/languages/0/flaw").asText()).contains("leads nowhere");
        assertThat(models.at("/languages/0/model").asText()).isEqualTo("en");
        assertThat(models.at("/languages/0/offer/name").asText()).isNotEmpty();
        assertThat(routes.component().state()).isEqualTo(Component.State.FAILED);
    }

    private void install(String name) throws Exception {
        send(
                request("/api/speech-models/" + name + "/install")
                        .POST(HttpRequest.BodyPublishers.noBody()));
    }

    private JsonNode ended() {
        return await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> send(request("/api/speech-models").GET()),
                        models -> models.at("/installation/ended").asBoolean());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d%s".formatted(server.port(), path)));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return Json.mapper()
                .readTree(http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body());
    }
}
