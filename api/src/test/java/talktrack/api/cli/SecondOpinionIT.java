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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.analysis.train.BorderLine;
import talktrack.api.Config;
import talktrack.api.llm.ScriptedModel;
import talktrack.api.opinion.ScriptedReader;
import talktrack.api.standalone.Standalone;
import talktrack.api.topics.Kept;
import talktrack.models.events.Json;
import talktrack.models.events.Topics;
import talktrack.models.labels.LabelTask;
import talktrack.models.labels.Language;

/** Second opinions of a scripted model on a call that every real part has read. */
class SecondOpinionIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir private Path temporary;
    private Path data;
    private ServerClient server;
    private ScriptedModel model;

    @Test
    void aModelThatMeasuresBetterChangesALabelUntilAPersonKnowsBetter() throws Exception {
        // Elasticsearch's own user, which runs when we are root, passes through.
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
        data = Files.createDirectories(temporary.resolve("data"));
        Files.createDirectories(data.resolve("logs"));
        try (ScriptedModel scripted = new ScriptedModel()) {
            model = scripted;
            Files.writeString(
                    data.resolve("talktrack.yaml"),
                    """
                    talktrack:
                      llm:
                        provider: openai
                        model: scripted
                        base-url: %s
                        second-opinion: true
                    """
                            .formatted(scripted.config(Config.Llm.Provider.OPENAI).baseUrl()));
            try (Standalone standalone =
                            Standalone.start(Config.read(data, Optional.of(0)), false, step -> {});
                    ServerClient client = ServerClient.of(data)) {
                server = client;
                wholeWay(standalone);
            }
        }
    }

    private void wholeWay(Standalone standalone) throws Exception {
        List<BorderLine> lines = BorderLine.heldOut(Language.EN, LabelTask.OBJECTION);
        Map<String, List<String>> truth =
                lines.stream()
                        .collect(
                                Collectors.toMap(
                                        BorderLine::text,
                                        line -> List.copyOf(line.truth()),
                                        (one, same) -> one));
        boolean[] measuring = {true};
        model.answers(
                ScriptedReader.labels(
                        (task, words) -> measuring[0] ? truth.get(words) : List.of("contract")));
        awaitTrue(() -> status().startsWith("asks nothing"));
        assertThat(status()).contains("run talktrack evaluate second-opinion");
        assertThat(run("evaluate", "second-opinion", "--language", "en", "--task", "objection"))
                .isZero();
        awaitTrue(() -> status().equals("asks about doubtful labels: en [objection]"));
        // Its group has a place in the topic once it follows.
        awaitTrue(() -> server.get("/api/status").path("lag").has("second-opinion"));
        measuring[0] = false;
        int measured = model.requests().size();

        String call = "/api/calls/" + uploaded(lines);
        awaitTrue(() -> !changed(call).isEmpty());
        int line = changed(call).getFirst();
        JsonNode opinion = line(call, line).path("secondOpinions").get(0);
        assertThat(opinion.path("model").asText()).isEqualTo("scripted");
        assertThat(opinion.path("prompt").asText()).isEqualTo("second-opinion-1");
        assertThat(opinion.path("before").path("type").asText()).isEqualTo("objection");
        assertThat(opinion.path("scoreBefore").asDouble()).isLessThan(0.6);
        assertThat(line(call, line).path("objection").asText()).isEqualTo("contract");
        assertThat(line(call, line).path("objectionScore").asDouble()).isLessThan(1);
        assertThat(line(call, line).path("corrected")).isEmpty();
        assertThat(asked(measured)).as("one request a call").hasSize(1);

        assertThat(correct(call, line)).isEqualTo(202);
        awaitTrue(() -> line(call, line).path("objection").asText().equals("trust"));
        assertThat(line(call, line).path("objectionScore").asDouble()).isEqualTo(1);
        assertThat(line(call, line).path("secondOpinions")).isEmpty();
        assertThat(status("DELETE", call + "/labels/" + id(call, line) + "/objection"))
                .isEqualTo(202);
        awaitTrue(() -> line(call, line).path("objection").asText().equals("contract"));
        assertThat(asked(measured)).as("no reading since has been asked about").hasSize(1);

        assertThat(opinions(standalone)).hasSize(1).doesNotContain(Optional.empty());
        assertThat(status("DELETE", call)).isEqualTo(204);
        awaitTrue(() -> opinions(standalone).getLast().isEmpty());
    }

    /** Customers' lines that classifiers are unsure of, each after what it followed. */
    private String uploaded(List<BorderLine> lines) throws Exception {
        StringBuilder text = new StringBuilder("Ann: good morning\n");
        lines.stream()
                .filter(BorderLine::near)
                .limit(8)
                .forEach(
                        line ->
                                text.append("Ann: %s%n".formatted(before(line)))
                                        .append("Bob: %s%n".formatted(line.text())));
        Path file = temporary.resolve("call.txt");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        assertThat(
                        run(
                                "upload",
                                file.toString(),
                                "--rep",
                                "Ann Example",
                                "--rep-speaker",
                                "Ann",
                                "--language",
                                "en"))
                .isZero();
        return server.get("/api/calls").path("items").get(0).path("id").asText();
    }

    private static String before(BorderLine line) {
        return line.previous().isEmpty() ? "right" : line.previous();
    }

    private int run(String... arguments) {
        return Talktrack.commandLine()
                .execute(
                        Stream.concat(Stream.of(arguments), Stream.of("--data", data.toString()))
                                .toArray(String[]::new));
    }

    private String status() throws Exception {
        for (JsonNode part : server.get("/api/status").path("components")) {
            if (part.path("id").asText().equals("second-opinion")) {
                assertThat(part.path("state").asText()).isEqualTo("ok");
                return part.path("detail").asText();
            }
        }
        throw new AssertionError("status names no second opinion");
    }

    /** Requests for labels since then; others are for advice and summaries. */
    private List<String> asked(int from) {
        List<String> all = model.requests();
        return all.subList(from, all.size()).stream()
                .filter(request -> !ScriptedReader.lines(request).isEmpty())
                .toList();
    }

    /** Places of the lines whose objection a second opinion has changed. */
    private List<Integer> changed(String call) throws Exception {
        List<Integer> changed = new ArrayList<>();
        for (JsonNode line : server.get(call + "/transcript").path("utterances")) {
            if (line.path("objection").asText().equals("contract")
                    && !line.path("secondOpinions").isEmpty()
                    && !line.path("secondOpinions")
                            .get(0)
                            .path("before")
                            .path("label")
                            .asText()
                            .equals("contract")) {
                changed.add(line.path("index").asInt());
            }
        }
        return changed;
    }

    private JsonNode line(String call, int index) throws Exception {
        return server.get(call + "/transcript").path("utterances").path(index);
    }

    private int correct(String call, int line) throws Exception {
        HttpRequest request =
                server.request(call + "/labels")
                        .POST(
                                HttpRequest.BodyPublishers.ofByteArray(
                                        Json.bytes(
                                                Map.of(
                                                        "utteranceId",
                                                        id(call, line),
                                                        "label",
                                                        Map.of(
                                                                "type",
                                                                "objection",
                                                                "label",
                                                                "trust")))))
                        .build();
        return server.http().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private int status(String method, String path) throws Exception {
        HttpRequest request =
                server.request(path).method(method, HttpRequest.BodyPublishers.noBody()).build();
        return server.http().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static String id(String call, int index) {
        return "%s-1-%04d".formatted(call.substring(call.lastIndexOf('/') + 1), index);
    }

    /** All that was ever written for the one call, oldest first; empty for a tombstone. */
    private static List<Optional<byte[]>> opinions(Standalone standalone) {
        List<Optional<byte[]>> values = new ArrayList<>();
        Kept.read(
                standalone.bootstrapServers(),
                Topics.SECOND_OPINIONS,
                one -> values.add(Optional.ofNullable(one.value())));
        return values;
    }

    private static void awaitTrue(Callable<Boolean> condition) {
        await().atMost(PATIENCE).until(condition);
    }
}
