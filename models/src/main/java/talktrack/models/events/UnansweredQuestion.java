package talktrack.models.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;

/**
 * A question that the documents do not answer, with all who asked it. Topic {@code
 * unanswered-questions}, key {@link #questionId()}.
 *
 * @param question as it was first asked
 * @param wordings other ways in which it was asked, the newest last
 * @param askers digests of the logins of those who asked; visitors of the widget have none
 * @param contacts where to reach those who want to be told; whatever they wrote
 * @param timesAsked how often, by whomever
 * @param nearest passages that came nearest, none of which answers
 * @param answeredBy name of the document that was written to answer it
 */
public record UnansweredQuestion(
        String questionId,
        String question,
        Language language,
        List<String> wordings,
        List<String> askers,
        List<String> contacts,
        int timesAsked,
        List<CitedPassage> nearest,
        Status status,
        Optional<String> answeredBy,
        Instant firstAskedAt,
        Instant lastAskedAt,
        Optional<Instant> closedAt) {

    /** What the team has done about it. */
    public enum Status implements Label {
        OPEN,
        /** A document was written. */
        ANSWERED,
        /** The team will not answer it. */
        DISMISSED
    }

    private static final int MOST_KEPT = 20;

    public UnansweredQuestion {
        wordings = List.copyOf(wordings);
        askers = List.copyOf(askers);
        contacts = List.copyOf(contacts);
        nearest = List.copyOf(nearest);
    }

    /**
     * Asked again.
     *
     * @param asker or empty
     */
    public UnansweredQuestion again(String wording, String asker, Instant askedAt) {
        return new UnansweredQuestion(
                questionId,
                question,
                language,
                wording.equals(question) ? wordings : with(wordings, wording),
                with(askers, asker),
                contacts,
                timesAsked + 1,
                nearest,
                status,
                answeredBy,
                firstAskedAt,
                askedAt,
                closedAt);
    }

    /** Somebody wants to be told. */
    public UnansweredQuestion withContact(String contact) {
        return new UnansweredQuestion(
                questionId,
                question,
                language,
                wordings,
                askers,
                with(contacts, contact),
                timesAsked,
                nearest,
                status,
                answeredBy,
                firstAskedAt,
                lastAskedAt,
                closedAt);
    }

    /** Whether one more contact pushes out none. */
    public boolean hasRoomForContact() {
        return contacts.size() < MOST_KEPT;
    }

    /** What the team decided. */
    public UnansweredQuestion closed(Status how, Optional<String> document, Optional<Instant> at) {
        return new UnansweredQuestion(
                questionId,
                question,
                language,
                wordings,
                askers,
                contacts,
                timesAsked,
                nearest,
                how,
                document,
                firstAskedAt,
                lastAskedAt,
                at);
    }

    /** The newest are kept. */
    private static List<String> with(List<String> all, String one) {
        if (one.isBlank() || all.contains(one)) {
            return all;
        }
        return Stream.concat(
                        all.stream().skip(Math.max(0, all.size() - MOST_KEPT + 1)), Stream.of(one))
                .toList();
    }
}
