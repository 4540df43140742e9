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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import picocli.CommandLine;
import talktrack.api.Config;
import talktrack.api.llm.ScriptedModel;
import talktrack.models.events.Json;

/** {@code talktrack llm check} as a user calls it. */
@Isolated("exchanges the process's standard output")
class LlmCheckCommandTest {

    @TempDir private Path data;

    private record Outcome(int exitCode, String answer, String errors) {}

    @Test
    void withoutAModelItSaysThatNoneIsNeeded() {
        Outcome outcome = run("llm", "check", "--data", data.toString());
        assertThat(outcome.exitCode()).isEqualTo(CommandFailure.MACHINE);
        assertThat(outcome.errors()).contains("none is needed");
    }

    @Test
    void aRemoteAddressMustBeAllowed() throws IOException {
        configure("https://8.8.8.8/v1");
        Outcome outcome = run("llm", "check", "--data", data.toString());
        assertThat(outcome.exitCode()).isEqualTo(CommandFailure.USAGE);
        assertThat(outcome.errors()).contains("talktrack.llm.allow-remote: true");
    }

    @Test
    void whatIsFoundIsToldToPeopleAndPrograms() throws IOException {
        try (ScriptedModel server = new ScriptedModel()) {
            server.says(
                    "marmalade {\"answer\": \"yes\", \"text\": \"a\", \"nextQuestion\": \"b\","
                            + " \"why\": \"c\"}");
            configure(server.config(Config.Llm.Provider.OPENAI).baseUrl().toString());
            Outcome people = run("llm", "check", "--data", data.toString());
            assertThat(people.exitCode()).isZero();
            assertThat(people.answer()).contains("remote: no", "ok    json-schema");
            Outcome programs = run("llm", "check", "--json", "--data", data.toString());
            assertThat(Json.mapper().readTree(programs.answer()).path("contextTokens").asInt())
                    .isEqualTo(16_000);
        }
    }

    @Test
    void aModelOfNoUseIsAFailure() throws IOException {
        try (ScriptedModel server = new ScriptedModel()) {
            server.fails(404);
            configure(server.config(Config.Llm.Provider.OPENAI).baseUrl().toString());
            Outcome outcome = run("llm", "check", "--data", data.toString());
            assertThat(outcome.exitCode()).isEqualTo(CommandFailure.MACHINE);
            assertThat(outcome.answer()).contains("→ Look at talktrack.llm.model");
        }
    }

    private void configure(String url) throws IOException {
        Files.writeString(
                data.resolve("talktrack.yaml"),
                """
                talktrack:
                  llm:
                    provider: openai
                    model: scripted
                    base-url: %s
                """
                        .formatted(url));
    }

    private static Outcome run(String... arguments) {
        PrintStream out = System.out;
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        StringWriter errors = new StringWriter();
        try {
            System.setOut(new PrintStream(answer, true, StandardCharsets.UTF_8));
            CommandLine command = Talktrack.commandLine();
            command.setErr(new PrintWriter(errors, true));
            int exitCode = command.execute(arguments);
            return new Outcome(
                    exitCode, answer.toString(StandardCharsets.UTF_8), errors.toString());
        } finally {
            System.setOut(out);
        }
    }
}
