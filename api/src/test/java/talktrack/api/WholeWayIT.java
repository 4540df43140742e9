package talktrack.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.api.standalone.Standalone;
import talktrack.api.topics.Kept;
import talktrack.models.demonstration.Demonstration;
import talktrack.models.events.Json;
import talktrack.models.events.Recording;
import talktrack.models.events.Topic;
import talktrack.models.events.Topics;
import talktrack.models.labels.ChannelLayout;

/**
 * The whole way with every real part: upload a stereo recording, see it in the heatmap, delete it,
 * see it gone everywhere.
 */
class WholeWayIT {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final HttpClient http = HttpClient.newHttpClient();
    private URI url;
    private String token;

    @Test
    void aRecordingComesThroughToTheHeatmapAndADeletionTakesItAwayEverywhere(
            @TempDir Path temporary) throws Exception {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
        Path data = temporary.resolve("data of a test");
        Config config = Config.read(Files.createDirectories(data), Optional.of(0));
        Files.createDirectories(data.resolve("logs"));
        try (Standalone server = Standalone.start(config, false, step -> {})) {
            url = server.url();
            token = Files.readString(data.resolve("token")).strip();
            Demonstration.Call recording =
                    Demonstration.calls().stream()
                            .filter(call -> call.kind() == Recording.Kind.AUDIO)
                            .filter(call -> call.channels() == ChannelLayout.REP_CUSTOMER)
                            .findFirst()
                            .orElseThrow();

            JsonNode accepted = upload(recording);
            String callId = accepted.path("callId").asText();
            String call = "/api/calls/" + callId;
            assertThat(status(call)).isEqualTo(200);
            assertThat(upload(recording).path("callId").asText())
                    .as("the same bytes")
                    .isEqualTo(callId);

            await(call, answer -> answer.path("status").asText().equals("analysed"));
            JsonNode read = get(call);
            assertThat(read.path("model").asText()).isEqualTo("starter-en");
            assertThat(read.path("skills")).isNotEmpty();
            JsonNode transcript = get(call + "/transcript");
            assertThat(transcript.path("utterances").size()).isGreaterThan(10);
            assertThat(audio(call + "/audio")).isEqualTo(206);

            String rep = read.path("repId").asText();
            await(
                    "/api/reps/" + rep + "/heatmap",
                    heatmap ->
                            cells(heatmap).stream().anyMatch(cell -> cell.path("n").asInt() == 1));
            JsonNode heatmap = get("/api/teams/default/heatmap");
            JsonNode filled =
                    cells(heatmap).stream()
                            .filter(cell -> cell.path("n").asInt() == 1)
                            .findFirst()
                            .orElseThrow();
            assertThat(filled.path("evidence").get(0).asText()).startsWith(callId);
            assertThat(cells(heatmap))
                    .hasSize(heatmap.path("rows").size() * heatmap.path("columns").size());

            await(
                    "/api/status",
                    status -> {
                        long behind = 0;
                        for (JsonNode lag : status.path("lag")) {
                            behind += lag.asLong();
                        }
                        return status.path("lag").size() > 2 && behind == 0;
                    });

            assertThat(send(request(call).DELETE().build()).statusCode()).isEqualTo(204);
            for (String gone : List.of(call, call + "/transcript", call + "/audio")) {
                assertThat(status(gone)).as(gone).isEqualTo(404);
            }
            await(
                    "/api/reps/" + rep + "/heatmap",
                    after -> cells(after).stream().allMatch(cell -> cell.path("n").asInt() == 0));
            await(
                    "/api/evidence?rep=" + rep + "&skill=listening",
                    evidence -> evidence.path("items").isEmpty());
            assertThat(get("/api/calls").path("items")).isEmpty();
            try (Stream<Path> files = Files.walk(data.resolve("recordings"))) {
                assertThat(files.filter(file -> file.toString().contains(callId))).isEmpty();
            }
            assertThat(liveKeys(server.bootstrapServers()).filter(key -> key.startsWith(callId)))
                    .as("records of the call that no tombstone covers")
                    .isEmpty();
        }
    }

    private JsonNode upload(Demonstration.Call recording) throws Exception {
        String boundary = "talktrack-test";
        List<byte[]> parts = new ArrayList<>();
        Map<String, String> fields =
                Map.of(
                        "rep", "Tess Tester",
                        "customer", "North Point",
                        "language", "en",
                        "channels", recording.channels().id(),
                        "startedAt", Instant.now().minus(Duration.ofDays(1)).toString());
        for (var field : fields.entrySet()) {
            parts.add(
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                            .formatted(boundary, field.getKey(), field.getValue())
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        parts.add(
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                        .formatted(boundary, recording.fileName())
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        try (InputStream bytes = Demonstration.open(recording)) {
            parts.add(bytes.readAllBytes());
        }
        parts.add(
                "\r\n--%s--\r\n"
                        .formatted(boundary)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        HttpResponse<byte[]> answer =
                send(
                        request("/api/recordings")
                                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                                .POST(HttpRequest.BodyPublishers.ofByteArrays(parts))
                                .build());
        assertThat(answer.statusCode())
                .as(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(202);
        return Json.mapper().readTree(answer.body());
    }

    /** Keys of all topics whose newest record is no tombstone. */
    private static Stream<String> liveKeys(String bootstrapServers) {
        List<String> live = new ArrayList<>();
        for (Topic<?> topic : Topics.ALL) {
            if (topic == Topics.PROGRESS || topic == Topics.DELETIONS) {
                continue; // one expires by itself, the other is the deletion
            }
            Map<String, Boolean> alive = new HashMap<>();
            Kept.read(
                    bootstrapServers,
                    topic,
                    record -> alive.put(record.key(), record.value() != null));
            alive.forEach(
                    (key, lives) -> {
                        if (lives) {
                            live.add(key);
                        }
                    });
        }
        return live.stream();
    }

    private static List<JsonNode> cells(JsonNode heatmap) {
        List<JsonNode> cells = new ArrayList<>();
        heatmap.path("cells").forEach(cells::add);
        return cells;
    }

    /** Waits for a condition with a deadline. */
    private void await(String path, Predicate<JsonNode> condition) {
        org.awaitility.Awaitility.await(path)
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> get(path), condition);
    }

    private JsonNode get(String path) {
        try {
            return Json.mapper().readTree(send(request(path).GET().build()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int status(String path) {
        return send(request(path).GET().build()).statusCode();
    }

    private int audio(String path) {
        return send(request(path).header("Range", "bytes=0-99").GET().build()).statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
