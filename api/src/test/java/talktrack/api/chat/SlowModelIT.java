package talktrack.api.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import talktrack.api.Config;
import talktrack.api.http.TestServer;
import talktrack.api.llm.ScriptedModel;
import talktrack.api.standalone.Features;
import talktrack.models.events.Json;
import talktrack.models.labels.Language;

/** Nobody who asks waits for a language model whose own timeout is an hour. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class SlowModelIT {

    private static final String QUESTION = "How heavy is the H4?";

    private enum Way {
        FAILING(model -> model.fails(500)),
        SILENT(ScriptedModel::neverAnswers),
        DRIPPING(model -> model.drips("{\"question\": \"How "));

        private final Consumer<ScriptedModel> script;

        Way(Consumer<ScriptedModel> script) {
            this.script = script;
        }
    }

    @TempDir static Path temporary;
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        Duration soon = Duration.ofMillis(200);
        server =
                new TestServer(
                        temporary,
                        new Features.Settings(
                                ChatLimits.HOUSE,
                                ChatLimits.VISITORS,
                                new ModelWaits(soon, soon),
                                List.of()),
                        Config.Widget.NONE);
        server.documents()
                .add(
                        "machines.md",
                        Language.EN,
                        Files.readAllBytes(
                                AskedCompany.FOLDER.resolve("en/coffee/documents/machines.md")),
                        false);
        untilAnswered();
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    private static void untilAnswered() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> ask(Map.of("question", QUESTION)).path("answered").asBoolean());
    }

    private static JsonNode ask(Map<String, String> body) throws Exception {
        HttpResponse<String> answer =
                server.send(
                        server.request("/api/chat")
                                .POST(BodyPublishers.ofByteArray(Json.bytes(body))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readTree(answer.body());
    }

    @ParameterizedTest
    @EnumSource
    void thePassagesAnswerAndTheRulesReadWhatFollows(Way way) throws Exception {
        try (ScriptedModel model = new ScriptedModel()) {
            way.script.accept(model);
            server.restartApi(model.config(Config.Llm.Provider.OPENAI, Duration.ofHours(1)));
            untilAnswered();
            // On a busy machine the chat may stop waiting before a request has left, and then
            // leaves the model alone for half a minute.
            Awaitility.await()
                    .atMost(Duration.ofMinutes(4))
                    .pollInterval(Duration.ofSeconds(31))
                    .pollDelay(Duration.ZERO)
                    .until(
                            () -> {
                                passagesAnswerAndRulesRead();
                                return asked(model, "passages") && asked(model, "earlier");
                            });
        }
    }

    private static void passagesAnswerAndRulesRead() throws Exception {
        JsonNode first = ask(Map.of("question", QUESTION));
        JsonNode next =
                ask(
                        Map.of(
                                "question",
                                "And the H2?",
                                "conversationId",
                                first.path("conversationId").asText()));
        assertThat(next.path("understoodAs").asText()).isEqualTo("How heavy is the H2?");
        assertThat(next.path("answer").asText()).contains("19 kg");
        assertThat(next.path("source").asText()).isEqualTo("passages");
    }

    private static boolean asked(ScriptedModel model, String what) {
        return model.requests().stream().anyMatch(request -> request.contains(what));
    }
}
