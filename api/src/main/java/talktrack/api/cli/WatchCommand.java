package talktrack.api.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import talktrack.api.cli.report.Columns;

/** A folder into which recordings fall by themselves. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = {
            "Hands every recording of a folder to the running server as soon as it is whole, until Ctrl-C. Files stay as and where they are.",
            "Those that the server has got are remembered in its data folder. When the server is away, this waits for it; a file that it cannot take now is tried again later."
        },
        footer = {
            "",
            "Example:  talktrack watch /srv/pbx --pattern '(?<rep>[^_]+)_(?<date>\\d{4}-\\d{2}-\\d{2}).*'",
            "          for names like  Anna Brooks_2026-11-04 10.30.wav"
        })
final class WatchCommand implements Callable<Integer> {

    private static final Duration LOOK_WHILE_WAITING = Duration.ofSeconds(1);
    private static final Duration LOOK_WHILE_IDLE = Duration.ofSeconds(10);

    @Parameters(paramLabel = "DIR", description = "The folder; folders in it are watched, too.")
    private Path folder;

    @Mixin private HandoverOptions about;
    @Mixin private DataOption data;

    @Option(
            names = "--stable-for",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description =
                    "How long a file must keep its size and time to count as whole (default: ${DEFAULT-VALUE}).")
    private int stableSeconds;

    @Option(names = "--json", description = "A JSON document for each file, one a line.")
    private boolean json;

    private final JsonOutput output = new JsonOutput(true);
    private boolean folderWasAway;

    @Override
    public Integer call() throws Exception {
        about.needRep();
        if (!Files.isDirectory(folder)) {
            throw CommandFailure.input(folder + ": There is no such folder.", null);
        }
        StableFiles stable = new StableFiles(Duration.ofSeconds(Math.max(0, stableSeconds)));
        FileBatch batch = new FileBatch(json, output);
        try (FolderView view = new FolderView(folder, about::takes);
                Handover handover = Handover.forEver(data, Handover::sayWaiting)) {
            System.err.println("Watching %s; Ctrl-C ends it.".formatted(folder));
            while (true) {
                for (Path file : stable.ready(look(view), System.nanoTime())) {
                    stable.settle(file);
                    batch.run(List.of(file), one -> handOrPostpone(stable, handover, one));
                }
                view.await(stable.waiting() ? LOOK_WHILE_WAITING : LOOK_WHILE_IDLE);
            }
        }
    }

    private Map<Path, StableFiles.Look> look(FolderView view) {
        try {
            Map<Path, StableFiles.Look> found = view.files();
            folderWasAway = false;
            return found;
        } catch (IOException e) {
            if (!folderWasAway) {
                FileBatch.complain(folder, "cannot be read now (%s); waiting for it.".formatted(e));
            }
            folderWasAway = true;
            return Map.of();
        }
    }

    private void handOrPostpone(StableFiles stable, Handover handover, Path file)
            throws IOException, InterruptedException {
        try {
            hand(handover, file);
        } catch (CommandFailure e) {
            if (e.exitCode() == CommandFailure.MACHINE) { // the others are no good as they are
                stable.postpone(file, System.nanoTime());
            }
            throw e;
        } catch (IOException | RuntimeException e) {
            stable.postpone(file, System.nanoTime());
            throw e;
        }
    }

    private void hand(Handover handover, Path file) throws IOException, InterruptedException {
        Handover.Handed handed = handover.hand(file, about.of(folder, file), false);
        if (handed.known()) {
            return; // from an earlier watch: nothing new to say
        }
        if (json) {
            ObjectNode document = output.document(file);
            output.print(document.put("callId", handed.callId()));
        } else {
            System.out.println(Columns.plain("%s: %s".formatted(file, handed.callId())));
        }
    }
}
