package talktrack.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import talktrack.analysis.train.ModelCard;
import talktrack.models.labels.Language;

/** How good the classifiers are; below it, how good the chat's answers and second opinions are. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the classifiers on industries that they have not seen, on held-out lines and on whole",
            "calls, and prints the model card in Markdown. Trains each some fifteen times: many minutes. Needs no server."
        },
        footer = {
            "",
            "Example:  talktrack evaluate --all --output docs/model-card.md",
            "          talktrack evaluate --task objection --language en",
            "          talktrack evaluate chat --documents handbook/ --questions questions.tsv",
            "          talktrack evaluate second-opinion --language en",
            "",
            "Exit code: 0 done, 1 the output could not be written, 2 wrong usage."
        },
        subcommands = {EvaluateChatCommand.class, EvaluateSecondOpinionCommand.class})
final class EvaluateCommand implements Callable<Integer> {

    /** Not required by picocli, which would ask for it in front of {@code chat} too. */
    @ArgGroup private What what;

    private static final class What {
        @Option(names = "--all", description = "Every task.")
        private boolean all;

        @Option(
                names = "--task",
                paramLabel = "TASK",
                description = "Only spin, objection, needs, sentiment or handling.")
        private String task;
    }

    @Option(names = "--language", paramLabel = "en|zh", description = "Only this language.")
    private Language language;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Where the card goes (default: standard output).")
    private Path output;

    @Override
    public Integer call() {
        if (what == null) {
            throw CommandFailure.usage(
                    "say what to evaluate: --all, --task TASK, chat or second-opinion");
        }
        if (!what.all && !ModelCard.tasks().contains(what.task)) {
            throw CommandFailure.usage(
                    "--task is none of %s".formatted(String.join(", ", ModelCard.tasks())));
        }
        String card =
                ModelCard.of(
                        language == null ? List.of(Language.values()) : List.of(language),
                        what.all ? ModelCard.tasks() : List.of(what.task),
                        System.err::println);
        if (output == null) {
            System.out.print(card);
            return 0;
        }
        try {
            Files.writeString(output, card);
        } catch (IOException e) {
            throw CommandFailure.input(
                    "%s: The card could not be written there.".formatted(output), e);
        }
        return 0;
    }
}
