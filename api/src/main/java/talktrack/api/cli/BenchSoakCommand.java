package talktrack.api.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import talktrack.ingest.bench.Soak;
import talktrack.models.events.Json;

/** Whether memory stays flat over many calls. */
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        description = {
            "Reads many short calls in one process and tells its memory after each tenth of them: it should be flat.",
        },
        footer = {
            "",
            "The fields of --json: calls, callSeconds, words, samples (afterCalls, residentBytes), growthRatio (from",
            "the first fifth to the end; 0.05 = 5 %% more).",
            "",
            "Example:  talktrack bench soak --calls 500",
            "",
            "Exit code: 0 measured, whatever came out; 3 not on this machine."
        })
final class BenchSoakCommand implements Callable<Integer> {

    private static final int FEWEST = 10;

    @Mixin private DataOption data;

    @Option(names = "--json", description = "One JSON document.")
    private boolean json;

    @Option(
            names = "--calls",
            paramLabel = "N",
            defaultValue = "500",
            description = "How many calls to read (default: ${DEFAULT-VALUE}).")
    private int calls;

    @Override
    public Integer call() throws Exception {
        if (calls < FEWEST) {
            throw CommandFailure.usage("--calls %d: at least %d".formatted(calls, FEWEST));
        }
        Path folder = data.or("talktrack");
        Logs.into(folder.resolve("logs").resolve("commands"));
        try (ScratchFolder scratch = ScratchFolder.below(folder)) {
            Soak.Figures figures = Soak.run(folder, scratch.path(), calls, BenchIngestCommand::say);
            if (json) {
                new JsonOutput(false).print(Json.mapper().valueToTree(figures));
            } else {
                TextTable memory = new TextTable("calls read", "resident MB");
                for (Soak.Sample sample : figures.samples()) {
                    memory.row(
                            String.valueOf(sample.afterCalls()),
                            String.valueOf(sample.residentBytes() >> 20));
                }
                System.out.print(memory);
                System.out.printf(
                        Locale.ROOT,
                        "  growth from the first fifth to the end: %.1f %%%n",
                        100 * figures.growthRatio());
            }
            return 0;
        }
    }
}
