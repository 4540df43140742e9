package talktrack.api.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Speech models: which there are, installing, choosing and removing them. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = "Speech models: lists, installs, chooses and removes them.",
        footer = {
            "",
            "Example:  talktrack models list",
            "          talktrack models install vosk-model-small-cn-0.22 --use"
        },
        subcommands = {
            ModelsListCommand.class,
            ModelsInstallCommand.class,
            ModelsUseCommand.class,
            ModelsRemoveCommand.class
        })
final class ModelsCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Say what to do: list, install, use or remove.");
    }
}
