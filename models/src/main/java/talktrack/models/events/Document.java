package talktrack.models.events;

import java.time.Instant;
import talktrack.models.labels.Language;

/**
 * A product document that the chat may cite; the bytes are in the store. Topic {@code documents},
 * key {@link #documentId()}.
 *
 * @param name as people know it, such as {@code pricing.md}
 * @param location in the document store, relative to it
 */
public record Document(
        String documentId,
        String name,
        Language language,
        String location,
        String sha256,
        long sizeBytes,
        boolean demonstration,
        Instant addedAt) {}
