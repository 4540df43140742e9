package talktrack.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import talktrack.api.cli.report.Columns;

/** Whom of a team to coach on what, in the terminal. */
@Command(
        name = "coach",
        mixinStandardHelpOptions = true,
        description =
                "Prints whom of a team to coach on what, with the clip to begin with, and whose skills fall.",
        footer = {"", "Example:  talktrack coach --team Harbor"})
final class CoachCommand implements Callable<Integer> {

    @Mixin private DataOption data;

    @Option(names = "--team", paramLabel = "NAME", required = true, description = "This team.")
    private String team;

    @Option(
            names = "--weeks",
            paramLabel = "N",
            defaultValue = "10",
            description = "The last weeks with calls (default: ${DEFAULT-VALUE}).")
    private int weeks;

    @Option(names = "--json", description = "One JSON document.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        try (ServerClient server = ServerClient.find(data)) {
            JsonNode coaching =
                    server.get(
                            "/api/teams/%s/coaching?lang=en&weeks=%d"
                                    .formatted(HeatmapCommand.id(server, "teams", team), weeks));
            if (json) {
                new JsonOutput(false).print(coaching);
            } else {
                print(coaching);
            }
        }
        return 0;
    }

    private static void print(JsonNode coaching) {
        if (coaching.path("items").isEmpty()) {
            System.out.println(
                    "Nothing to recommend: nobody has three calls with a skill that is surely weak.");
        }
        int number = 0;
        for (JsonNode one : coaching.path("items")) {
            number++;
            line("%d. %s – %s".formatted(number, text(one, "repName"), text(one, "reason")));
            line("   " + text(one, "task"));
            JsonNode clip = one.path("clip");
            if (!clip.isMissingNode()) {
                line("   clip: %s, %s".formatted(text(clip, "customer"), at(clip)));
                for (JsonNode said : clip.path("lines")) {
                    line("     %s: %s".formatted(text(said, "speaker"), text(said, "text")));
                }
            }
        }
        for (JsonNode one : coaching.path("warnings")) {
            line(
                    "Falling: %s, %s from %.0f to %.0f in the last %d calls"
                            .formatted(
                                    text(one, "repName"),
                                    text(one, "skill"),
                                    one.path("before").path("score").asDouble(),
                                    one.path("after").path("score").asDouble(),
                                    one.path("after").path("n").asInt()));
        }
    }

    /** Where in the call, for those who open it on the page. */
    private static String at(JsonNode clip) {
        JsonNode start = clip.path("startSeconds");
        String call = "call " + text(clip, "callId");
        return start.isMissingNode()
                ? call
                : "%s at %d:%02d".formatted(call, start.asInt() / 60, start.asInt() % 60);
    }

    private static void line(String text) {
        System.out.println(text);
    }

    /** Names and words come from calls, so they are made harmless. */
    private static String text(JsonNode node, String field) {
        return Columns.plain(node.path(field).asText());
    }
}
