package talktrack.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.models.events.Json;

class AccessIT {

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

    private static HttpRequest.Builder stranger(String path) {
        return HttpRequest.newBuilder(server.api().url().resolve(path));
    }

    /** Java's own client does not let one choose the Host. */
    private static String raw(String head) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.api().url().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theTokenIsReadableByItsOwnerOnly() throws Exception {
        assertThat(Files.getPosixFilePermissions(server.data().resolve("token")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void withoutTokenThereIsOnlyHealth() throws Exception {
        assertThat(server.send(stranger("/health")).statusCode()).isEqualTo(200);
        for (String path :
                new String[] {
                    "/api/calls", "/metrics", "/openapi.json", "/api/events", "/nothing"
                }) {
            HttpResponse<String> answer = server.send(stranger(path));
            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValue("application/problem+json");
            assertThat(Json.mapper().readTree(answer.body()).path("action").asText())
                    .contains("talktrack link");
        }
    }

    @Test
    void aBrowserWithoutLoginGetsAPageThatSaysWhatToRun() throws Exception {
        HttpResponse<String> answer = server.send(stranger("/").header("Accept", "text/html"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("signin.js");
        assertThat(server.send(stranger("/assets/signin.js")).statusCode()).isEqualTo(200);
    }

    @Test
    void aLoginLinkWorksOnceAndGivesACookieThatScriptsCannotRead() throws Exception {
        String link = server.api().loginLink();
        HttpResponse<String> first = server.send(HttpRequest.newBuilder(java.net.URI.create(link)));
        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(first.headers().firstValue("Location")).hasValue("/");
        String cookie = first.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict").doesNotContain(server.token());
        String pair = cookie.substring(0, cookie.indexOf(';'));
        assertThat(server.send(stranger("/api/reps").header("Cookie", pair)).statusCode())
                .isEqualTo(200);
        assertThat(server.send(HttpRequest.newBuilder(java.net.URI.create(link))).statusCode())
                .isEqualTo(401);
    }

    @Test
    void linksAreMadeForThoseWhoHaveTheToken() throws Exception {
        HttpResponse<String> answer =
                server.send(server.request("/api/links").POST(HttpRequest.BodyPublishers.noBody()));
        String url = Json.mapper().readTree(answer.body()).path("url").asText();
        assertThat(server.send(HttpRequest.newBuilder(java.net.URI.create(url))).statusCode())
                .isEqualTo(303);
    }

    @Test
    void aForeignHostIsRefusedEvenWithTheToken() throws Exception {
        String answer =
                raw(
                        "GET /api/calls HTTP/1.1\r\nHost: evil.example:%d\r\nAuthorization: Bearer %s"
                                .formatted(server.api().url().getPort(), server.token()));
        assertThat(answer).startsWith("HTTP/1.1 403").contains("foreign-host");
    }

    @Test
    void aForeignOriginIsRefusedEvenWithTheToken() throws Exception {
        HttpResponse<String> answer =
                server.send(server.request("/api/calls").header("Origin", "http://evil.example"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("foreign-origin");
        assertThat(
                        server.send(
                                        server.request("/api/calls")
                                                .header("Origin", server.api().url().toString()))
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void everyErrorIsAProblemDocumentThatSaysWhatToDo() throws Exception {
        for (String path :
                new String[] {
                    "/nothing",
                    "/api/calls/c0ffee",
                    "/api/calls?limit=no",
                    "/api/calls?cursor=x",
                    "/api/reps/nobody/heatmap",
                    "/api/teams/none/heatmap",
                    "/api/evidence",
                    "/api/calls?status=lost",
                    "/assets/../../secret"
                }) {
            HttpResponse<String> answer = server.get(path);
            assertThat(answer.statusCode()).as(path).isBetween(400, 404);
            var problem = Json.mapper().readTree(answer.body());
            assertThat(problem.path("status").asInt()).as(path).isEqualTo(answer.statusCode());
            for (String field : new String[] {"type", "title", "detail", "action", "instance"}) {
                assertThat(problem.path(field).asText()).as(path + " " + field).isNotBlank();
            }
        }
        assertThat(raw("NONSENSE")).contains("400", "application/problem+json");
    }

    @Test
    void answersCarryTheHeadersThatKeepOthersOut() throws Exception {
        var headers = server.get("/api/calls").headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @Test
    void metricsTellOfProcessRequestsIndexAndCalls() throws Exception {
        server.get("/api/calls");
        assertThat(server.get("/metrics").body())
                .contains(
                        "jvm_memory_used_bytes",
                        "http_server_requests_seconds_count",
                        "path=\"/api/calls\"",
                        "talktrack_indexed_records_total",
                        "talktrack_indexer_lag",
                        "talktrack_calls{status=\"analysed\"}");
    }

    @Test
    void theOpenApiDocumentNamesEveryPathOfTheApi() throws Exception {
        var document = server.json("/openapi.json");
        assertThat(document.path("info").path("title").asText()).isEqualTo("Talktrack");
        assertThat(document.path("paths").properties().stream().map(p -> p.getKey()))
                .contains(
                        "/api/recordings",
                        "/api/calls",
                        "/api/calls/{id}",
                        "/api/calls/{id}/transcript",
                        "/api/calls/{id}/audio",
                        "/api/calls/{id}/retry",
                        "/api/reps",
                        "/api/teams",
                        "/api/reps/{id}/heatmap",
                        "/api/teams/{id}/heatmap",
                        "/api/evidence",
                        "/api/events",
                        "/api/status",
                        "/api/people",
                        "/api/links",
                        "/health",
                        "/login");
    }

    @Test
    void statusNamesThePartsAndTheModels() throws Exception {
        var status = server.json("/api/status");
        assertThat(status.path("status").asText()).isEqualTo("ok");
        assertThat(status.path("components").findValuesAsText("id"))
                .contains("kafka", "elasticsearch", "indexer");
        assertThat(status.path("speechModels").path("en").asText()).isEqualTo("starter-en");
        assertThat(status.path("speechModels").has("zh")).isTrue();
        assertThat(status.path("speechModels").path("zh").isNull()).isTrue();
    }
}
