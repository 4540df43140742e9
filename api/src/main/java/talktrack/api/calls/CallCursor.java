package talktrack.api.calls;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import talktrack.api.http.Problem;

/** Where the next page of the list of calls starts: after this call, which may be gone by then. */
record CallCursor(Instant startedAt, String id) {

    static CallCursor after(Call call) {
        return new CallCursor(call.details().startedAt(), call.id());
    }

    static CallCursor parse(String text) {
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
                            .split(" ", 2);
            return new CallCursor(Instant.parse(parts[0]), parts[1]);
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw Problem.badRequest(
                    "'%s' is no cursor of this list.".formatted(text),
                    "Leave `cursor` out to start at the newest call.");
        }
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((startedAt + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a call comes after this place, the newest being first. */
    boolean precedes(Call call) {
        int byTime = call.details().startedAt().compareTo(startedAt);
        return byTime < 0 || (byTime == 0 && call.id().compareTo(id) < 0);
    }
}
