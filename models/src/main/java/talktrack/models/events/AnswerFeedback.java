package talktrack.models.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;

/**
 * What somebody thinks of an answer of the chat. Topic {@code answer-feedback}, key {@link
 * #turnId()}: who changes their mind replaces it. Question and answer stand in it, since people
 * delete conversations and the team is to learn all the same.
 *
 * @param reason why it does not help
 * @param comment in the asker's own words, or empty
 * @param visitor whether they came through the widget, not logged in; the first records do not say
 */
public record AnswerFeedback(
        String turnId,
        String question,
        Optional<String> understoodAs,
        Language language,
        boolean answered,
        String answer,
        List<CitedPassage> passages,
        boolean helpful,
        Optional<Reason> reason,
        String comment,
        Instant givenAt,
        boolean visitor) {

    /** Why an answer does not help. */
    public enum Reason implements Label {
        WRONG,
        INCOMPLETE,
        OUT_OF_DATE,
        /** It answers something else. */
        MISUNDERSTOOD,
        /** It was refused, though the documents say it. */
        IN_THE_DOCUMENTS,
        OTHER
    }

    public AnswerFeedback {
        passages = List.copyOf(passages);
    }
}
