package talktrack.api.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The library of cases. */
@Command(
        name = "cases",
        mixinStandardHelpOptions = true,
        description = "The library of cases: out to a file, in from a file, drafts from calls.",
        footer = {"", "Example:  talktrack cases export cases.md"},
        subcommands = {
            LibraryExportCommand.OfCases.class,
            LibraryImportCommand.OfCases.class,
            MineCommand.OfCases.class
        })
final class CasesCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the cases:");
    }
}
