package talktrack.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import talktrack.api.cli.report.Columns;

/** Documents for the chat. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description =
                "Hands documents to the running server. A file of the same name as one handed in"
                        + " before is its new version.",
        footer = {"", "Example:  talktrack documents add handbook.pdf prices.xlsx"})
final class DocumentsAddCommand implements Callable<Integer> {

    /** The server reads a document before it answers. */
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(3);

    @Mixin private DataOption data;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "PDF, Office, Markdown, HTML, CSV or text files.")
    private List<Path> files;

    @Override
    public Integer call() throws Exception {
        int failures = 0;
        try (ServerClient server = ServerClient.find(data)) {
            for (Path file : files) {
                failures += add(server, file) ? 0 : 1;
            }
        }
        return failures == 0 ? 0 : CommandFailure.INPUT;
    }

    private static boolean add(ServerClient server, Path file)
            throws IOException, InterruptedException {
        if (!Files.isRegularFile(file)) {
            FileBatch.complain(file, "There is no such file.");
            return false;
        }
        try {
            JsonNode added = server.send(request(server, file));
            System.out.printf(
                    "%s  v%d  %s%n",
                    added.path("id").asText(),
                    added.path("version").asInt(),
                    Columns.plain(added.path("name").asText()));
            return true;
        } catch (FileNotFoundException e) {
            FileBatch.complain(file, "It cannot be opened.");
        } catch (CommandFailure e) {
            if (e.exitCode() == CommandFailure.MACHINE) {
                throw e;
            }
            FileBatch.complain(file, e.getMessage());
        }
        return false;
    }

    private static HttpRequest request(ServerClient server, Path file)
            throws FileNotFoundException {
        UploadForm form = new UploadForm(Map.of(), file);
        return server.request("/api/documents")
                .timeout(ANSWER_LIMIT)
                .header("Content-Type", form.contentType())
                .POST(form.body(bytes -> {}))
                .build();
    }
}
