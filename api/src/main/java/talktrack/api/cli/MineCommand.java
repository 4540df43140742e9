package talktrack.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import talktrack.api.cli.report.Columns;

/** Drafts for a library out of the team's own calls. */
abstract class MineCommand implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Mixin private DataOption data;

    @Option(names = "--json", description = "One JSON document.")
    private boolean json;

    private final String path;
    private final String page;

    /**
     * @param path of the library in the API
     * @param page where its drafts are read
     */
    private MineCommand(String path, String page) {
        this.path = path;
        this.page = page;
    }

    @Override
    public Integer call() throws Exception {
        try (ServerClient server = ServerClient.find(data)) {
            JsonNode answer =
                    server.send(
                            server.request(path + "/mine")
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
                    "%d drafts from %d calls (%d more are like what is there). Read them: %s"
                            .formatted(
                                    answer.path("proposed").size(),
                                    answer.path("calls").asInt(),
                                    answer.path("alike").asInt(),
                                    server.url().resolve(page)));
            return 0;
        }
    }

    @Command(
            name = "mine",
            mixinStandardHelpOptions = true,
            description =
                    "Proposes talk tracks out of the best moments of calls that ended with an order or a next step. They are drafts: a coach reads and approves them on the page.",
            footer = {"", "Example:  talktrack talk-tracks mine"})
    static final class OfTalkTracks extends MineCommand {
        OfTalkTracks() {
            super("/api/talk-tracks", "/library?status=draft");
        }
    }

    @Command(
            name = "mine",
            mixinStandardHelpOptions = true,
            description =
                    "Proposes cases out of calls that ended with an order or a next step: who the customer is, who decides, what was wrong and what it is worth to have it otherwise, in their own words. They are drafts: a coach fills in the blanks and approves them on the page.",
            footer = {"", "Example:  talktrack cases mine"})
    static final class OfCases extends MineCommand {
        OfCases() {
            super("/api/cases", "/library?kind=cases&status=draft");
        }
    }
}
