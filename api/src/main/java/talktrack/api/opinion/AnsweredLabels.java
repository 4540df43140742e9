package talktrack.api.opinion;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import talktrack.analysis.score.Handling;
import talktrack.models.events.TaskLabel;
import talktrack.models.labels.HandlingFault;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.Label;
import talktrack.models.labels.LabelTask;
import talktrack.models.labels.Need;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Sentiment;

/** Reads a model's answer, of which nothing is trusted: what does not fit is counted, not taken. */
final class AnsweredLabels {

    private final List<LabelTask> tasks;
    private final Map<String, Integer> ignored;

    /**
     * @param tasks of the lines that were sent, in order; line 1 first
     * @param ignored gets the reasons, each with how often
     */
    AnsweredLabels(List<LabelTask> tasks, Map<String, Integer> ignored) {
        this.tasks = tasks;
        this.ignored = ignored;
    }

    /** Every label of any task, each once. */
    static List<String> known() {
        return Stream.of(
                        Stream.of(QuestionType.values()),
                        Stream.of(ObjectionType.values()),
                        Stream.of(Need.values()),
                        Stream.of(Sentiment.values()),
                        Handling.STEPS.stream(),
                        Handling.FAULTS.stream())
                .flatMap(labels -> labels)
                .map(Label::id)
                .distinct()
                .toList();
    }

    /**
     * The label of each line. Two answers for one line are none, unless they are the same.
     *
     * @param answers as the model gave them; may be anything
     */
    List<Optional<TaskLabel>> read(JsonNode answers) {
        List<Optional<TaskLabel>> labels = new ArrayList<>();
        tasks.forEach(task -> labels.add(Optional.empty()));
        Set<Integer> answered = new HashSet<>();
        Set<Integer> contradicted = new HashSet<>();
        if (answers != null && answers.isArray()) {
            for (JsonNode one : answers) {
                JsonNode number = one.path("line");
                if (!number.isInt() || number.asInt() < 1 || number.asInt() > tasks.size()) {
                    ignore("no-such-line");
                    continue;
                }
                int at = number.asInt() - 1;
                Optional<TaskLabel> label = label(tasks.get(at), one.path("labels"));
                if (!answered.add(at) && !label.equals(labels.get(at))) {
                    contradicted.add(at);
                }
                labels.set(at, label);
            }
        }
        for (int at = 0; at < tasks.size(); at++) {
            if (contradicted.contains(at)) {
                labels.set(at, Optional.empty());
                ignore("two-answers");
            } else if (!answered.contains(at)) {
                ignore("no-answer");
            }
        }
        return labels;
    }

    private Optional<TaskLabel> label(LabelTask task, JsonNode labels) {
        List<String> ids = new ArrayList<>();
        labels.forEach(one -> ids.add(one.isTextual() ? one.asText() : ""));
        if (!labels.isArray() || (task != LabelTask.HANDLING && ids.size() != 1)) {
            ignore("not-one-label");
            return Optional.empty();
        }
        try {
            return Optional.of(
                    switch (task) {
                        case QUESTION -> new TaskLabel.Question(parse(QuestionType.class, ids));
                        case OBJECTION -> new TaskLabel.Objection(parse(ObjectionType.class, ids));
                        case NEED -> new TaskLabel.CustomerNeed(parse(Need.class, ids));
                        case SENTIMENT -> new TaskLabel.Feeling(parse(Sentiment.class, ids));
                        case HANDLING -> handling(ids);
                    });
        } catch (IllegalArgumentException e) {
            ignore("unknown-label");
            return Optional.empty();
        }
    }

    private static <E extends Enum<E> & Label> E parse(Class<E> labels, List<String> one) {
        return Label.parse(labels, one.getFirst());
    }

    /** Of steps and faults only those that words show. */
    private static TaskLabel handling(List<String> ids) {
        Set<HandlingStep> steps = EnumSet.noneOf(HandlingStep.class);
        Set<HandlingFault> faults = EnumSet.noneOf(HandlingFault.class);
        for (String id : ids) {
            Optional<HandlingStep> step =
                    Handling.STEPS.stream().filter(one -> one.id().equals(id)).findFirst();
            step.ifPresent(steps::add);
            if (step.isEmpty()) {
                faults.add(
                        Handling.FAULTS.stream()
                                .filter(one -> one.id().equals(id))
                                .findFirst()
                                .orElseThrow(() -> new IllegalArgumentException(id)));
            }
        }
        return new TaskLabel.Handling(List.copyOf(steps), List.copyOf(faults));
    }

    private void ignore(String reason) {
        ignored.merge(reason, 1, Integer::sum);
    }
}
