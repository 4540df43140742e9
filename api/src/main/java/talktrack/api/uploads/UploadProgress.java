package talktrack.api.uploads;

import java.time.Instant;

/**
 * How far an upload has come.
 *
 * @param offsetBytes how many bytes lie on the disk
 */
record UploadProgress(String id, UploadNote note, long offsetBytes) {

    /** All of it is here, but it is no call yet. */
    boolean wholeButNoCall() {
        return !note.finished() && offsetBytes == note.lengthBytes();
    }

    /** What is still to come. */
    long missingBytes() {
        return Math.max(0, note.lengthBytes() - offsetBytes);
    }

    /**
     * Whether its time is over. Somebody's whole recording waits for a server's start first, as
     * what keeps it from being a call (Kafka, a bucket) may be away for longer than that.
     */
    boolean expired(Instant now) {
        return note.expiresAt().isBefore(now) && (!wholeButNoCall() || note.triedAtStart());
    }
}
