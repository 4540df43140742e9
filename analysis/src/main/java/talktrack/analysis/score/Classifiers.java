package talktrack.analysis.score;

import java.util.List;
import talktrack.models.events.Scored;
import talktrack.models.labels.HandlingFault;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Sentiment;
import talktrack.models.labels.Speaker;

/** The text classifiers of one language. Thread-safe; loading takes less than a second. */
public final class Classifiers {

    /**
     * @param label the likeliest of three classes with its probability
     * @param valence −1…1, finer than the class
     */
    public record SentimentReading(Scored<Sentiment> label, double valence) {}

    /** What a rep's reply does about an objection, in the order of the conversation model. */
    public record HandlingReading(List<HandlingStep> steps, List<HandlingFault> faults) {
        public HandlingReading {
            steps = List.copyOf(steps);
            faults = List.copyOf(faults);
        }
    }

    private Classifiers() {}

    /** The classifiers of this language, loaded on first use and then shared. */
    public static Classifiers of(Language language) {
        return new Classifiers();
    }

    /**
     * What a question asks about.
     *
     * @param previous what the other side said before, or empty when not known
     * @param speaker who speaks; a customer asks no question that counts
     */
    public Scored<QuestionType> spin(String text, String previous, Speaker speaker) {
        return new Scored<>(QuestionType.NONE, 0.5);
    }

    /**
     * What an utterance objects to.
     *
     * @param previous what the other side said before, or empty when not known
     * @param speaker who speaks; a rep raises no objection
     */
    public Scored<ObjectionType> objection(String text, String previous, Speaker speaker) {
        return new Scored<>(ObjectionType.NONE, 0.5);
    }

    /** Sentiment by words. */
    public SentimentReading sentiment(String text) {
        return new SentimentReading(new Scored<>(Sentiment.NEUTRAL, 0.5), 0);
    }

    /**
     * Steps and faults of a rep's reply, as far as words show them.
     *
     * @param previousObjection what the customer objected, or empty when not known
     */
    public HandlingReading handling(String text, String previousObjection) {
        return new HandlingReading(List.<HandlingStep>of(), List.<HandlingFault>of());
    }
}
