package talktrack.api.opinion;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import talktrack.analysis.score.OwnClassifiers;
import talktrack.analysis.train.BorderLine;
import talktrack.analysis.train.SecondOpinionFigures;
import talktrack.api.llm.LanguageModel;
import talktrack.models.events.TaskLabel;
import talktrack.models.labels.Label;
import talktrack.models.labels.LabelTask;
import talktrack.models.labels.Language;

/**
 * Asks a model about the held-out lines of which classifiers are unsure, as it would be asked about
 * a call's, and says of which tasks it is better.
 */
public final class OpinionTrial {

    /** The tables are in the order of their labels; a model must not learn from its neighbours. */
    private static final long SEED = 5;

    /** A line of a task, by its place among the task's lines. */
    private record Place(LabelTask task, int index) {}

    private final Language language;
    private final Map<LabelTask, List<BorderLine>> lines = new EnumMap<>(LabelTask.class);
    private final List<List<Place>> batches = new ArrayList<>();

    private OpinionTrial(Language language) {
        this.language = language;
    }

    /**
     * What a measurement came to.
     *
     * @param verdicts of each task; empty when the model left requests unanswered
     * @param requests that were to be made
     * @param failed how many of them the model did not answer
     * @param ignored why answers were not taken, each with how often
     * @param tokens in and out; what was kept from before took none
     */
    public record Outcome(
            List<Verdict> verdicts,
            int requests,
            int failed,
            Map<String, Integer> ignored,
            long tokens) {}

    /**
     * Reads the held-out lines; takes some seconds.
     *
     * @param tasks to be measured
     */
    public static OpinionTrial of(Language language, Set<LabelTask> tasks) {
        OpinionTrial trial = new OpinionTrial(language);
        for (LabelTask task : tasks) {
            trial.lines.put(task, BorderLine.heldOut(language, task));
        }
        trial.batch();
        return trial;
    }

    private void batch() {
        List<Place> near = new ArrayList<>();
        lines.forEach(
                (task, all) -> {
                    for (int i = 0; i < all.size(); i++) {
                        if (all.get(i).near()) {
                            near.add(new Place(task, i));
                        }
                    }
                });
        Collections.shuffle(near, new Random(SEED));
        List<Place> batch = new ArrayList<>();
        int characters = 0;
        for (Place one : near) {
            int more = line(one).characters();
            if (!batch.isEmpty()
                    && (batch.size() == OpinionModel.MOST_LINES
                            || characters + more > OpinionModel.MOST_CHARACTERS)) {
                batches.add(batch);
                batch = new ArrayList<>();
                characters = 0;
            }
            batch.add(one);
            characters += more;
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
    }

    /** How many requests it takes. */
    public int requests() {
        return batches.size();
    }

    /** How many lines of each task there are, and are asked about. */
    public Map<LabelTask, SecondOpinionFigures> unasked() {
        Map<LabelTask, SecondOpinionFigures> figures = new EnumMap<>(LabelTask.class);
        lines.forEach(
                (task, all) ->
                        figures.put(
                                task,
                                SecondOpinionFigures.of(
                                        all, Collections.nCopies(all.size(), Optional.empty()))));
        return figures;
    }

    /**
     * Asks, one request after the other.
     *
     * @param says learns how far it is
     */
    public Outcome measure(LanguageModel model, Clock clock, Consumer<String> says) {
        OpinionModel asked = new OpinionModel(model);
        Map<LabelTask, List<Optional<Set<String>>>> opinions = new EnumMap<>(LabelTask.class);
        lines.forEach(
                (task, all) ->
                        opinions.put(
                                task,
                                new ArrayList<>(
                                        Collections.nCopies(all.size(), Optional.empty()))));
        Map<String, Integer> ignored = new TreeMap<>();
        int failed = 0;
        long tokens = 0;
        for (int i = 0; i < batches.size(); i++) {
            says.accept("%s: request %d of %d".formatted(language.id(), i + 1, batches.size()));
            List<Place> batch = batches.get(i);
            OpinionModel.Answers answers =
                    asked.ask(language, batch.stream().map(this::line).toList());
            failed += answers.came() ? 0 : 1;
            tokens += answers.tokens();
            answers.ignored().forEach((why, times) -> ignored.merge(why, times, Integer::sum));
            for (int at = 0; at < batch.size(); at++) {
                opinions.get(batch.get(at).task())
                        .set(
                                batch.get(at).index(),
                                answers.labels().get(at).map(OpinionTrial::ids));
            }
        }
        return new Outcome(
                failed > 0 ? List.of() : verdicts(asked.name(), opinions, clock),
                batches.size(),
                failed,
                ignored,
                tokens);
    }

    private List<Verdict> verdicts(
            String model, Map<LabelTask, List<Optional<Set<String>>>> opinions, Clock clock) {
        List<Verdict> verdicts = new ArrayList<>();
        lines.forEach(
                (task, all) -> {
                    SecondOpinionFigures figures = SecondOpinionFigures.of(all, opinions.get(task));
                    verdicts.add(
                            new Verdict(
                                    model,
                                    OpinionModel.PROMPT,
                                    OwnClassifiers.versionInUse(language),
                                    language,
                                    task,
                                    figures.better(),
                                    figures.certainty(),
                                    figures,
                                    clock.instant()));
                });
        return verdicts;
    }

    private Line line(Place place) {
        BorderLine line = lines.get(place.task()).get(place.index());
        return new Line(place.task(), line.previous(), line.text());
    }

    private static Set<String> ids(TaskLabel label) {
        return switch (label) {
            case TaskLabel.Question(var one) -> Set.of(one.id());
            case TaskLabel.Objection(var one) -> Set.of(one.id());
            case TaskLabel.CustomerNeed(var one) -> Set.of(one.id());
            case TaskLabel.Feeling(var one) -> Set.of(one.id());
            case TaskLabel.Handling(var steps, var faults) ->
                    Stream.<Label>concat(steps.stream(), faults.stream())
                            .map(Label::id)
                            .collect(Collectors.toSet());
        };
    }

    /** Keeps verdicts in a data folder, where a server finds them. */
    public static void keep(Path data, List<Verdict> verdicts) throws IOException {
        new Verdicts(data).keep(verdicts);
    }
}
