package talktrack.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import talktrack.api.cli.report.Columns;

/** Drafts out of the team's own best moments. */
@Command(
        name = "mine",
        mixinStandardHelpOptions = true,
        description =
                "Proposes talk tracks out of the best moments of calls that ended with an order or a next step. They are drafts: a coach reads and approves them on the page.",
        footer = {"", "Example:  talktrack talk-tracks mine"})
final class TalkTracksMineCommand implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Mixin private DataOption data;

    @Option(names = "--json", description = "One JSON document.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        try (ServerClient server = ServerClient.find(data)) {
            JsonNode answer =
                    server.send(
                            server.request("/api/talk-tracks/mine")
                                    .timeout(LIMIT)
                                    .POST(HttpRequest.BodyPublishers.noBody())
                                    .build());
            if (json) {
                new JsonOutput(false).print(answer);
                return 0;
            }
            for (JsonNode draft : answer.path("proposed")) {
                System.out.println(
                        "%s  %s"
                                .formatted(
                                        draft.path("id").asText(),
                                        Columns.plain(draft.path("title").asText())));
            }
            System.out.println(
                    "%d drafts from %d calls (%d moments are like what is there). Read them: %s"
                            .formatted(
                                    answer.path("proposed").size(),
                                    answer.path("calls").asInt(),
                                    answer.path("alike").asInt(),
                                    server.url().resolve("/library?status=draft")));
            return 0;
        }
    }
}
