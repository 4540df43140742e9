package talktrack.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.api.Config;
import talktrack.api.standalone.Standalone;
import talktrack.models.events.Json;

/** Labels corrected on a call that every real part has read. */
class CorrectionsIT {

    private static final String CALL =
            """
            Ann: What is the hardest part of closing the month?
            Bob: We lose invoices every week.
            Ann: Ours is two hundred a month for the whole office.
            Bob: That is too expensive for us.
            Ann: I hear you. Compared with what is it expensive?
            Bob: You can reach me under bob@example.com.
            """;

    @TempDir static Path temporary;
    private static Path data;
    private static Standalone standalone;
    private static ServerClient server;

    @TempDir Path folder;

    @BeforeAll
    static void start() throws Exception {
        // Elasticsearch's own user, which runs when we are root, passes through.
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
        data = Files.createDirectories(temporary.resolve("data"));
        Files.createDirectories(data.resolve("logs"));
        standalone = Standalone.start(Config.read(data, Optional.of(0)), false, step -> {});
        server = ServerClient.of(data);
    }

    @AfterAll
    static void stop() {
        if (standalone != null) {
            server.close();
            standalone.close();
        }
    }

    @Test
    void aCorrectedLabelChangesTheCallUntilItIsTakenBack() throws Exception {
        String call = "/api/calls/" + uploaded("Ann Corrected");
        assertThat(objections(call)).containsExactly("price");

        correct(call, 3, Map.of("type", "objection", "label", "trust"));
        awaitLine(call, 3, line -> line.path("objection").asText().equals("trust"));
        assertThat(line(call, 3).path("objectionScore").asDouble()).isEqualTo(1);
        assertThat(line(call, 3).path("corrected").get(0).asText()).isEqualTo("objection");
        await().atMost(Duration.ofMinutes(3))
                .until(() -> objections(call).equals(List.of("trust")));
        assertThat(server.get(call).path("revision").asInt()).as("heard once").isEqualTo(1);

        correct(call, 3, Map.of("type", "objection", "label", "none"));
        awaitLine(call, 3, line -> line.path("objection").asText().equals("none"));
        await().atMost(Duration.ofMinutes(3)).until(() -> objections(call).isEmpty());

        assertThat(status("DELETE", call + "/labels/" + id(call, 3) + "/objection")).isEqualTo(202);
        awaitLine(call, 3, line -> line.path("corrected").isEmpty());
        assertThat(line(call, 3).path("objection").asText()).isEqualTo("price");
        assertThat(status("DELETE", call + "/labels/" + id(call, 3) + "/objection"))
                .as("nothing is left to take back")
                .isEqualTo(404);
    }

    @Test
    void whatCannotBeSaidOfALineIsRefused() throws Exception {
        String call = "/api/calls/" + uploaded("Ann Refused");
        assertThat(said(call, 1, Map.of("type", "question", "label", "problem"))).isEqualTo(400);
        assertThat(said(call, 0, Map.of("type", "objection", "label", "price"))).isEqualTo(400);
        assertThat(said(call, 0, Map.of("type", "question", "label", "no-such-word")))
                .isEqualTo(400);
        assertThat(said(call, 4, Map.of("type", "handling", "steps", List.of("pause"))))
                .as("measured, not read")
                .isEqualTo(400);
        assertThat(said(call, 99, Map.of("type", "question", "label", "problem"))).isEqualTo(404);
        assertThat(said("/api/calls/nothing", 0, Map.of("type", "question", "label", "none")))
                .isEqualTo(404);
    }

    @Test
    void correctionsAreExportedUntilTheirCallIsDeleted() throws Exception {
        String call = "/api/calls/" + uploaded("Ann Exported");
        correct(call, 0, Map.of("type", "question", "label", "situation"));
        correct(call, 4, Map.of("type", "handling", "steps", List.of("acknowledge", "clarify")));
        correct(call, 5, Map.of("type", "sentiment", "label", "positive"));
        awaitLine(call, 5, line -> line.path("corrected").size() == 1);

        assertThat(export()).isZero();
        assertThat(Files.readAllLines(folder.resolve("en/spin.tsv")))
                .containsExactly(
                        "label\tauthor\tindustry\tprevious\ttext",
                        "situation\tcoach\town\t\tWhat is the hardest part of closing the month?");
        assertThat(Files.readAllLines(folder.resolve("en/handling.tsv")))
                .contains(
                        "acknowledge+clarify\t-\tcoach\town\tThat is too expensive for us.\tI hear you. Compared with what is it expensive?");
        assertThat(Files.readString(folder.resolve("en/sentiment.tsv")))
                .as("redacted as it is stored")
                .contains("positive\tcoach\town\t")
                .doesNotContain("bob@example.com");

        assertThat(status("DELETE", call)).isEqualTo(204);
        await().atMost(Duration.ofMinutes(3))
                .until(() -> export() == 0 && !Files.exists(folder.resolve("en/spin.tsv")));
    }

    @Test
    void anExportOverwritesNoOtherTable() throws Exception {
        Path corpus = Files.createDirectories(folder.resolve("en")).resolve("spin.tsv");
        String lines = "label\tauthor\tindustry\tprevious\ttext\nnone\ta\tcars\t\thello\n";
        Files.writeString(corpus, lines);
        assertThat(export()).isEqualTo(CommandFailure.INPUT);
        assertThat(Files.readString(corpus)).isEqualTo(lines);
    }

    private int export() {
        return Talktrack.commandLine()
                .execute(
                        "corrections",
                        "export",
                        "--output",
                        folder.toString(),
                        "--data",
                        data.toString());
    }

    private String uploaded(String rep) throws Exception {
        Path file = Files.writeString(folder.resolve("call.txt"), CALL, StandardCharsets.UTF_8);
        assertThat(
                        Talktrack.commandLine()
                                .execute(
                                        "upload",
                                        file.toString(),
                                        "--rep",
                                        rep,
                                        "--rep-speaker",
                                        "Ann",
                                        "--data",
                                        data.toString()))
                .isZero();
        for (JsonNode call : server.get("/api/calls").path("items")) {
            if (call.path("repName").asText().equals(rep)) {
                return call.path("id").asText();
            }
        }
        throw new AssertionError("the call of " + rep + " is not listed");
    }

    private static void correct(String call, int index, Map<String, Object> label)
            throws Exception {
        assertThat(said(call, index, label)).isEqualTo(202);
    }

    private static int said(String call, int index, Map<String, Object> label) throws Exception {
        HttpRequest request =
                server.request(call + "/labels")
                        .POST(
                                HttpRequest.BodyPublishers.ofByteArray(
                                        Json.bytes(
                                                Map.of(
                                                        "utteranceId",
                                                        id(call, index),
                                                        "label",
                                                        label))))
                        .build();
        return server.http().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static int status(String method, String path) throws Exception {
        HttpRequest request =
                server.request(path).method(method, HttpRequest.BodyPublishers.noBody()).build();
        return server.http().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static String id(String call, int index) {
        return "%s-1-%04d".formatted(call.substring(call.lastIndexOf('/') + 1), index);
    }

    private static JsonNode line(String call, int index) throws Exception {
        return server.get(call + "/transcript").path("utterances").path(index);
    }

    private static void awaitLine(String call, int index, Predicate<JsonNode> condition) {
        await().atMost(Duration.ofMinutes(3)).until(() -> line(call, index), condition);
    }

    private static List<String> objections(String call) throws Exception {
        return server.get(call).path("objections").findValuesAsText("type");
    }
}
