package talktrack.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import talktrack.api.cli.report.Columns;
import talktrack.models.events.Person;

/** Which calls the server has. */
@Command(
        name = "calls",
        mixinStandardHelpOptions = true,
        description = "Lists the running server's calls, the newest first.",
        footer = {"", "Example:  talktrack calls --rep \"Anna Brooks\" --status failed"})
final class CallsCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @Mixin private DataOption data;

    @Option(names = "--rep", paramLabel = "NAME", description = "Only this rep's.")
    private String rep;

    @Option(names = "--team", paramLabel = "NAME", description = "Only this team's.")
    private String team;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description =
                    "Only these: queued, decoding, transcribing, analysing, analysed or failed.")
    private String status;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "At most so many (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--json", description = "One JSON document.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        try (ServerClient server = ServerClient.find(data)) {
            JsonNode calls = server.get("/api/calls?" + query());
            if (json) {
                new JsonOutput(false).print(calls);
            } else {
                print(calls);
            }
            return 0;
        }
    }

    private String query() {
        return Stream.of(
                        Map.entry("rep", rep == null ? "" : idOf(rep)),
                        Map.entry("team", team == null ? "" : idOf(team)),
                        Map.entry("status", status == null ? "" : status),
                        Map.entry("limit", String.valueOf(limit)))
                .filter(parameter -> !parameter.getValue().isEmpty())
                .map(parameter -> parameter.getKey() + "=" + UrlPart.of(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static void print(JsonNode calls) {
        TextTable table = new TextTable("call", "started", "rep", "customer", "status", "");
        for (JsonNode call : calls.path("items")) {
            table.row(
                    call.path("id").asText(),
                    TIME.format(
                            Instant.parse(call.path("startedAt").asText())
                                    .atZone(ZoneId.systemDefault())),
                    Columns.plain(call.path("repName").asText()),
                    Columns.plain(call.path("customer").asText()),
                    call.path("status").asText(),
                    call.path("failure").path("kind").asText(""));
        }
        System.out.print(table);
        if (calls.hasNonNull("next")) {
            System.out.println("  … and more; ask for them with --limit");
        }
    }

    private static String idOf(String name) {
        try {
            return Person.idOf(name);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(e.getMessage());
        }
    }
}
