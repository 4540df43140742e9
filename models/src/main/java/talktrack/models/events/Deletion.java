package talktrack.models.events;

import java.time.Instant;

/**
 * A call is deleted, whatever arrives late. Topic {@code deletions}, key {@link #callId()}.
 *
 * @param revision the newest revision when it was deleted: that one and all older ones are gone; a
 *     later upload has a higher one
 */
public record Deletion(String callId, int revision, Instant deletedAt) {}
