package talktrack.api.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What people have said of labels. */
@Command(
        name = "corrections",
        mixinStandardHelpOptions = true,
        description = "What people have corrected on the calls' pages.",
        footer = {"", "Example:  talktrack corrections export --output corrections"},
        subcommands = CorrectionsExportCommand.class)
final class CorrectionsCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do: export.");
    }
}
