package talktrack.models.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.Phase;
import talktrack.models.labels.QuestionType;

/**
 * A script for a situation (话术). Topic {@code talk-tracks} has the newest version, key {@link
 * #id()}; topic {@code talk-track-versions} has all of them, key {@link Versioned#key}.
 *
 * @param text what to say, with blanks in curly braces
 * @param keywords words a customer would use when this fits
 * @param minedFrom the moment of a call whose words these are; absent when somebody wrote it
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
        int version,
        String author,
        Optional<Instant> changedAt,
        String changeNote,
        Optional<SourceMoment> minedFrom)
        implements Versioned {

    /**
     * When a talk track fits: an objection was raised, or a question of this type was missed; and,
     * where that is narrower, in which phase, for which product, in which industry.
     *
     * @param general whether it suits any customer in the situation: the one to take when nothing
     *     the customer said points to a special one
     */
    public record Situation(
            Optional<ObjectionType> objection,
            Optional<QuestionType> questionType,
            Optional<Phase> phase,
            String product,
            String industry,
            boolean general) {

        public Situation {
            objection = objection == null ? Optional.empty() : objection;
            questionType = questionType == null ? Optional.empty() : questionType;
            phase = phase == null ? Optional.empty() : phase;
            product = product == null ? "" : product;
            industry = industry == null ? "" : industry;
        }

        public Situation(Optional<ObjectionType> objection, Optional<QuestionType> questionType) {
            this(objection, questionType, Optional.empty(), "", "", false);
        }
    }

    /** Only approved talk tracks are ever suggested. */
    public enum Status implements Label {
        DRAFT,
        APPROVED,
        RETIRED
    }

    /** Author, time, note and source were not always kept. */
    public TalkTrack {
        keywords = List.copyOf(keywords);
        author = author == null ? "" : author;
        changedAt = changedAt == null ? Optional.empty() : changedAt;
        changeNote = changeNote == null ? "" : changeNote;
        minedFrom = minedFrom == null ? Optional.empty() : minedFrom;
    }

    /** A talk track as it ships. */
    public TalkTrack(
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
        this(
                id,
                language,
                situation,
                title,
                text,
                nextQuestion,
                why,
                keywords,
                status,
                version,
                "",
                Optional.empty(),
                "",
                Optional.empty());
    }
}
