package talktrack.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import talktrack.api.standalone.Standalone;

/** Everything on one machine, with invented calls to look at. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Runs everything on this machine with about sixty invented calls, prints the teams' heatmaps, and stays up until Ctrl-C.",
        footer = {"", "Example:  talktrack demo --port 8080"})
final class DemoCommand implements Callable<Integer> {

    private static final long POLL_MILLIS = 500;

    @Mixin private DataOption data;

    @Option(names = "--port", paramLabel = "N", description = "Port of the page (default: 7070).")
    private Optional<Integer> port = Optional.empty();

    @Override
    public Integer call() throws Exception {
        Path folder = data.or("talktrack-demo");
        try (Standalone server = ServerStart.start(folder, port, true);
                ServerClient client = ServerClient.of(folder)) {
            long startedNanos = System.nanoTime();
            int waited;
            try {
                waited = awaitCalls(client);
            } catch (CommandFailure e) {
                if (server.stopping()) {
                    server.awaitStop(); // Ctrl-C: there is nothing to complain about
                }
                throw e;
            }
            if (waited > 0) {
                System.err.printf(
                        "  %d calls read in %.0f s%n",
                        waited, (System.nanoTime() - startedNanos) / 1e9);
            }
            for (JsonNode team : client.get("/api/teams").path("items")) {
                JsonNode heatmap =
                        client.get(
                                "/api/teams/" + UrlPart.of(team.path("id").asText()) + "/heatmap");
                System.out.printf(
                        "%nTeam %s: mean skill scores of ten weeks, 0 to 100 (↗ ↘ trend; in brackets: fewer than three calls)%n%n",
                        team.path("name").asText());
                System.out.print(HeatmapTable.of(heatmap));
            }
            ServerStart.printAddress(server, folder);
            server.awaitStop();
        }
        return 0;
    }

    /**
     * Shows progress until every call is analysed or has failed, and until the heatmaps show it.
     *
     * @return how many calls were not ready at first
     */
    private static int awaitCalls(ServerClient client) throws IOException, InterruptedException {
        boolean terminal = Terminal.showsErrors();
        int first = -1;
        int last = -1;
        while (true) {
            JsonNode status = client.get("/api/status");
            int waiting = status.path("queue").asInt();
            long behind = 0;
            for (JsonNode lag : status.path("lag")) {
                behind += lag.asLong();
            }
            if (first < 0) {
                first = waiting;
            }
            if (waiting != last && first > 0 && (terminal || last < 0 || waiting % 10 == 0)) {
                String line =
                        "  transcribing and scoring: %d of %d calls to go"
                                .formatted(waiting, first);
                System.err.print(terminal ? "\r\033[K" + line : line + System.lineSeparator());
            }
            last = waiting;
            if (waiting == 0 && behind == 0) {
                if (terminal && first > 0) {
                    System.err.print("\r\033[K");
                }
                return first;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }
}
