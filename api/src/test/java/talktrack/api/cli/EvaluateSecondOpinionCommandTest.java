package talktrack.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import picocli.CommandLine;
import talktrack.api.Config;
import talktrack.api.llm.ScriptedModel;
import talktrack.api.opinion.ScriptedReader;
import talktrack.models.events.Json;

/** {@code talktrack evaluate second-opinion} as a user calls it. */
@Isolated("exchanges the process's standard output")
class EvaluateSecondOpinionCommandTest {

    private static final String FILE = "second-opinions.json";

    @TempDir private Path data;

    private record Outcome(int exitCode, String answer, String errors) {}

    @Test
    void withoutAModelItSaysThatNoneIsNeeded() {
        Outcome outcome = run();
        assertThat(outcome.exitCode()).isEqualTo(CommandFailure.MACHINE);
        assertThat(outcome.errors()).contains("none is needed");
        assertThat(data.resolve(FILE)).doesNotExist();
    }

    @Test
    void anUnknownTaskIsRefused() {
        assertThat(run("--task", "mood").exitCode()).isEqualTo(CommandFailure.USAGE);
    }

    @Test
    void aDryRunCountsWithoutAModel() {
        Outcome outcome = run("--dry-run", "--language", "zh", "--task", "needs");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.answer()).containsPattern("zh +needs +\\d+ +\\d+ +0\\.\\d{3}");
    }

    @Test
    void figuresTokensAndCostAreToldAndKept() throws IOException {
        try (ScriptedModel server = new ScriptedModel()) {
            server.answers(ScriptedReader.labels((task, words) -> List.of("none")));
            configure(server);
            Outcome people = run("--language", "en", "--task", "needs");
            assertThat(people.exitCode()).isZero();
            assertThat(people.answer())
                    .contains("scripted", "wrong → right", "no")
                    .containsPattern("1 requests, 5 tokens, cost 5\\.0000");
            assertThat(Files.readString(data.resolve(FILE)))
                    .contains("\"model\":\"scripted\"", "\"task\":\"need\"", "\"better\":false");
            Outcome programs = run("--language", "en", "--task", "needs", "--json");
            assertThat(Json.mapper().readTree(programs.answer()).path("tokens").asInt())
                    .as("the same is not asked and paid twice")
                    .isZero();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void whatTheModelLeavesUnansweredIsNoMeasurement() throws IOException {
        try (ScriptedModel server = new ScriptedModel()) {
            server.says("no");
            configure(server);
            Outcome outcome = run("--language", "en", "--task", "needs");
            assertThat(outcome.exitCode()).isEqualTo(CommandFailure.MACHINE);
            assertThat(data.resolve(FILE)).doesNotExist();
        }
    }

    private void configure(ScriptedModel server) throws IOException {
        Files.writeString(
                data.resolve("talktrack.yaml"),
                """
                talktrack:
                  llm:
                    provider: openai
                    model: scripted
                    base-url: %s
                    price-per-million-tokens: 1000000
                """
                        .formatted(server.config(Config.Llm.Provider.OPENAI).baseUrl()));
    }

    private Outcome run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("evaluate", "second-opinion"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        PrintStream out = System.out;
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        StringWriter errors = new StringWriter();
        try {
            System.setOut(new PrintStream(answer, true, StandardCharsets.UTF_8));
            CommandLine command = Talktrack.commandLine();
            command.setErr(new PrintWriter(errors, true));
            int exitCode = command.execute(all.toArray(String[]::new));
            return new Outcome(
                    exitCode, answer.toString(StandardCharsets.UTF_8), errors.toString());
        } finally {
            System.setOut(out);
        }
    }
}
