package talktrack.api.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import talktrack.models.events.Document;
import talktrack.models.labels.Audience;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;

/**
 * A document as pages and the API show it.
 *
 * @param passages how many the chat finds; 0 unless indexed
 * @param problem why it cannot be read
 * @param remarks what else its author should know
 * @param byHand its file lies in the folder of documents and is replaced there
 * @param stale nobody has looked at it for a year
 */
record DocumentView(
        String id,
        String name,
        Language language,
        State state,
        long passages,
        Optional<String> problem,
        List<String> remarks,
        boolean byHand,
        boolean demonstration,
        Audience audience,
        Optional<LocalDate> reviewed,
        Optional<String> reviewedBy,
        Optional<LocalDate> expires,
        boolean expired,
        boolean stale,
        int version,
        List<VersionView> versions) {

    /** How far the chat has come with it. */
    enum State implements Label {
        /** Its passages are being made. */
        READING,
        /** The chat finds it. */
        INDEXED,
        /** It could not be read; nothing of it is found, or only an earlier version. */
        UNREADABLE
    }

    record VersionView(int number, long sizeBytes, Instant addedAt) {}

    static DocumentView of(Document document, Documents documents) {
        Optional<DocumentMirror.Outcome> outcome = documents.outcome(document);
        Standing standing = documents.standing(document);
        LocalDate today = documents.today();
        return new DocumentView(
                document.documentId(),
                document.name(),
                document.language(),
                outcome.map(DocumentView::state).orElse(State.READING),
                outcome.map(DocumentMirror.Outcome::passages).orElse(0L),
                outcome.flatMap(DocumentMirror.Outcome::problem),
                outcome.map(DocumentMirror.Outcome::remarks).orElse(List.of()),
                !DocumentFiles.ours(document.location()),
                document.demonstration(),
                document.audience(),
                document.reviewed(),
                document.reviewedBy(),
                document.expires(),
                standing.expired(today),
                standing.stale(today),
                document.version(),
                document.versions().reversed().stream()
                        .map(one -> new VersionView(one.number(), one.sizeBytes(), one.addedAt()))
                        .toList());
    }

    private static State state(DocumentMirror.Outcome outcome) {
        return outcome.problem().isPresent() ? State.UNREADABLE : State.INDEXED;
    }
}
