package talktrack.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import talktrack.api.cli.report.Columns;

/** A file into the running server's library: all of it or, when a row is wrong, nothing. */
abstract class LibraryImportCommand implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Mixin private DataOption data;

    @Parameters(paramLabel = "FILE", description = "Markdown (.md) or a table (.csv), in UTF-8.")
    private Path file;

    @Option(names = "--dry-run", description = "Only say what would happen.")
    private boolean dryRun;

    @Option(names = "--json", description = "One JSON document.")
    private boolean json;

    abstract String path();

    @Override
    public Integer call() throws Exception {
        String format = LibraryFile.format(file);
        String text = read();
        try (ServerClient server = ServerClient.find(data)) {
            JsonNode answer =
                    server.send(
                            server.request(
                                            "%s/import?format=%s%s"
                                                    .formatted(
                                                            path(),
                                                            format,
                                                            dryRun ? "&dry-run=true" : ""))
                                    .timeout(LIMIT)
                                    .header("Content-Type", "text/plain; charset=utf-8")
                                    .POST(HttpRequest.BodyPublishers.ofString(text))
                                    .build());
            if (json) {
                new JsonOutput(false).print(answer);
            } else {
                print(answer);
            }
            return 0;
        }
    }

    private String read() {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw CommandFailure.input(file + ": There is no such file.", e);
        } catch (MalformedInputException e) {
            throw CommandFailure.input(
                    file + ": It is not in UTF-8; save it as UTF-8 and try again.", e);
        } catch (IOException e) {
            throw CommandFailure.input(file + ": " + e.getMessage(), e);
        }
    }

    private void print(JsonNode answer) {
        int created = 0;
        int changed = 0;
        int same = 0;
        for (JsonNode row : answer.path("rows")) {
            switch (row.path("what").asText()) {
                case "new" -> created++;
                case "changed" -> changed++;
                default -> same++;
            }
            if (!row.path("what").asText().equals("same")) {
                System.out.println(
                        "line %d: %s %s, %s: %s"
                                .formatted(
                                        row.path("line").asInt(),
                                        row.path("what").asText(),
                                        row.path("id").asText(),
                                        row.path("status").asText(),
                                        Columns.plain(row.path("title").asText())));
            }
        }
        System.out.println(
                "%s: %d new, %d changed, %d as before%s"
                        .formatted(
                                file,
                                created,
                                changed,
                                same,
                                answer.path("written").asBoolean()
                                        ? ""
                                        : "; a dry run: nothing was written"));
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description =
                    "Takes talk tracks from a file into the running server; all of them or, when a row is wrong, none. New ones are drafts unless their row says approved.",
            footer = {
                "",
                "Example:  talktrack talk-tracks import talk-tracks.csv --dry-run",
                "          an exported file shows the columns; a row without id is a new talk track"
            })
    static final class OfTalkTracks extends LibraryImportCommand {
        @Override
        String path() {
            return "/api/talk-tracks";
        }
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description =
                    "Takes cases from a file into the running server; all of them or, when a row is wrong, none. New ones are drafts unless their row says approved.",
            footer = {
                "",
                "Example:  talktrack cases import cases.md --dry-run",
                "          an exported file shows the fields; a section without id is a new case"
            })
    static final class OfCases extends LibraryImportCommand {
        @Override
        String path() {
            return "/api/cases";
        }
    }
}
