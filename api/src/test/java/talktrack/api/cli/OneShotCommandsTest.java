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
import talktrack.models.events.Json;

/**
 * {@code transcribe} and {@code analyze} as a user calls them, on transcripts: no sound, no model.
 */
class OneShotCommandsTest {

    private static final String ENGLISH =
            """
            WEBVTT

            00:00:01.000 --> 00:00:03.500
            <v Anna Brooks>What happens when an order gets lost?

            00:00:04.000 --> 00:00:06.000
            <v Bob Chen>That is too expensive for us.
            """;

    private static final String CHINESE = "销售：您目前用的是什么系统？\n客户：太贵了，我再考虑一下。\n";

    @TempDir Path temporary;

    private Path folder;

    /** What a command left behind. */
    private record Ran(int exitCode, String out, String err) {

        JsonNode json() throws Exception {
            return Json.mapper().readTree(out);
        }

        List<JsonNode> lines() throws Exception {
            List<JsonNode> documents = new ArrayList<>();
            for (String line : out.lines().toList()) {
                documents.add(Json.mapper().readTree(line));
            }
            return documents;
        }
    }

    @BeforeEach
    void aFolderWithASpace() throws Exception {
        folder = Files.createDirectories(temporary.resolve("my calls"));
    }

    @Test
    void oneFileIsOneDocumentInTheShapeThatProgramsReadFromUs() throws Exception {
        Path file = file("call.vtt", ENGLISH);

        Ran ran = run("transcribe", "--json", "--rep-speaker", "Anna Brooks", file.toString());

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.json().path("file").asText()).isEqualTo(file.toString());
        assertThat(ran.json().path("durationSeconds").asDouble()).isEqualTo(6.0);
        assertThat(ran.json().path("channels").isInt()).isTrue();
        assertThat(ran.json().path("model").asText()).isEqualTo("imported");
        JsonNode first = ran.json().path("utterances").path(0);
        assertThat(first.path("speaker").asText()).isEqualTo("rep");
        assertThat(first.path("startSeconds").asDouble()).isEqualTo(1.0);
        assertThat(first.path("endSeconds").asDouble()).isEqualTo(3.5);
        assertThat(first.path("text").asText()).isEqualTo("What happens when an order gets lost?");
        assertThat(first.path("words").isArray()).isTrue();
    }

    @Test
    void whatWasPrintedCanBeReadInAgain() throws Exception {
        Ran first = run("transcribe", "--json", file("call.vtt", ENGLISH).toString());

        Ran again = run("transcribe", "--json", file("call.json", first.out()).toString());

        assertThat(again.exitCode()).isZero();
        for (String field :
                List.of("speaker", "speakerName", "startSeconds", "endSeconds", "text")) {
            assertThat(again.json().path("utterances").findValues(field))
                    .isEqualTo(first.json().path("utterances").findValues(field));
        }
    }

    @Test
    void withoutTimesTheDocumentHasNone() throws Exception {
        Ran ran = run("analyze", "--json", file("call.txt", CHINESE).toString());

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.json().has("durationSeconds")).isFalse();
        assertThat(ran.json().path("utterances").findValues("startSeconds")).isEmpty();
        assertThat(ran.json().path("utterances").path(1).path("objection").asText())
                .isNotEqualTo("none");
        assertThat(ran.err()).contains("The transcript has no times");
    }

    @Test
    void aFileThatFailsDoesNotStopTheOthers() throws Exception {
        Path missing = folder.resolve("missing.vtt");
        Path broken = file("broken.json", "{\"utterances\": [");
        Path last = file("电话.txt", CHINESE);

        Ran ran =
                run(
                        "transcribe",
                        "--json",
                        missing.toString(),
                        folder.toString(),
                        broken.toString(),
                        file("notes.wav", "Only some notes.\n").toString(),
                        last.toString());

        assertThat(ran.exitCode()).isEqualTo(CommandFailure.INPUT);
        assertThat(ran.lines())
                .extracting(document -> document.path("error").path("kind").asText("done"))
                .containsExactly(
                        "missing-file",
                        "not-a-recording",
                        "unreadable-transcript",
                        "not-a-recording",
                        "done");
        assertThat(ran.lines().getLast().path("file").asText()).isEqualTo(last.toString());
        assertThat(ran.err().lines())
                .contains("talktrack: " + missing + ": There is no such file.")
                .contains("talktrack: " + folder + ": This is a folder, not a file.")
                .anyMatch(line -> line.startsWith("talktrack: " + broken + ": This transcript"))
                .noneMatch(line -> line.contains("Exception") || line.startsWith("\tat "));
    }

    @Test
    void aFaultInsideIsTheMachinesAndDoesNotStopTheOthersEither() throws Exception {
        List<Path> worked = new ArrayList<>();
        Path first = file("first.txt", "");
        Path second = file("second.txt", "");

        int exitCode =
                new FileBatch(false, new JsonOutput(true))
                        .run(
                                List.of(first, second),
                                file -> {
                                    worked.add(file);
                                    if (file.equals(first)) {
                                        throw new IllegalStateException("Bug: no such state");
                                    }
                                });

        assertThat(worked).containsExactly(first, second);
        assertThat(exitCode).isEqualTo(CommandFailure.MACHINE);
    }

    @Test
    void chineseSoundWithoutAModelIsTheMachinesFault() throws Exception {
        byte[] wav = new byte[44 + 32_000];
        System.arraycopy(
                new byte[] {
                    'R',
                    'I',
                    'F',
                    'F',
                    36,
                    125,
                    0,
                    0,
                    'W',
                    'A',
                    'V',
                    'E',
                    'f',
                    'm',
                    't',
                    ' ',
                    16,
                    0,
                    0,
                    0,
                    1,
                    0,
                    1,
                    0,
                    (byte) 0x80,
                    0x3E,
                    0,
                    0,
                    0,
                    125,
                    0,
                    0,
                    2,
                    0,
                    16,
                    0,
                    'd',
                    'a',
                    't',
                    'a',
                    0,
                    125,
                    0,
                    0
                },
                0,
                wav,
                0,
                44);
        Path file = Files.write(folder.resolve("电话.wav"), wav);

        Ran ran = run("transcribe", "--language", "zh", file.toString());

        assertThat(ran.exitCode()).isEqualTo(CommandFailure.MACHINE);
        assertThat(ran.err())
                .contains("There is no speech model for Chinese")
                .contains("models/zh");
    }

    @Test
    void aDataFolderThatCannotBeOneIsTheMachinesFault() throws Exception {
        Path noFolder = file("data", "a file").resolve("below");
        Path call = file("call.wav", "RIFF\0");

        int exitCode =
                new FileBatch(false, new JsonOutput(false))
                        .run(List.of(call), file -> Files.createDirectories(noFolder));

        assertThat(exitCode).isEqualTo(CommandFailure.MACHINE);
    }

    @Test
    void callsOfOneNameGetAPageEach() throws Exception {
        Path one = file("monday/call.vtt", ENGLISH);
        Path other = file("tuesday/call.vtt", ENGLISH);
        Path pages = folder.resolve("pages");

        Ran ran = run("analyze", "--html", pages.toString(), one.toString(), other.toString());

        assertThat(ran.exitCode()).isZero();
        assertThat(pages.resolve("call.vtt.html")).isNotEmptyFile();
        assertThat(pages.resolve("call.vtt-2.html")).isNotEmptyFile();
    }

    @Test
    void wrongUsageSaysWhatIsRight() {
        assertThat(run("transcribe").exitCode()).isEqualTo(CommandFailure.USAGE);
        assertThat(run("transcribe", "a.wav", "--channels", "left").err())
                .contains("'left' is none of rep,customer · customer,rep · mono · auto");
        assertThat(run("transcribe", "a.wav", "--language", "fr").exitCode())
                .isEqualTo(CommandFailure.USAGE);
    }

    private Path file(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Ran run(String command, String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(List.of(arguments));
        line.addAll(List.of("--data", temporary.resolve("data").toString()));
        try {
            System.setOut(new PrintStream(printed, true, UTF_8));
            System.setErr(new PrintStream(complained, true, UTF_8));
            int exitCode = Talktrack.commandLine().execute(line.toArray(String[]::new));
            return new Ran(exitCode, printed.toString(UTF_8), complained.toString(UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
