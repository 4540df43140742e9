package talktrack.models.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import talktrack.models.labels.Audience;
import talktrack.models.labels.Language;

/**
 * A product document that the chat may cite; the bytes are in the store. Topic {@code documents},
 * key {@link #documentId()}.
 *
 * @param name as people know it, such as {@code pricing.md}
 * @param location in the document store, relative to it
 * @param addedAt when this version came
 * @param version 1 is the first; the same bytes again are no new version
 * @param audience internal when nobody said otherwise
 * @param reviewed when somebody last found this version to be right
 * @param reviewedBy who did
 * @param expires the last day on which it is cited
 * @param earlier the versions before, oldest first
 */
public record Document(
        String documentId,
        String name,
        Language language,
        String location,
        String sha256,
        long sizeBytes,
        boolean demonstration,
        Instant addedAt,
        int version,
        Audience audience,
        Optional<LocalDate> reviewed,
        Optional<String> reviewedBy,
        Optional<LocalDate> expires,
        List<Version> earlier) {

    /** Bytes that were replaced. */
    public record Version(
            int number, String location, String sha256, long sizeBytes, Instant addedAt) {}

    public Document {
        version = version == 0 ? 1 : version;
        audience = audience == null ? Audience.INTERNAL : audience;
        reviewed = reviewed == null ? Optional.empty() : reviewed;
        reviewedBy = reviewedBy == null ? Optional.empty() : reviewedBy;
        expires = expires == null ? Optional.empty() : expires;
        earlier = earlier == null ? List.of() : List.copyOf(earlier);
    }

    /** All versions, oldest first. */
    public List<Version> versions() {
        return Stream.concat(
                        earlier.stream(),
                        Stream.of(new Version(version, location, sha256, sizeBytes, addedAt)))
                .toList();
    }

    public Document with(Audience newAudience) {
        return with(newAudience, reviewed, reviewedBy, expires);
    }

    public Document reviewed(LocalDate day, String by) {
        return with(audience, Optional.of(day), Optional.of(by), expires);
    }

    public Document expiring(Optional<LocalDate> day) {
        return with(audience, reviewed, reviewedBy, day);
    }

    private Document with(
            Audience newAudience,
            Optional<LocalDate> newReviewed,
            Optional<String> newReviewedBy,
            Optional<LocalDate> newExpires) {
        return new Document(
                documentId,
                name,
                language,
                location,
                sha256,
                sizeBytes,
                demonstration,
                addedAt,
                version,
                newAudience,
                newReviewed,
                newReviewedBy,
                newExpires,
                earlier);
    }
}
