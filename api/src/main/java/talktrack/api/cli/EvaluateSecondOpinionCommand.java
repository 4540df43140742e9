package talktrack.api.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import talktrack.analysis.score.OwnClassifiers;
import talktrack.analysis.train.SecondOpinionFigures;
import talktrack.api.Config;
import talktrack.api.cli.report.Columns;
import talktrack.api.llm.LanguageModel;
import talktrack.api.opinion.OpinionTrial;
import talktrack.api.opinion.Verdict;
import talktrack.models.events.Json;
import talktrack.models.labels.LabelTask;
import talktrack.models.labels.Language;

/** Whether a language model's second opinions are worth having. */
@Command(
        name = "second-opinion",
        mixinStandardHelpOptions = true,
        description = {
            "Asks the configured language model about the held-out lines of which the classifiers are unsure, and says for each",
            "task whether its labels are better. A server with talktrack.llm.second-opinion: true puts only those over its calls'."
        },
        footer = {
            "",
            "Sends only lines that ship with Talktrack. What is measured is kept in the data folder; a running server sees it",
            "at once. Answers are kept, too: what was interrupted goes on where it was. Needs no server.",
            "",
            "Example:  talktrack evaluate second-opinion --language en",
            "          talktrack evaluate second-opinion --dry-run",
            "",
            "Exit code: 0 measured, 2 wrong usage, 3 no language model, or it left requests unanswered."
        })
final class EvaluateSecondOpinionCommand implements Callable<Integer> {

    @Mixin private DataOption data;

    @Option(
            names = "--language",
            paramLabel = "en|zh",
            description = "Only this language (default: both).")
    private Language language;

    @Option(
            names = "--task",
            paramLabel = "TASK",
            description = "Only spin, objection, needs, sentiment or handling (default: all).")
    private String task;

    @Option(
            names = "--dry-run",
            description = "Only count what would be asked; needs no language model.")
    private boolean dryRun;

    @Option(names = "--json", description = "One JSON document and nothing else.")
    private boolean json;

    /**
     * @param tokens that this run took
     * @param cost in the currency of the price
     */
    record Report(
            String model,
            List<Verdict> verdicts,
            int requests,
            int failed,
            Map<String, Integer> ignored,
            long tokens,
            double cost) {}

    @Override
    public Integer call() throws IOException {
        Path folder = data.or("talktrack");
        Set<LabelTask> tasks = tasks();
        new OwnClassifiers(folder.resolve("classifiers")).choose();
        if (dryRun) {
            printUnasked(tasks);
            return 0;
        }
        Config config = ConfiguredModel.config(folder);
        LanguageModel model = ConfiguredModel.of(config);
        Report report = measure(config, model, tasks);
        print(report);
        if (report.failed() > 0) {
            System.err.printf(
                    "%d of %d requests were not answered, so nothing is kept: see 'talktrack llm check', then run this again.%n",
                    report.failed(), report.requests());
            return CommandFailure.MACHINE;
        }
        return 0;
    }

    private Report measure(Config config, LanguageModel model, Set<LabelTask> tasks)
            throws IOException {
        List<Verdict> verdicts = new ArrayList<>();
        Map<String, Integer> ignored = new TreeMap<>();
        int requests = 0;
        int failed = 0;
        long tokens = 0;
        for (Language one : languages()) {
            OpinionTrial.Outcome outcome =
                    OpinionTrial.of(one, tasks)
                            .measure(
                                    model,
                                    Clock.system(config.zone()),
                                    step -> System.err.println("  " + step));
            if (outcome.failed() == 0) {
                OpinionTrial.keep(config.data(), outcome.verdicts());
            }
            verdicts.addAll(outcome.verdicts());
            requests += outcome.requests();
            failed += outcome.failed();
            outcome.ignored().forEach((why, times) -> ignored.merge(why, times, Integer::sum));
            tokens += outcome.tokens();
        }
        return new Report(
                model.name(),
                verdicts,
                requests,
                failed,
                ignored,
                tokens,
                tokens * config.llm().limits().pricePerMillionTokens() / 1e6);
    }

    private List<Language> languages() {
        return language == null ? List.of(Language.values()) : List.of(language);
    }

    private Set<LabelTask> tasks() {
        EnumSet<LabelTask> tasks = EnumSet.allOf(LabelTask.class);
        if (task != null) {
            tasks.removeIf(one -> !one.corpus().equals(task));
            if (tasks.isEmpty()) {
                throw CommandFailure.usage(
                        "--task is none of spin, objection, needs, sentiment, handling");
            }
        }
        return tasks;
    }

    private void printUnasked(Set<LabelTask> tasks) {
        TextTable table = new TextTable("language", "task", "lines", "would be asked", "macro-F1");
        int requests = 0;
        for (Language one : languages()) {
            OpinionTrial trial = OpinionTrial.of(one, tasks);
            requests += trial.requests();
            trial.unasked()
                    .forEach(
                            (of, figures) ->
                                    table.row(
                                            one.id(),
                                            of.corpus(),
                                            String.valueOf(figures.lines()),
                                            String.valueOf(figures.near()),
                                            f1(figures.macroF1Before())));
        }
        System.out.print(table);
        System.out.printf("  in %d requests%n", requests);
    }

    private void print(Report report) {
        if (json) {
            System.out.println(Json.text(report));
            return;
        }
        System.out.printf("%s%n%n", Columns.plain(report.model()));
        TextTable table =
                new TextTable(
                        "language",
                        "task",
                        "lines",
                        "asked",
                        "answered",
                        "right before",
                        "after",
                        "changed",
                        "wrong → right",
                        "right → wrong",
                        "macro-F1 before",
                        "after",
                        "better");
        for (Verdict one : report.verdicts()) {
            SecondOpinionFigures figures = one.figures();
            table.row(
                    one.language().id(),
                    one.task().corpus(),
                    String.valueOf(figures.lines()),
                    String.valueOf(figures.near()),
                    String.valueOf(figures.answered()),
                    String.valueOf(figures.rightBefore()),
                    String.valueOf(figures.rightAfter()),
                    String.valueOf(figures.changed()),
                    String.valueOf(figures.wrongToRight()),
                    String.valueOf(figures.rightToWrong()),
                    f1(figures.macroF1Before()),
                    f1(figures.macroF1After()),
                    one.better() ? "yes" : "no");
        }
        System.out.print(table);
        System.out.printf(
                Locale.ROOT,
                "%n  %d requests, %d tokens, cost %.4f%s%n",
                report.requests(),
                report.tokens(),
                report.cost(),
                report.ignored().isEmpty() ? "" : "; not taken: " + report.ignored());
        System.out.println(
                "  Better: macro-F1 is higher, and more lines became right than wrong by more than chance (sign test, 0.05).");
    }

    private static String f1(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
