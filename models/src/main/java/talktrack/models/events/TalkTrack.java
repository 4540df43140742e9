package talktrack.models.events;

import java.util.List;
import java.util.Optional;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;

/**
 * An approved script for a situation (话术). Topic {@code talk-tracks}, key {@link #id()}.
 *
 * @param text what to say, with blanks in curly braces
 * @param keywords words a customer would use when this fits
 */
public record TalkTrack(
        String id,
        Language language,
        Situation situation,
        String title,
        String text,
        String nextQuestion,
        String why,
        List<String> keywords,
        Status status,
        int version) {

    /** When a talk track fits: an objection was raised, or a question of this type was missed. */
    public record Situation(
            Optional<ObjectionType> objection, Optional<QuestionType> questionType) {}

    /** Only approved talk tracks are ever suggested. */
    public enum Status implements Label {
        DRAFT,
        APPROVED,
        RETIRED
    }

    public TalkTrack {
        keywords = List.copyOf(keywords);
    }
}
