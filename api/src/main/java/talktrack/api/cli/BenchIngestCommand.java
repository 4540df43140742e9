package talktrack.api.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import talktrack.ingest.UnreadableRecording;
import talktrack.ingest.bench.IngestBench;
import talktrack.ingest.bench.IngestFigures;
import talktrack.models.events.Json;

/** Speed and word errors against plain Vosk. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = {
            "Measures ingest against plain Vosk with the same model: speed on one and two cores, overhead, word errors,",
            "decoding, scaling. All figures are ratios of the same run; docs/bench.md says how they are measured. Takes",
            "some minutes on a machine that does nothing else."
        },
        footer = {
            "",
            "The fields of --json: oneCoreSpeedUp, twoCoresSpeedUp (wall time), twoCoresSpeedUpByProcessorTime,",
            "noPauseOverheadRatio (0.05 = 5 % more), rawWordErrorRatio and oursWordErrorRatio (0…1, null without",
            "texts), decoding (timesRealTime per core), decoderStartSeconds, scaling (threads, throughput by that of",
            "one), peakResidentBytes, recordings, and aims (name, value, aim, met). Seconds, bytes, shares 0…1.",
            "",
            "Example:  talktrack bench ingest --json",
            "          talktrack bench ingest --audio call.wav     (call.wav.txt may say what is said)",
            "",
            "Exit code: 0 measured, also when an aim is missed; 1 a file could not be read; 3 not on this machine."
        })
final class BenchIngestCommand implements Callable<Integer> {

    @Mixin private DataOption data;

    @Option(names = "--json", description = "One JSON document.")
    private boolean json;

    @Option(
            names = "--audio",
            paramLabel = "FILE",
            arity = "1..*",
            description = "English recordings (default: two of the demonstration).")
    private List<Path> audio = List.of();

    @Override
    public Integer call() throws Exception {
        for (Path file : audio) {
            if (!Files.isRegularFile(file)) {
                throw CommandFailure.input(file + ": There is no such file.", null);
            }
        }
        Path folder = data.or("talktrack");
        Logs.into(folder.resolve("logs").resolve("commands"));
        try (ScratchFolder scratch = ScratchFolder.below(folder)) {
            IngestFigures figures =
                    IngestBench.run(folder, scratch.path(), audio, BenchIngestCommand::say);
            if (json) {
                ObjectNode document = Json.mapper().valueToTree(figures);
                document.set("aims", Json.mapper().valueToTree(figures.aims()));
                new JsonOutput(false).print(document);
            } else {
                System.out.print(text(figures));
            }
            return 0;
        } catch (UnreadableRecording e) {
            throw CommandFailure.input(e.reason(), e);
        }
    }

    static void say(String step) {
        System.err.println("bench: " + step + " …");
    }

    private static String text(IngestFigures figures) {
        TextTable aims = new TextTable("measured", "value", "aim", "");
        for (IngestFigures.Aim aim : figures.aims()) {
            aims.row(aim.name(), number(aim.value()), aim.aim(), aim.met() ? "met" : "missed");
        }
        TextTable more = new TextTable("also", "value");
        more.row(
                "two cores, by processor time (if nothing else ran)",
                number(figures.twoCoresSpeedUpByProcessorTime()));
        if (figures.rawWordErrorRatio() != null) {
            more.row("word error rate of plain Vosk", number(figures.rawWordErrorRatio()));
            more.row("word error rate of ours", number(figures.oursWordErrorRatio()));
        }
        more.row(
                "starting the decoder, processor seconds a file",
                number(figures.decoderStartSeconds()));
        for (IngestFigures.Scaling one : figures.scaling()) {
            more.row(
                    "throughput with %d threads, by one".formatted(one.threads()),
                    number(one.throughput()));
        }
        more.row("most memory, MB", String.valueOf(figures.peakResidentBytes() >> 20));
        more.row(
                "load of the machine at the start, its cores",
                "%s, %d".formatted(number(figures.loadAverage()), figures.cores()));
        return aims + "\n" + more;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 0.1 ? "%.4f" : "%.2f", value);
    }
}
