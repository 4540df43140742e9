package talktrack.api.cli;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the running server's library holds, as one file. */
abstract class LibraryExportCommand implements Callable<Integer> {

    @Mixin private DataOption data;

    @Parameters(paramLabel = "FILE", description = "Ends with .md or .csv, which says the format.")
    private Path file;

    @Option(
            names = "--status",
            description = "Only those that are draft, approved or retired (default: all).")
    private String status;

    @Option(names = "--language", description = "Only those in en or zh (default: both).")
    private String language;

    @Option(names = "--force", description = "Overwrite the file.")
    private boolean force;

    abstract String path();

    @Override
    public Integer call() throws Exception {
        String format = LibraryFile.format(file);
        if (Files.exists(file) && !force) {
            throw CommandFailure.usage(
                    file + ": is there already; --force overwrites it, nothing was written.");
        }
        try (ServerClient server = ServerClient.find(data)) {
            String query =
                    "?format=%s&status=%s&language=%s"
                            .formatted(
                                    format,
                                    UrlPart.of(status == null ? "" : status),
                                    UrlPart.of(language == null ? "" : language));
            HttpResponse<byte[]> answer =
                    server.file(server.request(path() + "/export" + query).GET().build());
            Files.write(file, answer.body());
            System.out.println(
                    "%s: %d bytes, %s"
                            .formatted(
                                    file,
                                    answer.body().length,
                                    LibraryFile.rows(
                                            new String(answer.body(), StandardCharsets.UTF_8),
                                            format)));
            return 0;
        }
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description =
                    "Writes the talk tracks of the running server into one file, to be read, changed and imported again.",
            footer = {
                "",
                "Example:  talktrack talk-tracks export talk-tracks.csv --status approved"
            })
    static final class OfTalkTracks extends LibraryExportCommand {
        @Override
        String path() {
            return "/api/talk-tracks";
        }
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description =
                    "Writes the cases of the running server into one file, to be read, changed and imported again.",
            footer = {"", "Example:  talktrack cases export cases.md"})
    static final class OfCases extends LibraryExportCommand {
        @Override
        String path() {
            return "/api/cases";
        }
    }
}
