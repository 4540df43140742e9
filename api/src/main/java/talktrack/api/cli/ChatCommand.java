package talktrack.api.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the running server's chat has learnt from people. */
@Command(
        name = "chat",
        mixinStandardHelpOptions = true,
        description = "What people think of the chat's answers.",
        footer = {"", "Example:  talktrack chat feedback --json > feedback.jsonl"},
        subcommands = ChatFeedbackCommand.class)
final class ChatCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do: feedback.");
    }
}
