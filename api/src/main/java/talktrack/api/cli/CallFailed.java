package talktrack.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** The server took a call in and could not process it. */
final class CallFailed extends IOException {

    private static final long serialVersionUID = 1L;

    private final String kind;

    CallFailed(String callId, JsonNode failure) {
        super(
                "%s (call %s; to try it once more: talktrack retry %s)"
                        .formatted(
                                failure.path("reason").asText("It could not be processed."),
                                callId,
                                callId));
        this.kind = failure.path("kind").asText("internal");
    }

    String kind() {
        return kind;
    }
}
