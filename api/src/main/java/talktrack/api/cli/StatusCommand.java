package talktrack.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What runs, lags and fails. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description =
                "Shows what the running server does: its parts, what waits, which speech models it"
                        + " has.",
        footer = {"", "Example:  talktrack status --json"})
final class StatusCommand implements Callable<Integer> {

    @Mixin private DataOption data;

    @Option(names = "--json", description = "One JSON document.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        try (ServerClient server = ServerClient.find(data)) {
            JsonNode status = server.get("/api/status");
            System.out.print(
                    json
                            ? status.toPrettyString() + System.lineSeparator()
                            : readable(server, status));
            return status.path("status").asText().equals("ok") ? 0 : CommandFailure.MACHINE;
        }
    }

    private static String readable(ServerClient server, JsonNode status) {
        TextTable table = new TextTable("part", "state", "");
        for (JsonNode part : status.path("components")) {
            table.row(
                    part.path("id").asText(),
                    part.path("state").asText(),
                    part.path("detail").asText());
        }
        StringBuilder text = new StringBuilder();
        text.append("%s: %s%n%n".formatted(server.url(), status.path("status").asText()))
                .append(table);
        text.append("%nCalls waiting or in work: %d%n".formatted(status.path("queue").asInt()));
        int failed = status.path("failed").asInt();
        text.append(
                "Calls that failed: %d%s%n"
                        .formatted(
                                failed, failed == 0 ? "" : " (talktrack calls --status failed)"));
        status.path("lag")
                .properties()
                .forEach(
                        lag ->
                                text.append(
                                        "Records behind, %s: %d%n"
                                                .formatted(lag.getKey(), lag.getValue().asLong())));
        status.path("speechModels")
                .properties()
                .forEach(
                        model ->
                                text.append(
                                        "Speech model, %s: %s%n"
                                                .formatted(
                                                        model.getKey(),
                                                        model.getValue().isNull()
                                                                ? "none"
                                                                : model.getValue().asText())));
        return text.append(languageModel(status.path("llm"))).toString();
    }

    private static String languageModel(JsonNode llm) {
        if (llm.path("provider").asText("none").equals("none")) {
            return "Language model: none%n".formatted();
        }
        JsonNode today = llm.path("today");
        return "Language model: %s %s at %s, remote: %s; today %d requests, %d tokens%n"
                .formatted(
                        llm.path("provider").asText(),
                        llm.path("model").asText(),
                        llm.path("host").asText(),
                        llm.path("remote").asBoolean() ? "yes" : "no",
                        today.path("requests").asLong(),
                        today.path("tokens").asLong());
    }
}
