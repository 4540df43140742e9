package talktrack.api.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Which calls are asked for again, seen from a server. */
class RetranscribeCommandTest {

    private static final String CALLS =
            """
            {"items": [
              {"id": "old-model", "startedAt": "2026-03-01T10:00:00Z", "language": "en",
               "status": "analysed", "model": "starter-en"},
              {"id": "same-model", "startedAt": "2026-03-02T10:00:00Z", "language": "en",
               "status": "analysed", "model": "good-model"},
              {"id": "imported", "startedAt": "2026-03-02T10:00:00Z", "language": "en",
               "status": "analysed", "model": "imported"},
              {"id": "running", "startedAt": "2026-03-02T10:00:00Z", "language": "en",
               "status": "transcribing"},
              {"id": "no-model", "startedAt": "2026-03-02T10:00:00Z", "language": "zh",
               "status": "failed", "failure": {"kind": "no-speech-model"}},
              {"id": "broken", "startedAt": "2026-03-02T10:00:00Z", "language": "en",
               "status": "failed", "failure": {"kind": "not-a-recording"}},
              {"id": "too-old", "startedAt": "2026-01-01T10:00:00Z", "language": "en",
               "status": "analysed", "model": "starter-en"}]}
            """;

    @TempDir Path data;

    private final List<String> retried = new CopyOnWriteArrayList<>();
    private AnnouncedServer server;

    @BeforeEach
    void start() throws IOException {
        server = AnnouncedServer.in(data);
        server.http().createContext("/api/status", exchange -> answer(exchange, status()));
        server.http().createContext("/api/calls", this::calls);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void onlyWhatTheModelInUseHasNotReadIsRedone() {
        assertThat(run("--since", "2026-02-01")).isZero();

        assertThat(retried).containsExactlyInAnyOrder("old-model", "no-model");
    }

    @Test
    void allMeansAllThatWereRead() {
        assertThat(run("--since", "2026-02-01", "--all")).isZero();

        assertThat(retried).containsExactlyInAnyOrder("old-model", "same-model", "no-model");
    }

    @Test
    void whichCallsMustBeSaid() {
        assertThat(run()).isEqualTo(CommandFailure.USAGE);
        assertThat(run("--since", "yesterday")).isEqualTo(CommandFailure.USAGE);
        assertThat(run("--call", "old-model", "--rep", "Ann"))
                .as("which of both?")
                .isEqualTo(CommandFailure.USAGE);
        assertThat(retried).isEmpty();
    }

    private int run(String... options) {
        CommandLine command = Talktrack.commandLine();
        command.setErr(new PrintWriter(new StringWriter()));
        String[] arguments = new String[options.length + 3];
        arguments[0] = "retranscribe";
        arguments[1] = "--data";
        arguments[2] = data.toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return command.execute(arguments);
    }

    private static String status() {
        return "{\"speechModels\": {\"en\": \"good-model\", \"zh\": null}}";
    }

    private void calls(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        if (exchange.getRequestMethod().equals("POST")) {
            retried.add(path[3]);
        }
        answer(exchange, path.length > 3 ? "{}" : CALLS);
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            byte[] bytes = json.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
