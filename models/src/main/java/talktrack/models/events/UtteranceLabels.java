package talktrack.models.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import talktrack.models.labels.Emotion;
import talktrack.models.labels.HandlingFault;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.LabelTask;
import talktrack.models.labels.Need;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Sentiment;

/**
 * What was read in one utterance.
 *
 * @param question type of the rep's question; {@code none} for a customer
 * @param objection what the customer objects to; {@code none} for a rep
 * @param need the need that the customer states; {@code none} for a rep
 * @param valence sentiment by words, −1…1
 * @param emotion from words and voice; absent where the voice is not read for emotion
 * @param steps handling steps heard in a rep's words (read only where they answer an objection,
 *     else empty)
 * @param unclear the recogniser was too unsure of these words: labels are shown as "unclear" and
 *     count nowhere
 * @param corrected what a person has said, instead of a classifier
 * @param secondOpinions what a language model has said where classifiers were unsure
 */
public record UtteranceLabels(
        Scored<QuestionType> question,
        Scored<ObjectionType> objection,
        Scored<Need> need,
        Scored<Sentiment> sentiment,
        double valence,
        Optional<Emotion> emotion,
        List<HandlingStep> steps,
        List<HandlingFault> faults,
        boolean unclear,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LabelTask> corrected,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LabelOpinion> secondOpinions) {

    /** Needs and emotion were not always read, and nobody else had a say in labels. */
    public UtteranceLabels {
        need = need == null ? new Scored<>(Need.NONE, 1) : need;
        emotion = emotion == null ? Optional.empty() : emotion;
        steps = List.copyOf(steps);
        faults = List.copyOf(faults);
        corrected = corrected == null ? List.of() : List.copyOf(corrected);
        secondOpinions = secondOpinions == null ? List.of() : List.copyOf(secondOpinions);
    }

    /** Labels as classifiers read them. */
    public UtteranceLabels(
            Scored<QuestionType> question,
            Scored<ObjectionType> objection,
            Scored<Need> need,
            Scored<Sentiment> sentiment,
            double valence,
            Optional<Emotion> emotion,
            List<HandlingStep> steps,
            List<HandlingFault> faults,
            boolean unclear) {
        this(
                question, objection, need, sentiment, valence, emotion, steps, faults, unclear,
                List.of(), List.of());
    }

    /** The same labels, which count nowhere: the words of the whole call are too doubtful. */
    public UtteranceLabels asUnclear() {
        return new UtteranceLabels(
                question,
                objection,
                need,
                sentiment,
                valence,
                Optional.empty(),
                steps,
                faults,
                true,
                corrected,
                secondOpinions);
    }

    public UtteranceLabels withQuestion(Scored<QuestionType> other) {
        return new UtteranceLabels(
                other,
                objection,
                need,
                sentiment,
                valence,
                emotion,
                steps,
                faults,
                unclear,
                corrected,
                opinionsUnless(LabelTask.QUESTION, other.label() != question.label()));
    }

    public UtteranceLabels withObjection(Scored<ObjectionType> other) {
        return new UtteranceLabels(
                question,
                other,
                need,
                sentiment,
                valence,
                emotion,
                steps,
                faults,
                unclear,
                corrected,
                opinionsUnless(LabelTask.OBJECTION, other.label() != objection.label()));
    }

    public UtteranceLabels withNeed(Scored<Need> other) {
        return new UtteranceLabels(
                question,
                objection,
                other,
                sentiment,
                valence,
                emotion,
                steps,
                faults,
                unclear,
                corrected,
                opinionsUnless(LabelTask.NEED, other.label() != need.label()));
    }

    public UtteranceLabels withSentiment(Scored<Sentiment> other, double otherValence) {
        return new UtteranceLabels(
                question,
                objection,
                need,
                other,
                otherValence,
                emotion,
                steps,
                faults,
                unclear,
                corrected,
                opinionsUnless(LabelTask.SENTIMENT, other.label() != sentiment.label()));
    }

    public UtteranceLabels withEmotion(Optional<Emotion> other) {
        return new UtteranceLabels(
                question,
                objection,
                need,
                sentiment,
                valence,
                other,
                steps,
                faults,
                unclear,
                corrected,
                secondOpinions);
    }

    public UtteranceLabels withHandling(
            List<HandlingStep> otherSteps, List<HandlingFault> otherFaults) {
        return new UtteranceLabels(
                question,
                objection,
                need,
                sentiment,
                valence,
                emotion,
                otherSteps,
                otherFaults,
                unclear,
                corrected,
                opinionsUnless(
                        LabelTask.HANDLING,
                        !otherSteps.equals(steps) || !otherFaults.equals(faults)));
    }

    /** The labels with what a person says of one task. */
    public UtteranceLabels corrected(TaskLabel right) {
        return right.over(this)
                .saidBy(
                        Stream.concat(corrected.stream(), Stream.of(right.task()))
                                .distinct()
                                .sorted()
                                .toList(),
                        opinionsUnless(right.task(), true));
    }

    /**
     * The labels with what a language model says of one task. Where it says the same as was read,
     * the surer of both scores stays.
     *
     * @param certainty 0…1
     */
    public UtteranceLabels opined(TaskLabel label, double certainty, String model, String prompt) {
        TaskLabel before = TaskLabel.of(label.task(), this);
        OptionalDouble score = TaskLabel.score(label.task(), this);
        double surer = label.equals(before) ? Math.max(certainty, score.orElse(0)) : certainty;
        return label.over(this, surer)
                .saidBy(
                        corrected,
                        Stream.concat(
                                        opinionsUnless(label.task(), true).stream(),
                                        Stream.of(new LabelOpinion(before, score, model, prompt)))
                                .toList());
    }

    /** The same labels, with who has said some of them. */
    private UtteranceLabels saidBy(List<LabelTask> people, List<LabelOpinion> models) {
        return new UtteranceLabels(
                question, objection, need, sentiment, valence, emotion, steps, faults, unclear,
                people, models);
    }

    /** A label that somebody else has changed since is no language model's any more. */
    private List<LabelOpinion> opinionsUnless(LabelTask task, boolean changed) {
        return changed
                ? secondOpinions.stream().filter(one -> one.task() != task).toList()
                : secondOpinions;
    }

    /** Whether a language model has said what this task is to read here. */
    public boolean opined(LabelTask task) {
        return secondOpinions.stream().anyMatch(one -> one.task() == task);
    }

    /** Whether a person has said what this task is to read here. */
    public boolean corrected(LabelTask task) {
        return corrected.contains(task);
    }
}
