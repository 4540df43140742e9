package talktrack.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;

/** Watches a call on the server until it is read or has failed. */
final class CallFollower {

    private final ServerClient server;
    private final Duration pause;

    /**
     * @param pause between two looks
     */
    CallFollower(ServerClient server, Duration pause) {
        this.server = server;
        this.pause = pause;
    }

    /** The call as it is in the end: {@code analysed} or {@code failed}. */
    JsonNode follow(String callId) throws IOException, InterruptedException {
        try (ProgressLine line = new ProgressLine()) {
            while (true) {
                JsonNode call = server.get("/api/calls/" + callId);
                String status = call.path("status").asText();
                if (status.equals("analysed") || status.equals("failed")) {
                    return call;
                }
                JsonNode progress = call.path("progress");
                line.at(
                        status + " " + call.path("fileName").asText(),
                        progress.path("doneSeconds").asDouble(),
                        progress.path("totalSeconds").asDouble());
                Thread.sleep(pause);
            }
        }
    }
}
