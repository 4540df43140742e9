package talktrack.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import talktrack.api.Config;
import talktrack.api.cli.report.Columns;
import talktrack.api.standalone.DataFolder;
import talktrack.models.events.Json;

/**
 * The command line's way to a running server: found through {@code server.json}, opened with the
 * token beside it.
 */
final class ServerClient implements AutoCloseable {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI url;
    private final Path folder;
    private final String token;

    private ServerClient(URI url, Path folder, String token) {
        this.url = url;
        this.folder = folder;
        this.token = token;
    }

    /**
     * The server on the folder that the user named, else on the default folder, else the
     * demonstration's.
     *
     * @throws CommandFailure when none runs
     */
    static ServerClient find(DataOption data) throws IOException {
        Path folder = data.or("talktrack");
        Optional<DataFolder.Running> server = DataFolder.running(folder);
        if (server.isEmpty() && !data.given()) {
            Path demonstration = Config.defaultData("talktrack-demo");
            server = DataFolder.running(demonstration);
            folder = server.isPresent() ? demonstration : folder;
        }
        if (server.isEmpty()) {
            throw CommandFailure.machine(
                    "no Talktrack server runs on %s. Start one with 'talktrack serve' or 'talktrack demo', or name its folder with --data."
                            .formatted(folder));
        }
        return at(server.get().url(), folder);
    }

    /** The server that this very process has started on a folder. */
    static ServerClient of(Path folder) throws IOException {
        return at(DataFolder.running(folder).orElseThrow().url(), folder);
    }

    private static ServerClient at(URI url, Path folder) throws IOException {
        return new ServerClient(url, folder, Files.readString(folder.resolve("token")).strip());
    }

    URI url() {
        return url;
    }

    /** The server's data folder. */
    Path folder() {
        return folder;
    }

    /**
     * A request to a path of the server, with the token on it, for callers with needs of their own.
     */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path)).header("Authorization", "Bearer " + token);
    }

    HttpClient http() {
        return http;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).timeout(ANSWER_LIMIT).GET().build());
    }

    JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return send(
                request(path)
                        .timeout(ANSWER_LIMIT)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)))
                        .build());
    }

    /**
     * Sends a request whose answer is a file.
     *
     * @throws CommandFailure with the server's own words when it refuses
     */
    HttpResponse<byte[]> file(HttpRequest request) throws IOException, InterruptedException {
        try {
            HttpResponse<byte[]> response =
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() >= 400) {
                throw CommandFailure.refused(
                        response.statusCode(),
                        problem(Json.mapper().readTree(response.body()), response.statusCode()));
            }
            return response;
        } catch (ConnectException e) {
            throw CommandFailure.machine(
                    "the server at %s does not answer. Is it still starting?".formatted(url), e);
        }
    }

    /**
     * Sends a request and reads the answer.
     *
     * @throws CommandFailure with the server's own words when it refuses
     */
    JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        try {
            HttpResponse<byte[]> response =
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            JsonNode answer =
                    response.body().length == 0
                            ? Json.mapper().nullNode()
                            : Json.mapper().readTree(response.body());
            if (response.statusCode() >= 400) {
                throw CommandFailure.refused(
                        response.statusCode(), problem(answer, response.statusCode()));
            }
            return answer;
        } catch (ConnectException e) {
            throw CommandFailure.machine(
                    "the server at %s does not answer. Is it still starting?".formatted(url), e);
        }
    }

    private static String problem(JsonNode problem, int status) {
        String detail =
                problem.path("detail")
                        .asText(problem.path("title").asText("the server answered " + status));
        String action = problem.path("action").asText("");
        return Columns.plain(action.isEmpty() ? detail : detail + " " + action);
    }

    @Override
    public void close() {
        http.close();
    }
}
