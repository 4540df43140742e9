package talktrack.api.chat;

import java.time.Instant;
import java.util.Optional;
import talktrack.api.http.Problem;
import talktrack.models.events.AnswerFeedback;
import talktrack.models.events.AnswerFeedback.Reason;
import talktrack.models.events.ChatConversation.Turn;
import talktrack.models.labels.Label;

/**
 * What somebody says of an answer, as it comes in.
 *
 * @param reason one of wrong, incomplete, out-of-date, misunderstood, in-the-documents, other; only
 *     when it does not help
 */
record Judgement(boolean helpful, String reason, String comment) {

    private static final int COMMENT_CHARACTERS = 1_000;

    /**
     * The same as it is kept.
     *
     * @throws Problem 400 when it is too long, or gives a reason that is none
     */
    AnswerFeedback of(Turn turn, boolean visitor, Instant now) {
        return new AnswerFeedback(
                turn.turnId(),
                turn.question(),
                turn.understoodAs(),
                turn.language(),
                turn.answered(),
                turn.answer(),
                turn.passages(),
                helpful,
                helpful ? Optional.empty() : known(reason),
                checked(comment),
                now,
                visitor);
    }

    private static String checked(String comment) {
        String words = comment == null ? "" : comment.strip();
        if (words.length() > COMMENT_CHARACTERS) {
            throw Problem.badRequest(
                    "The comment has %d characters.".formatted(words.length()),
                    "Write at most %d.".formatted(COMMENT_CHARACTERS));
        }
        return words;
    }

    private static Optional<Reason> known(String id) {
        if (id == null || id.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Label.parse(Reason.class, id));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(
                    "The reason is not right: %s.".formatted(e.getMessage()),
                    "Use one of these words, or leave it out.");
        }
    }
}
