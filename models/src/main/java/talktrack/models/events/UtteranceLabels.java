package talktrack.models.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import talktrack.models.labels.Emotion;
import talktrack.models.labels.HandlingFault;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.Label;
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
 * @param furtherQuestions what a rep asks in the same utterance besides {@code question}, in its
 *     order; none of them is {@code none}
 * @param handlingCertainty id of each step and fault → how probable it is, 0…1; those of older
 *     records and of people have none. Those below {@link Scored#COUNTS_FROM} are perhaps there and
 *     stand nowhere else
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
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LabelOpinion> secondOpinions,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FurtherQuestion> furtherQuestions,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Double> handlingCertainty) {

    /**
     * Needs and emotion were not always read, nobody else had a say in labels, an utterance had one
     * question, and handling no certainty.
     */
    public UtteranceLabels {
        need = need == null ? new Scored<>(Need.NONE, 1) : need;
        emotion = emotion == null ? Optional.empty() : emotion;
        steps = List.copyOf(steps);
        faults = List.copyOf(faults);
        corrected = corrected == null ? List.of() : List.copyOf(corrected);
        secondOpinions = secondOpinions == null ? List.of() : List.copyOf(secondOpinions);
        furtherQuestions = furtherQuestions == null ? List.of() : List.copyOf(furtherQuestions);
        handlingCertainty =
                handlingCertainty == null
                        ? Map.of()
                        : Collections.unmodifiableSortedMap(new TreeMap<>(handlingCertainty));
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
                List.of(), List.of(), List.of(), Map.of());
    }

    /** The same labels, which count nowhere: the words of the whole call are too doubtful. */
    public UtteranceLabels asUnclear() {
        return changed(
                to -> {
                    to.emotion = Optional.empty();
                    to.unclear = true;
                });
    }

    /**
     * The labels with another question. Who says that it is of another type has read the whole
     * utterance, and so leaves no further ones.
     */
    public UtteranceLabels withQuestion(Scored<QuestionType> other) {
        boolean changes = other.label() != question.label();
        return changed(
                to -> {
                    to.question = other;
                    to.secondOpinions = opinionsUnless(LabelTask.QUESTION, changes);
                    to.furtherQuestions = changes ? List.of() : furtherQuestions;
                });
    }

    public UtteranceLabels withObjection(Scored<ObjectionType> other) {
        boolean changes = other.label() != objection.label();
        return changed(
                to -> {
                    to.objection = other;
                    to.secondOpinions = opinionsUnless(LabelTask.OBJECTION, changes);
                });
    }

    public UtteranceLabels withNeed(Scored<Need> other) {
        boolean changes = other.label() != need.label();
        return changed(
                to -> {
                    to.need = other;
                    to.secondOpinions = opinionsUnless(LabelTask.NEED, changes);
                });
    }

    public UtteranceLabels withSentiment(Scored<Sentiment> other, double otherValence) {
        boolean changes = other.label() != sentiment.label();
        return changed(
                to -> {
                    to.sentiment = other;
                    to.valence = otherValence;
                    to.secondOpinions = opinionsUnless(LabelTask.SENTIMENT, changes);
                });
    }

    public UtteranceLabels withEmotion(Optional<Emotion> other) {
        return changed(to -> to.emotion = other);
    }

    public UtteranceLabels withHandling(
            List<HandlingStep> otherSteps, List<HandlingFault> otherFaults) {
        boolean changes = !otherSteps.equals(steps) || !otherFaults.equals(faults);
        return changed(
                to -> {
                    to.steps = otherSteps;
                    to.faults = otherFaults;
                    to.secondOpinions = opinionsUnless(LabelTask.HANDLING, changes);
                    to.handlingCertainty = Map.of();
                });
    }

    /** The labels with what is asked besides, and how probable each step and fault is. */
    public UtteranceLabels with(
            List<FurtherQuestion> further, Map<String, Double> probableHandling) {
        return changed(
                to -> {
                    to.furtherQuestions = further;
                    to.handlingCertainty = probableHandling;
                });
    }

    /** All questions of the utterance, however certain; empty where nothing is asked. */
    public Stream<Scored<QuestionType>> questions() {
        return Stream.concat(
                        Stream.of(question),
                        furtherQuestions.stream().map(FurtherQuestion::question))
                .filter(one -> one.label() != QuestionType.NONE);
    }

    /** Whether this step or fault is heard in it, or perhaps is. */
    public boolean shows(Label handling) {
        return Stream.<Label>concat(steps.stream(), faults.stream()).anyMatch(handling::equals)
                || handlingCertainty.containsKey(handling.id());
    }

    /** The types of its questions that are certain enough to be counted, each as often as asked. */
    public Stream<QuestionType> countedQuestions() {
        return questions().filter(Scored::counts).map(Scored::label);
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
        return changed(
                to -> {
                    to.corrected = people;
                    to.secondOpinions = models;
                });
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

    private UtteranceLabels changed(Consumer<Change> change) {
        Change to = new Change(this);
        change.accept(to);
        return to.labels();
    }

    /** A copy on its way: what is not set stays as it was. */
    private static final class Change {
        private Scored<QuestionType> question;
        private Scored<ObjectionType> objection;
        private Scored<Need> need;
        private Scored<Sentiment> sentiment;
        private double valence;
        private Optional<Emotion> emotion;
        private List<HandlingStep> steps;
        private List<HandlingFault> faults;
        private boolean unclear;
        private List<LabelTask> corrected;
        private List<LabelOpinion> secondOpinions;
        private List<FurtherQuestion> furtherQuestions;
        private Map<String, Double> handlingCertainty;

        private Change(UtteranceLabels of) {
            question = of.question;
            objection = of.objection;
            need = of.need;
            sentiment = of.sentiment;
            valence = of.valence;
            emotion = of.emotion;
            steps = of.steps;
            faults = of.faults;
            unclear = of.unclear;
            corrected = of.corrected;
            secondOpinions = of.secondOpinions;
            furtherQuestions = of.furtherQuestions;
            handlingCertainty = of.handlingCertainty;
        }

        private UtteranceLabels labels() {
            return new UtteranceLabels(
                    question,
                    objection,
                    need,
                    sentiment,
                    valence,
                    emotion,
                    steps,
                    faults,
                    unclear,
                    corrected,
                    secondOpinions,
                    furtherQuestions,
                    handlingCertainty);
        }
    }
}
