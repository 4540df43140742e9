package talktrack.api.documents;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import talktrack.models.events.Document;
import talktrack.models.labels.Audience;

/**
 * Who may read a document and how fresh it is, beside each of its passages.
 *
 * @param since when this version was last found right: the day of its review, else when it came
 * @param expires the last day on which it is cited
 */
public record Standing(Audience audience, Optional<LocalDate> since, Optional<LocalDate> expires) {

    /** Somebody should look at a document once a year. */
    static final int STALE_AFTER_DAYS = 365;

    public Standing {
        since = since == null ? Optional.empty() : since;
        expires = expires == null ? Optional.empty() : expires;
    }

    static Standing of(Document document, ZoneId zone) {
        return new Standing(
                document.audience(),
                document.reviewed()
                        .or(() -> Optional.of(LocalDate.ofInstant(document.addedAt(), zone))),
                document.expires());
    }

    /** Of a file in a folder, where nobody knows more. */
    static Standing of(FrontMatter frontMatter) {
        return new Standing(
                frontMatter.audience().orElse(Audience.INTERNAL),
                frontMatter.reviewed(),
                frontMatter.expires());
    }

    /** Whether nobody has looked at it for long. */
    public boolean stale(LocalDate today) {
        return since.filter(day -> day.plusDays(STALE_AFTER_DAYS).isBefore(today)).isPresent();
    }

    public boolean expired(LocalDate today) {
        return expires.filter(day -> day.isBefore(today)).isPresent();
    }
}
