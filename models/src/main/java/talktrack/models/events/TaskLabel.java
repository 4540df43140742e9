package talktrack.models.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import talktrack.models.labels.HandlingFault;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.LabelTask;
import talktrack.models.labels.Need;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Sentiment;

/** What one task says of one utterance. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TaskLabel.Question.class, name = "question"),
    @JsonSubTypes.Type(value = TaskLabel.Objection.class, name = "objection"),
    @JsonSubTypes.Type(value = TaskLabel.CustomerNeed.class, name = "need"),
    @JsonSubTypes.Type(value = TaskLabel.Feeling.class, name = "sentiment"),
    @JsonSubTypes.Type(value = TaskLabel.Handling.class, name = "handling")
})
public sealed interface TaskLabel {

    LabelTask task();

    /** The rep's question. */
    record Question(QuestionType label) implements TaskLabel {
        public Question {
            Objects.requireNonNull(label, "label");
        }

        @Override
        public LabelTask task() {
            return LabelTask.QUESTION;
        }
    }

    /** What a customer objects to. */
    record Objection(ObjectionType label) implements TaskLabel {
        public Objection {
            Objects.requireNonNull(label, "label");
        }

        @Override
        public LabelTask task() {
            return LabelTask.OBJECTION;
        }
    }

    /** The need that a customer states. */
    record CustomerNeed(Need label) implements TaskLabel {
        public CustomerNeed {
            Objects.requireNonNull(label, "label");
        }

        @Override
        public LabelTask task() {
            return LabelTask.NEED;
        }
    }

    /** Sentiment by words. */
    record Feeling(Sentiment label) implements TaskLabel {
        public Feeling {
            Objects.requireNonNull(label, "label");
        }

        @Override
        public LabelTask task() {
            return LabelTask.SENTIMENT;
        }
    }

    /** Steps and faults of the rep's answer to an objection, as far as words show them. */
    record Handling(List<HandlingStep> steps, List<HandlingFault> faults) implements TaskLabel {
        public Handling {
            steps = steps == null ? List.of() : steps.stream().distinct().sorted().toList();
            faults = faults == null ? List.of() : faults.stream().distinct().sorted().toList();
        }

        @Override
        public LabelTask task() {
            return LabelTask.HANDLING;
        }
    }

    /** What these labels say of a task. */
    static TaskLabel of(LabelTask task, UtteranceLabels labels) {
        return switch (task) {
            case QUESTION -> new Question(labels.question().label());
            case OBJECTION -> new Objection(labels.objection().label());
            case NEED -> new CustomerNeed(labels.need().label());
            case SENTIMENT -> new Feeling(labels.sentiment().label());
            case HANDLING -> new Handling(labels.steps(), labels.faults());
        };
    }

    /** How sure these labels are of a task, 0…1; absent of handling, which has no score. */
    static OptionalDouble score(LabelTask task, UtteranceLabels labels) {
        return switch (task) {
            case QUESTION -> OptionalDouble.of(labels.question().score());
            case OBJECTION -> OptionalDouble.of(labels.objection().score());
            case NEED -> OptionalDouble.of(labels.need().score());
            case SENTIMENT -> OptionalDouble.of(labels.sentiment().score());
            case HANDLING -> OptionalDouble.empty();
        };
    }

    /** The labels with this one in its place, said by a person and so certain. */
    default UtteranceLabels over(UtteranceLabels labels) {
        return over(labels, 1);
    }

    /**
     * The labels with this one in its place.
     *
     * @param certainty 0…1; handling has none
     */
    default UtteranceLabels over(UtteranceLabels labels, double certainty) {
        return switch (this) {
            case Question(var label) -> labels.withQuestion(new Scored<>(label, certainty));
            case Objection(var label) -> labels.withObjection(new Scored<>(label, certainty));
            case CustomerNeed(var label) -> labels.withNeed(new Scored<>(label, certainty));
            case Feeling(var label) ->
                    labels.withSentiment(
                            new Scored<>(label, certainty), certainty * valence(label));
            case Handling(var steps, var faults) -> labels.withHandling(steps, faults);
        };
    }

    private static double valence(Sentiment label) {
        return switch (label) {
            case POSITIVE -> 1;
            case NEUTRAL -> 0;
            case NEGATIVE -> -1;
        };
    }
}
