package talktrack.models.events;

import java.util.List;
import talktrack.models.labels.HandlingFault;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Sentiment;

/**
 * What was read in one utterance.
 *
 * @param question type of the rep's question; {@code none} for a customer
 * @param objection what the customer objects to; {@code none} for a rep
 * @param valence sentiment by words, −1…1
 * @param steps handling steps heard in a rep's words (read only where they answer an objection,
 *     else empty)
 * @param unclear the recogniser was too unsure of these words: labels are shown as "unclear" and
 *     count nowhere
 */
public record UtteranceLabels(
        Scored<QuestionType> question,
        Scored<ObjectionType> objection,
        Scored<Sentiment> sentiment,
        double valence,
        List<HandlingStep> steps,
        List<HandlingFault> faults,
        boolean unclear) {

    public UtteranceLabels {
        steps = List.copyOf(steps);
        faults = List.copyOf(faults);
    }

    /** The same labels, which count nowhere: the words of the whole call are too doubtful. */
    public UtteranceLabels asUnclear() {
        return new UtteranceLabels(question, objection, sentiment, valence, steps, faults, true);
    }
}
