package talktrack.api.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The reps and their teams. */
@Command(
        name = "people",
        mixinStandardHelpOptions = true,
        description = "Reps and their teams.",
        footer = {"", "Example:  talktrack people import people.csv"},
        subcommands = PeopleImportCommand.class)
final class PeopleCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the people:");
    }
}
