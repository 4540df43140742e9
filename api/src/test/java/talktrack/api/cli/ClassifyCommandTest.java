package talktrack.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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
import talktrack.models.events.Json;

/** {@code talktrack classify} as a user calls it. */
@Isolated("exchanges the process's standard input and output")
class ClassifyCommandTest {

    private record Outcome(int exitCode, List<JsonNode> answers, String errors) {
        String label(int line) {
            return answers.get(line).path("label").asText();
        }
    }

    @TempDir private Path folder;

    private static Outcome run(String input, String... arguments) throws IOException {
        InputStream in = System.in;
        PrintStream out = System.out;
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        StringWriter errors = new StringWriter();
        int exitCode;
        try {
            System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            System.setOut(new PrintStream(answers, true, StandardCharsets.UTF_8));
            CommandLine command = Talktrack.commandLine();
            command.setErr(new PrintWriter(errors, true));
            exitCode = command.execute(arguments);
        } finally {
            System.setIn(in);
            System.setOut(out);
        }
        List<JsonNode> lines = new ArrayList<>();
        for (String line : answers.toString(StandardCharsets.UTF_8).lines().toList()) {
            lines.add(Json.mapper().readTree(line));
        }
        return new Outcome(exitCode, lines, errors.toString());
    }

    @Test
    void everyLineOfStandardInputGetsItsAnswerInOrder() throws IOException {
        Outcome outcome =
                run(
                        """
                        How many seats do you have in the call centre?

                        What does it cost you when a machine stands still for a day?
                        """,
                        "classify",
                        "spin",
                        "--language",
                        "en");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.answers()).hasSize(3);
        assertThat(outcome.label(0)).isEqualTo("situation");
        assertThat(outcome.label(1)).isEqualTo("none");
        assertThat(outcome.label(2)).isEqualTo("implication");
        assertThat(outcome.answers().getFirst().path("score").asDouble()).isBetween(0.0, 1.0);
    }

    @Test
    void aFileIsReadLikeStandardInputWhateverItsLineEnds() throws IOException {
        Path file = folder.resolve("行 lines.txt");
        Files.writeString(file, "\ufeff这对我们来说太贵了。\r\n我得先跟领导商量一下。");
        Outcome outcome = run("", "classify", "objection", "--language", "zh", file.toString());
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.answers())
                .extracting(a -> a.path("label").asText())
                .containsExactly("price", "authority");
    }

    @Test
    void aJsonLineSaysWhoSpeaksAndWhatWasSaidBefore() throws IOException {
        Outcome outcome =
                run(
                        """
                        {"text": "That is far too expensive for us.", "speaker": "rep"}
                        {"text": "That is far too expensive for us.", "speaker": "customer", "previous": "Here is the offer."}
                        {"text": "That is far too expensive for us.", "speaker": "dog"}
                        """,
                        "classify",
                        "objection",
                        "--language",
                        "en");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.answers())
                .extracting(a -> a.path("label").asText())
                .containsExactly("none", "price", "price");
        assertThat(outcome.answers().get(2).path("warning").asText()).contains("speaker");
    }

    @Test
    void sentimentHasAValenceAndHandlingStepsAndFaults() throws IOException {
        Outcome sentiment = run("太棒了，我们很喜欢。", "classify", "sentiment", "--language", "zh");
        assertThat(sentiment.label(0)).isEqualTo("positive");
        assertThat(sentiment.answers().getFirst().path("valence").asDouble()).isPositive();
        Outcome handling =
                run(
                        "{\"text\": \"Then I'll give you twenty percent off.\", \"previous\": \"That's too expensive.\"}",
                        "classify",
                        "handling",
                        "--language",
                        "en");
        JsonNode answer = handling.answers().getFirst();
        assertThat(answer.path("steps")).isEmpty();
        assertThat(answer.path("faults"))
                .extracting(JsonNode::asText)
                .containsExactly("discounts-at-once");
        assertThat(answer.path("certainty").path("discounts-at-once").asDouble())
                .isBetween(0.5, 1.0);
    }

    @Test
    void aLineThatOnlyLooksLikeJsonIsReadAsText() throws IOException {
        Outcome outcome =
                run("{sighs} that is too expensive", "classify", "objection", "--language", "en");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.label(0)).isEqualTo("price");
        assertThat(outcome.answers().getFirst().path("warning").asText()).contains("JSON");
    }

    @Test
    void jsonWithoutTextFailsButKeepsTheOrder() throws IOException {
        Outcome outcome =
                run(
                        """
                        {"txt": "hello"}
                        That is far too expensive for us.
                        """,
                        "classify",
                        "objection",
                        "--language",
                        "en");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.answers())
                .extracting(a -> a.path("label").asText())
                .containsExactly("none", "price");
        assertThat(outcome.errors()).contains("JSON lines without \"text\": 1.");
    }

    @Test
    void aVeryLongLineIsAnsweredToo() throws IOException {
        Outcome outcome =
                run(
                        "that is too expensive ".repeat(60_000) + "\nyes\n",
                        "classify",
                        "objection",
                        "--language",
                        "en");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.answers()).hasSize(2);
    }

    @Test
    void textOfTheOtherLanguageIsAnsweredWithAWarning() throws IOException {
        Outcome outcome =
                run(
                        "Your software is far too complicated.\nOK",
                        "classify",
                        "objection",
                        "--language",
                        "zh");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.answers().get(0).path("warning").asText()).contains("--language zh");
        assertThat(outcome.answers().get(1).has("warning")).isFalse();
    }

    @Test
    void aMissingFileAndAFolderFailWithASentence() throws IOException {
        Path missing = folder.resolve("missing.txt");
        Outcome outcome = run("", "classify", "spin", "--language", "en", missing.toString());
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.errors()).contains(missing + ": There is no such file.");
        assertThat(run("", "classify", "spin", "--language", "en", folder.toString()).errors())
                .contains("This is a folder");
    }

    @Test
    void wrongUsageIsExitCodeTwo() throws IOException {
        assertThat(run("", "classify", "spin").exitCode()).isEqualTo(2);
        assertThat(run("", "classify", "mood", "--language", "en").exitCode()).isEqualTo(2);
        assertThat(run("", "classify", "spin", "--language", "fr").exitCode()).isEqualTo(2);
    }

    @Test
    void helpHasAnExample() throws IOException {
        StringWriter help = new StringWriter();
        Talktrack.commandLine().getSubcommands().get("classify").usage(new PrintWriter(help, true));
        assertThat(help.toString()).contains("Example:  echo");
    }
}
