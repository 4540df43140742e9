package talktrack.api.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import talktrack.analysis.score.OwnClassifiers;
import talktrack.analysis.train.Retraining;
import talktrack.analysis.train.Retraining.Outcome;
import talktrack.models.corpora.Corpus;
import talktrack.models.events.Json;
import talktrack.models.labels.Language;

/** Classifiers that have learnt from corrections. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = {
            "Trains classifiers on what ships and on corrections, and says which are better than those in use,",
            "be it those that ship or those of an earlier training: on lines that nobody trains on, and on the",
            "corrections that those in use have not learnt from, each read by classifiers trained without it.",
            "With --use the better ones read calls from the server's next start on."
        },
        footer = {
            "",
            "Example:  talktrack corrections export --output corrections",
            "          talktrack train --corrections corrections",
            "          talktrack train --corrections corrections --use",
            "          talktrack train --reset"
        })
final class TrainCommand implements Callable<Integer> {

    @Mixin private DataOption data;

    @ArgGroup(multiplicity = "1")
    private What what;

    private static final class What {
        @Option(
                names = "--corrections",
                paramLabel = "FOLDER",
                description = "Train with these, as 'talktrack corrections export' writes them.")
        private Path corrections;

        @Option(names = "--reset", description = "Go back to the classifiers that ship.")
        private boolean reset;
    }

    @Option(names = "--language", paramLabel = "LANGUAGE", description = "Only en or zh.")
    private String language;

    @Option(names = "--use", description = "Have the better ones read calls.")
    private boolean use;

    @Option(names = "--json", description = "One JSON document.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Path folder = data.or("talktrack");
        OwnClassifiers own = new OwnClassifiers(folder.resolve("classifiers"));
        List<Language> languages =
                language == null
                        ? List.of(Language.values())
                        : List.of(ModelsUseCommand.language(language));
        if (what.reset) {
            if (use) {
                throw CommandFailure.usage("--reset and --use contradict each other");
            }
            for (Language each : languages) {
                own.reset(each);
            }
            System.out.println(
                    "Calls are read by the classifiers that ship from the server's next start on.");
            return 0;
        }
        List<Outcome> outcomes = new ArrayList<>();
        List<String> tooFew = new ArrayList<>();
        for (Language each : languages) {
            for (String task : Retraining.tasks()) {
                Path table = what.corrections.resolve(each.id()).resolve(task + ".tsv");
                List<Map<String, String>> rows = rows(table, task);
                int unlearnt = Retraining.unlearnt(each, task, rows, own).size();
                if (unlearnt >= Retraining.LEAST_CORRECTIONS) {
                    System.err.printf(
                            "%s %s: training with %d corrections …%n",
                            each.id(), task, rows.size());
                    outcomes.add(train(each, task, rows, table, folder, own));
                } else if (!rows.isEmpty()) {
                    tooFew.add("%s %s: %d".formatted(each.id(), task, unlearnt));
                }
            }
        }
        tell(outcomes, tooFew);
        return 0;
    }

    private Outcome train(
            Language of,
            String task,
            List<Map<String, String>> rows,
            Path table,
            Path folder,
            OwnClassifiers own)
            throws IOException {
        try (ScratchFolder scratch = ScratchFolder.below(folder)) {
            Outcome outcome = Retraining.of(of, task, rows, own, scratch.path());
            if (use && outcome.better()) {
                own.install(of, scratch.path().resolve(of.id()));
            }
            return outcome;
        } catch (IllegalArgumentException e) {
            throw CommandFailure.input(table + ": " + e.getMessage(), e);
        }
    }

    private static List<Map<String, String>> rows(Path table, String task) throws IOException {
        if (!Files.exists(table)) {
            return List.of();
        }
        List<Map<String, String>> rows;
        try {
            rows = Corpus.read(table);
        } catch (IllegalStateException e) {
            throw CommandFailure.input(e.getMessage(), e);
        }
        Set<String> needed =
                task.equals("handling")
                        ? Set.of("steps", "faults", "previous", "text")
                        : Set.of("label", "previous", "text");
        if (!rows.isEmpty() && !rows.getFirst().keySet().containsAll(needed)) {
            throw CommandFailure.input(
                    "%s has not the columns %s: write it with 'talktrack corrections export'."
                            .formatted(table, String.join(", ", needed.stream().sorted().toList())),
                    null);
        }
        return rows;
    }

    private void tell(List<Outcome> outcomes, List<String> tooFew) {
        if (json) {
            new JsonOutput(false).print(document(outcomes, tooFew));
            return;
        }
        if (!outcomes.isEmpty()) {
            System.out.println(
                    "Macro-F1 on held-out lines, and share of the new corrections read rightly; in use → retrained");
            TextTable table =
                    new TextTable("task", "in use", "held-out lines", "new corrections", "");
            outcomes.forEach(
                    one ->
                            table.row(
                                    one.language().id() + " " + one.task(),
                                    one.inUse(),
                                    one.heldOut().map(TrainCommand::words).orElse("none"),
                                    words(one.corrected()),
                                    verdict(one)));
            System.out.print(table);
            System.out.println(
                    "People correct mostly what was wrong, so those in use look bad on corrections; held-out lines say whether anything was forgotten.");
        }
        if (!tooFew.isEmpty()) {
            System.out.printf(
                    "Too few corrections that those in use have not learnt from (%d are needed): %s%n",
                    Retraining.LEAST_CORRECTIONS, String.join(", ", tooFew));
        }
        if (outcomes.isEmpty() && tooFew.isEmpty()) {
            throw CommandFailure.input(
                    "%s has no tables of corrections. Write them with 'talktrack corrections export --output %s'."
                            .formatted(what.corrections, what.corrections),
                    null);
        }
        if (outcomes.stream().anyMatch(Outcome::better)) {
            System.out.println(
                    use
                            ? "Start the server anew, and calls are read with them; those read before, with 'talktrack retry CALL'. Back: talktrack train --reset"
                            : "To read calls with the better ones, run this again with --use.");
        }
    }

    private String verdict(Outcome outcome) {
        if (!outcome.better()) {
            return outcome.heldOut().isPresent()
                    ? "not better: not used"
                    : "no held-out lines to judge by: not used";
        }
        return use ? "better: used" : "better";
    }

    private static String words(Retraining.Measure measure) {
        return String.format(
                Locale.ROOT,
                "%.3f → %.3f (n %d)",
                measure.inUse(),
                measure.retrained(),
                measure.lines());
    }

    private ObjectNode document(List<Outcome> outcomes, List<String> tooFew) {
        ObjectNode document = Json.mapper().createObjectNode();
        ArrayNode tasks = document.putArray("tasks");
        for (Outcome one : outcomes) {
            ObjectNode task = Json.mapper().valueToTree(one);
            task.put("better", one.better());
            task.put("used", use && one.better());
            tasks.add(task);
        }
        document.putPOJO("tooFew", tooFew);
        return document;
    }
}
