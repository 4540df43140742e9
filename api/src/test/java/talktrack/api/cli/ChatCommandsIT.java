package talktrack.api.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.api.Config;
import talktrack.api.llm.ScriptedModel;
import talktrack.models.events.Json;

/**
 * {@code ask}, {@code evaluate chat} and {@code bench chat} as a user calls them, with an
 * Elasticsearch of their own.
 */
class ChatCommandsIT {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String ANSWERED = "How long are backups kept?";
    private static final String COPIED = "How often are backups copied?";
    private static final String REFUSED = "Who founded the company?";

    @TempDir Path temporary;

    private Path handbook;

    private record Ran(int exitCode, String out, String err) {

        List<JsonNode> lines() throws Exception {
            List<JsonNode> documents = new ArrayList<>();
            for (String line : out.lines().toList()) {
                documents.add(Json.mapper().readTree(line));
            }
            return documents;
        }
    }

    @BeforeEach
    void aHandbook() throws Exception {
        handbook = Files.createDirectories(temporary.resolve("my handbook"));
        Files.writeString(
                handbook.resolve("backups.md"),
                "# Backups\n\nBackups are kept for 35 days. They are copied every hour.\n");
    }

    @Test
    void answersAndRefusalsAreOneDocumentALineInTheShapeThatProgramsRead() throws Exception {
        Path questions =
                file("questions.txt", BYTE_ORDER_MARK + ANSWERED + "\r\n\r\n" + REFUSED + "\r\n");

        Ran ran = ask("--questions", questions.toString(), "--json");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.lines())
                .extracting(line -> line.path("question").asText())
                .containsExactly(ANSWERED, REFUSED);
        JsonNode answered = ran.lines().getFirst();
        assertThat(answered.path("answered").isBoolean()).isTrue();
        assertThat(answered.path("answered").asBoolean()).isTrue();
        assertThat(answered.path("answer").asText()).contains("35 days");
        JsonNode cited = answered.path("citations").path(0);
        assertThat(cited.path("document").asText()).isEqualTo("backups.md");
        assertThat(cited.path("heading").asText()).isEqualTo("Backups");
        assertThat(cited.path("passage").asText()).contains("35 days");
        assertThat(cited.path("score").asDouble()).isBetween(0.5, 1.0);
        JsonNode refused = ran.lines().getLast();
        assertThat(refused.path("answered").asBoolean(true)).isFalse();
        assertThat(refused.path("answer").asText()).isEqualTo("The documents do not say.");
        assertThat(refused.path("citations").isArray()).isTrue();
        assertThat(refused.path("citations")).isEmpty();
    }

    @Test
    void forPeopleTheAnswerNamesItsDocument() throws Exception {
        Files.write(handbook.resolve("photo.md"), new byte[4000]);

        Ran ran = ask("--question", ANSWERED);

        assertThat(ran.out()).contains(ANSWERED, "35 days", "[backups.md, Backups; ");
        assertThat(ran.exitCode()).as("a document could not be used").isEqualTo(1);
        assertThat(ran.err()).contains("photo.md: it is not text");
    }

    @Test
    void theFiguresCountRightDocumentsRefusalsAndFalseAnswers() throws Exception {
        Path questions =
                file(
                        "questions.tsv",
                        BYTE_ORDER_MARK
                                + "question\tdocument\r\n"
                                + ANSWERED
                                + "\tbackups.md\r\n"
                                + REFUSED
                                + "\t\r\n"
                                + COPIED
                                + "\tother.md\r\n");

        Ran ran = evaluate(questions, "--json", "--wrong");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        JsonNode report = ran.lines().getFirst();
        JsonNode all = report.path("all");
        assertThat(all.path("answerable").asInt()).isEqualTo(2);
        assertThat(all.path("documentFirst").asInt()).isEqualTo(1);
        assertThat(all.path("passageKnown").asInt(-1)).isZero();
        assertThat(all.path("passageFirst").asInt(-1)).isZero();
        assertThat(all.path("unanswerable").asInt()).isEqualTo(1);
        assertThat(all.path("refused").asInt()).isEqualTo(1);
        assertThat(report.path("wrong").findValuesAsText("question")).containsExactly(COPIED);
        assertThat(report.path("wrong").path(0).path("documents").path(0).asText())
                .isEqualTo("other.md");
    }

    @Test
    void aTableHasAColumnOfPassagesOnlyWhereTheFileTellsThem() throws Exception {
        Path without = file("without.tsv", "question\tdocument\n" + ANSWERED + "\tother.md\n");
        Path with =
                file("with.tsv", "question\tdocument\tholds\n" + ANSWERED + "\tbackups.md\t35\n");

        Ran listed = evaluate(without, "--wrong");
        assertThat(listed.exitCode()).as(listed.err()).isZero();
        assertThat(listed.out())
                .contains("document first", ANSWERED + "  [other.md]")
                .doesNotContain("passage first");
        assertThat(evaluate(with).out()).contains("passage first").doesNotContain(ANSWERED);
        assertThat(evaluate(with, "--json").lines().getFirst().has("wrong")).isFalse();
    }

    @Test
    void anAnswerInAModelsWordsIsCheckedAndCountedLikeInTheServer() throws Exception {
        try (ScriptedModel model = new ScriptedModel()) {
            model.says(sentence("Backups are kept for 35 days."))
                    .says(sentence("Backups are copied every 90 minutes."))
                    .fails(400);
            Path questions =
                    file(
                            "questions.txt",
                            String.join(
                                    "\n", ANSWERED, COPIED, "For how many days are backups kept?"));

            Ran ran =
                    ask(
                            "--questions",
                            questions.toString(),
                            "--json",
                            "--with-llm",
                            "--data",
                            configured(model));

            assertThat(ran.exitCode()).as(ran.err()).isZero();
            assertThat(ran.lines())
                    .extracting(line -> line.path("source").asText())
                    .containsExactly("language-model", "passages", "passages");
            JsonNode worded = ran.lines().getFirst();
            assertThat(worded.path("answer").asText())
                    .isEqualTo("Backups are kept for 35 days. [1]");
            assertThat(worded.path("model").asText()).isEqualTo("scripted");
            assertThat(ran.lines().get(1).path("answer").asText()).doesNotContain("90");
            assertThat(ran.err())
                    .contains(
                            "answers in the words of scripted: 1; taken back by the checker: 1;"
                                    + " without it for another reason: 1");
        }
    }

    @Test
    void theFiguresTellWhatTheModelWordedAndTheCheckerTookBack() throws Exception {
        try (ScriptedModel model = new ScriptedModel()) {
            model.says(sentence("Backups are kept for 35 days."))
                    .says(sentence("Backups are copied every 90 minutes."));
            Path questions =
                    file(
                            "questions.tsv",
                            "question\tdocument\n%s\tbackups.md\n%s\tbackups.md\n%s\t-\n"
                                    .formatted(ANSWERED, COPIED, REFUSED));

            Ran ran = evaluate(questions, "--json", "--with-llm", "--data", configured(model));

            assertThat(ran.exitCode()).as(ran.err()).isZero();
            JsonNode report = ran.lines().getFirst();
            assertThat(report.path("llm").toString())
                    .isEqualTo(
                            "{\"model\":\"scripted\",\"answers\":1,\"takenBack\":1,\"withoutIt\":0}");
            assertThat(report.path("all").path("documentFirst").asInt()).isEqualTo(2);
        }
    }

    @Test
    void theBenchTellsHowLongRetrievalAndTheFirstTokenTook() throws Exception {
        Ran ran =
                run(
                        "bench",
                        "chat",
                        "--passages",
                        "45",
                        "--questions",
                        "20",
                        "--json",
                        "--data",
                        temporary.toString());

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        JsonNode figures = Json.mapper().readTree(ran.out());
        assertThat(figures.path("passages").asInt()).isEqualTo(45);
        assertThat(figures.path("questions").asInt()).isEqualTo(20);
        assertThat(figures.path("answered").asInt()).isBetween(1, 20);
        for (String statistic : List.of("median", "p95")) {
            assertThat(figures.path("retrieval").path(statistic).asDouble())
                    .isPositive()
                    .isLessThan(figures.path("firstToken").path(statistic).asDouble());
        }
        assertThat(figures.path("aims").findValuesAsText("aim")).containsExactly("< 0.15", "< 1.0");
        assertThat(figures.has("llm")).isFalse();
    }

    @Test
    void withoutAConfiguredModelItSaysHowToGetOne() throws Exception {
        refuses(
                ask("--question", ANSWERED, "--with-llm", "--data", temporary.toString()),
                3,
                "no language model is configured");
    }

    private static String sentence(String text) {
        return "{\"answered\": true, \"sentences\": [{\"text\": \"%s\", \"passages\": [1]}]}"
                .formatted(text);
    }

    /** The data folder of a server with this model. */
    private String configured(ScriptedModel model) throws Exception {
        Path data = Files.createDirectories(temporary.resolve("data"));
        Files.writeString(
                data.resolve("talktrack.yaml"),
                """
                talktrack:
                  llm:
                    provider: openai
                    model: scripted
                    base-url: %s
                """
                        .formatted(model.config(Config.Llm.Provider.OPENAI).baseUrl()));
        return data.toString();
    }

    @Test
    void whatIsMissingIsToldInASentence() throws Exception {
        Path questions = file("questions.tsv", "question\tdocument\n" + ANSWERED + "\t-\n");
        Path empty = Files.createDirectories(temporary.resolve("empty"));
        Path missing = temporary.resolve("missing");

        refuses(ask("--questions", missing.toString()), 1, "there is no file " + missing);
        refuses(ask("--questions", file("none.txt", "\r\n").toString()), 1, "no question");
        refuses(ask(), 2, "--question");
        refuses(
                run("ask", "--documents", missing.toString(), "--question", "?"),
                1,
                "there is no folder " + missing);
        refuses(
                run("ask", "--documents", empty.toString(), "--question", "?"),
                1,
                "there is no document in " + empty);
        refuses(evaluate(missing), 1, "there is no file " + missing);
        refuses(
                evaluate(file("unnamed.tsv", ANSWERED + "\tbackups.md\n")),
                1,
                "does not name the columns question and document");
        refuses(evaluate(file("head.tsv", "question\tdocument\n")), 1, "holds no question");
        refuses(evaluateIn(missing, questions), 1, "there is no folder " + missing);
        refuses(evaluateIn(empty, questions), 1, "there is no document in " + empty);
    }

    private static void refuses(Ran ran, int exitCode, String message) {
        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(exitCode);
        assertThat(ran.err()).contains(message).doesNotContain("Exception", "\tat ");
        assertThat(ran.out()).isEmpty();
    }

    private Path file(String name, String text) throws Exception {
        return Files.writeString(temporary.resolve(name), text);
    }

    private Ran ask(String... arguments) {
        List<String> line = new ArrayList<>(List.of("ask", "--documents", handbook.toString()));
        line.addAll(List.of(arguments));
        return run(line.toArray(String[]::new));
    }

    private Ran evaluate(Path questions, String... arguments) {
        return evaluateIn(handbook, questions, arguments);
    }

    private static Ran evaluateIn(Path documents, Path questions, String... arguments) {
        List<String> line = new ArrayList<>(List.of("evaluate", "chat"));
        line.addAll(List.of("--documents", documents.toString()));
        line.addAll(List.of("--questions", questions.toString()));
        line.addAll(List.of(arguments));
        return run(line.toArray(String[]::new));
    }

    private static Ran run(String... line) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, UTF_8));
            System.setErr(new PrintStream(complained, true, UTF_8));
            int exitCode = Talktrack.commandLine().execute(line);
            return new Ran(exitCode, printed.toString(UTF_8), complained.toString(UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
