package talktrack.api.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measurements of Talktrack itself. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures how fast and how exact Talktrack is on this machine.",
        subcommands = {BenchIngestCommand.class, BenchChatCommand.class, BenchSoakCommand.class})
final class BenchCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to measure:");
    }
}
