package talktrack.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Another try at a call. */
@Command(
        name = "retry",
        mixinStandardHelpOptions = true,
        description =
                "Has the running server process a call once more, and follows it until it is analysed.",
        footer = {"", "Example:  talktrack retry 4f9c1c0b7a4d2e6f8a1b3c5d"})
final class RetryCommand implements Callable<Integer> {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    @Mixin private DataOption data;

    @Parameters(paramLabel = "CALL", description = "The call's id, as 'talktrack calls' lists it.")
    private String callId;

    @Option(names = "--no-wait", description = "Do not follow the call.")
    private boolean noWait;

    @Option(names = "--json", description = "One JSON document.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        try (ServerClient server = ServerClient.find(data)) {
            String path = "/api/calls/" + UrlPart.of(callId);
            JsonNode call = server.post(path + "/retry", Map.of());
            if (!noWait) {
                call = new CallFollower(server, LOOK_EVERY).follow(call.path("id").asText());
            }
            String status = call.path("status").asText();
            if (json) {
                new JsonOutput(false).print(call);
            } else {
                System.out.println(callId + ": " + status);
            }
            if (status.equals("failed")) {
                throw CommandFailure.input(
                        callId + ": " + call.path("failure").path("reason").asText(), null);
            }
            return 0;
        }
    }
}
