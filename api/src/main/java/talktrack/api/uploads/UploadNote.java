package talktrack.api.uploads;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * What is known of an upload beside its bytes; lies in a file next to them.
 *
 * @param lengthBytes of the whole file
 * @param told by the client: {@code filename} and the fields of the form; nothing once it is a call
 * @param expiresAt when the upload is removed, unless bytes come before
 * @param callId the call that it became, or empty
 * @param triedAtStart whether a server's start could not make it a call although it is whole
 */
record UploadNote(
        long lengthBytes,
        Map<String, String> told,
        Instant expiresAt,
        String callId,
        boolean triedAtStart) {

    UploadNote {
        Objects.requireNonNull(expiresAt, "expiresAt");
        told = told == null ? Map.of() : Map.copyOf(told);
        callId = callId == null ? "" : callId;
    }

    static UploadNote begun(long lengthBytes, Map<String, String> told, Instant expiresAt) {
        return new UploadNote(lengthBytes, told, expiresAt, "", false);
    }

    boolean finished() {
        return !callId.isEmpty();
    }

    /** Once the call has it, nothing of what was told stays here. */
    UploadNote became(String call) {
        return new UploadNote(lengthBytes, Map.of(), expiresAt, call, triedAtStart);
    }

    UploadNote until(Instant later) {
        return new UploadNote(lengthBytes, told, later, callId, triedAtStart);
    }

    UploadNote triedInVain(Instant until) {
        return new UploadNote(lengthBytes, told, until, callId, true);
    }
}
