package talktrack.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import talktrack.api.cli.report.Columns;
import talktrack.models.events.Json;

/** Thumbs up and down, with the questions and answers they are about. */
@Command(
        name = "feedback",
        mixinStandardHelpOptions = true,
        description = "Prints what people think of answers, newest first.",
        footer = {"", "Example:  talktrack chat feedback --json > feedback.jsonl"})
final class ChatFeedbackCommand implements Callable<Integer> {

    @Mixin private DataOption data;

    @Option(names = "--json", description = "JSON lines, one a judgement.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        JsonNode all;
        try (ServerClient server = ServerClient.find(data)) {
            all = server.get("/api/chat/feedback").path("items");
        }
        if (json) {
            for (JsonNode one : all) {
                System.out.println(Json.mapper().writeValueAsString(one));
            }
            return 0;
        }
        if (all.isEmpty()) {
            System.out.println("Nobody has judged an answer yet.");
        }
        for (JsonNode one : all) {
            System.out.printf(
                    "%s %s%n    %s%n",
                    one.path("helpful").asBoolean() ? "helped  " : "did not ",
                    Columns.plain(one.path("question").asText()),
                    Columns.plain(
                            "%s %s"
                                    .formatted(
                                            one.path("reason").asText(""),
                                            one.path("comment").asText(""))));
        }
        return 0;
    }
}
