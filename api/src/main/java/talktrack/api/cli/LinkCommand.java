package talktrack.api.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A new way in for a browser. */
@Command(
        name = "link",
        mixinStandardHelpOptions = true,
        description =
                "Prints a new login link for the running server; it works once, for ten minutes.",
        footer = {"", "Example:  talktrack link"})
final class LinkCommand implements Callable<Integer> {

    @Mixin private DataOption data;

    @Override
    public Integer call() throws Exception {
        try (ServerClient server = ServerClient.find(data)) {
            System.out.println(server.post("/api/links", Map.of()).path("url").asText());
        }
        return 0;
    }
}
