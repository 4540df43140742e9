package talktrack.api.calls;

import java.util.Map;

/**
 * What an upload or a retry gets back.
 *
 * @param id the same as {@code callId}
 * @param links where to see how far the call is
 */
record CallAccepted(String callId, String id, CallStatus status, Map<String, String> links) {
    static CallAccepted of(Call call) {
        return new CallAccepted(
                call.id(), call.id(), call.status(), Map.of("self", "/api/calls/" + call.id()));
    }
}
