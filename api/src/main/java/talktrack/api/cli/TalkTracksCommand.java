package talktrack.api.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The library of talk tracks. */
@Command(
        name = "talk-tracks",
        mixinStandardHelpOptions = true,
        description =
                "The library of talk tracks: out to a file, in from a file, drafts from calls.",
        footer = {"", "Example:  talktrack talk-tracks export talk-tracks.md"},
        subcommands = {
            LibraryExportCommand.OfTalkTracks.class,
            LibraryImportCommand.OfTalkTracks.class,
            MineCommand.OfTalkTracks.class
        })
final class TalkTracksCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the talk tracks:");
    }
}
