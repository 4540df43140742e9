package talktrack.api.cli;

import java.util.Locale;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import talktrack.models.labels.CallKind;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.Label;
import talktrack.models.labels.SaleSize;
import talktrack.models.labels.VoiceEmotion;

/** {@code talktrack}: the one program, with a command for everything. */
@Command(
        name = "talktrack",
        mixinStandardHelpOptions = true,
        version = "Talktrack 0.1.0",
        description =
                "Conversation analytics for sales teams: recordings in, heatmaps and advice out.",
        footer = {
            "",
            "Start with:  talktrack demo",
            "Exit codes:  0 done · 1 some input failed · 2 wrong usage · 3 this machine lacks"
                    + " something"
        },
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            AnalyzeCommand.class,
            TranscribeCommand.class,
            ClassifyCommand.class,
            AskCommand.class,
            ChatCommand.class,
            DocumentsCommand.class,
            UploadCommand.class,
            WatchCommand.class,
            ImportCommand.class,
            CallsCommand.class,
            RetryCommand.class,
            RetranscribeCommand.class,
            CorrectionsCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            ModelsCommand.class,
            LlmCommand.class,
            PeopleCommand.class,
            TalkTracksCommand.class,
            CasesCommand.class,
            StatusCommand.class,
            HeatmapCommand.class,
            CoachCommand.class,
            DoctorCommand.class,
            LinkCommand.class,
            BenchCommand.class
        })
public final class Talktrack implements Runnable {

    @Spec private CommandSpec spec;

    public static void main(String[] arguments) {
        Locale.setDefault(
                Locale.Category.FORMAT, Locale.ROOT); // what programs read has ASCII digits
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Talktrack())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false)
                .setUsageHelpWidth(100)
                .registerConverter(ChannelLayout.class, Talktrack::channels)
                .registerConverter(VoiceEmotion.class, id -> Label.parse(VoiceEmotion.class, id))
                .registerConverter(CallKind.class, id -> Label.parse(CallKind.class, id))
                .registerConverter(SaleSize.class, id -> Label.parse(SaleSize.class, id))
                .registerConverter(FileNamePattern.class, FileNamePattern::parse)
                .setExecutionExceptionHandler(Talktrack::failed);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do:");
    }

    private static ChannelLayout channels(String text) {
        try {
            return Label.parse(ChannelLayout.class, text.replace(" ", ""));
        } catch (IllegalArgumentException e) {
            throw new CommandLine.TypeConversionException(
                    "'%s' is none of rep,customer · customer,rep · mono · auto".formatted(text));
        }
    }

    private static int failed(
            Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (failure instanceof CommandFailure known) {
            command.getErr().println("talktrack: " + known.getMessage());
            return known.exitCode();
        }
        if (failure instanceof CommandLine.ParameterException wrong) {
            command.getErr().println("talktrack: " + wrong.getMessage());
            return CommandFailure.USAGE;
        }
        LoggerFactory.getLogger(Talktrack.class)
                .error("command={} failed", command.getCommandName(), failure);
        command.getErr()
                .printf(
                        "talktrack: something went wrong inside: %s. The log has the details%s.%n",
                        failure.getMessage() == null
                                ? failure.getClass().getSimpleName()
                                : failure.getMessage(),
                        Logs.file().map(file -> " (" + file + ")").orElse(""));
        return CommandFailure.MACHINE;
    }
}
