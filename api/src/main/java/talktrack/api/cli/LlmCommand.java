package talktrack.api.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The language model. */
@Command(
        name = "llm",
        mixinStandardHelpOptions = true,
        description = "The language model that words suggestions and answers, if there is one.",
        footer = {"", "Example:  talktrack llm check"},
        subcommands = LlmCheckCommand.class)
final class LlmCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do: check.");
    }
}
