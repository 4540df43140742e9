package talktrack.api.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.models.demonstration.Demonstration;
import talktrack.models.events.Json;
import talktrack.models.events.Recording;

/**
 * The server's own process is killed while it transcribes; nothing is lost or doubled, no process
 * is left behind, and what somebody deletes while it waits is gone.
 */
class KilledServerIT {

    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final int CALLS = 66;

    /** Of the recordings that wait; all six of them take minutes more. */
    private static final int KEPT_WAITING = 1;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void everyCallIsThereOnceAfterAKillInTheMiddle(@TempDir Path temporary) throws Exception {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
        Path data = temporary.resolve("demonstration");
        Process first = demo(data, temporary.resolve("first.log"));
        Set<Long> children;
        try {
            await(() -> count(data, "transcribing") > 0 || count(data, "decoding") > 0);
            children = new TreeSet<>(first.descendants().map(ProcessHandle::pid).toList());
            assertThat(children).hasSizeGreaterThanOrEqualTo(2);
        } finally {
            first.destroyForcibly().waitFor();
        }
        await(() -> children.stream().noneMatch(KilledServerIT::alive));

        Process second = demo(data, temporary.resolve("second.log"));
        try {
            // What is deleted before all are fed may be handed in again.
            await(() -> calls(data).size() >= CALLS && fed(data));
            List<String> deleted = deleteWaiting(data);
            assertThat(deleted).isNotEmpty();
            await(
                    () ->
                            calls(data).size() == CALLS - deleted.size()
                                    && count(data, "analysed") == calls(data).size());
            List<JsonNode> calls = calls(data);
            assertThat(calls.stream().map(call -> call.path("id").asText()))
                    .doesNotHaveDuplicates()
                    .hasSize(CALLS - deleted.size())
                    .doesNotContainAnyElementsOf(deleted);
            int scored = 0;
            for (JsonNode call : calls) {
                for (JsonNode skill :
                        get(data, "/api/calls/" + call.path("id").asText()).path("skills")) {
                    scored += skill.path("skill").asText().equals("listening") ? 1 : 0;
                }
            }
            int expected = scored;
            assertThat(expected).isGreaterThan(50);
            await(() -> countedInHeatmaps(data) == expected);
        } finally {
            second.destroy();
            assertThat(second.waitFor()).as("exit code after SIGTERM").isEqualTo(143);
        }
    }

    private static Process demo(Path data, Path output) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx768m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "talktrack.api.cli.Talktrack",
                        "demo",
                        "--data",
                        data.toString(),
                        "--port",
                        "0")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private static boolean fed(Path data) throws IOException {
        return Json.mapper()
                .readTree(Files.readAllBytes(data.resolve("demonstration.json")))
                .path("complete")
                .asBoolean();
    }

    /** Deletes recordings that were not begun. */
    private List<String> deleteWaiting(Path data) throws IOException, InterruptedException {
        Set<String> recordings =
                Demonstration.calls().stream()
                        .filter(call -> call.kind() == Recording.Kind.AUDIO)
                        .map(Demonstration.Call::fileName)
                        .collect(Collectors.toSet());
        List<String> waiting =
                calls(data).stream()
                        .filter(call -> call.path("status").asText().equals("queued"))
                        .filter(call -> recordings.contains(call.path("fileName").asText()))
                        .map(call -> call.path("id").asText())
                        .skip(KEPT_WAITING)
                        .toList();
        for (String id : waiting) {
            HttpResponse<byte[]> deleted = send(data, "/api/calls/" + id, "DELETE");
            assertThat(deleted.statusCode()).isEqualTo(204);
        }
        return waiting;
    }

    /** How many calls the heatmaps of all reps count for listening. */
    private int countedInHeatmaps(Path data) throws IOException, InterruptedException {
        int total = 0;
        for (JsonNode rep : get(data, "/api/reps").path("items")) {
            String id = URLEncoder.encode(rep.path("id").asText(), StandardCharsets.UTF_8);
            for (JsonNode cell : get(data, "/api/reps/" + id + "/heatmap?weeks=20").path("cells")) {
                total += cell.path("row").asText().equals("listening") ? cell.path("n").asInt() : 0;
            }
        }
        return total;
    }

    private long count(Path data, String status) throws IOException, InterruptedException {
        return calls(data).stream()
                .filter(call -> call.path("status").asText().equals(status))
                .count();
    }

    private List<JsonNode> calls(Path data) throws IOException, InterruptedException {
        List<JsonNode> calls = new ArrayList<>();
        get(data, "/api/calls?limit=200").path("items").forEach(calls::add);
        return calls;
    }

    /** The answer, or nothing while the server is not there yet. */
    private JsonNode get(Path data, String path) throws IOException, InterruptedException {
        if (DataFolder.running(data).isEmpty()) {
            return Json.mapper().createObjectNode();
        }
        try {
            return Json.mapper().readTree(send(data, path, "GET").body());
        } catch (ConnectException e) {
            return Json.mapper().createObjectNode();
        }
    }

    private HttpResponse<byte[]> send(Path data, String path, String method)
            throws IOException, InterruptedException {
        URI url = DataFolder.running(data).orElseThrow().url().resolve(path);
        String token = Files.readString(data.resolve("token")).strip();
        return http.send(
                HttpRequest.newBuilder(url)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(LIMIT).pollInterval(Duration.ofMillis(250)).until(condition);
    }

    private static boolean alive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }
}
