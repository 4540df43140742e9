package talktrack.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import talktrack.api.cli.report.Columns;

/** What the chat knows, and what it cannot read. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the documents with their state.",
        footer = {"", "Example:  talktrack documents list"})
final class DocumentsListCommand implements Callable<Integer> {

    @Mixin private DataOption data;

    @Option(names = "--json", description = "One JSON document.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        try (ServerClient server = ServerClient.find(data)) {
            JsonNode answer = server.get("/api/documents");
            if (json) {
                new JsonOutput(false).print(answer);
            } else {
                answer.path("documents").forEach(DocumentsListCommand::print);
            }
            return 0;
        }
    }

    private static void print(JsonNode document) {
        System.out.printf(
                "%s  %-10s  %-8s  v%d  %s%s%n",
                document.path("id").asText(),
                document.path("state").asText(),
                document.path("audience").asText(),
                document.path("version").asInt(),
                Columns.plain(document.path("name").asText()),
                Columns.plain(remarks(document)));
    }

    private static String remarks(JsonNode document) {
        StringBuilder remarks = new StringBuilder();
        if (document.path("state").asText().equals("indexed")) {
            remarks.append(", %d passages".formatted(document.path("passages").asLong()));
        }
        if (document.hasNonNull("problem")) {
            remarks.append(": ").append(document.path("problem").asText());
        }
        if (document.hasNonNull("expires")) {
            remarks.append(document.path("expired").asBoolean() ? ", expired on " : ", expires on ")
                    .append(document.path("expires").asText());
        }
        if (document.path("stale").asBoolean()) {
            remarks.append(", not reviewed for a year");
        }
        return remarks.toString();
    }
}
