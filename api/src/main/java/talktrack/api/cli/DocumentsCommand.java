package talktrack.api.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The documents that the chat answers from. */
@Command(
        name = "documents",
        mixinStandardHelpOptions = true,
        description = "The documents that the running server's chat answers from.",
        footer = {"", "Example:  talktrack documents add handbook.pdf prices.xlsx"},
        subcommands = {
            DocumentsListCommand.class,
            DocumentsAddCommand.class,
            DocumentsRemoveCommand.class
        })
final class DocumentsCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the documents:");
    }
}
