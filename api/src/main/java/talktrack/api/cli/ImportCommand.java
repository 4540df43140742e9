package talktrack.api.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import talktrack.models.events.Json;

/** Many recordings at once. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Hands all recordings of a folder, or those that a CSV file lists, to the running server. Run again, it goes on where it stopped.",
            "The CSV's first line names its columns: file (below the CSV's folder, or absolute), rep, team, customer, date, time, language, channels, repSpeaker, raw, kind, sale; what is left out comes from the options. In Chinese: 文件, 销售, 团队, 客户, 日期, 时间, 语言, 声道, 销售发言人, 原始格式, 通话类型, 销售规模."
        },
        footer = {
            "",
            "Example:  talktrack import calls.csv",
            "          where calls.csv has the lines  file,rep,customer,date  and  a/1.wav,Anna Brooks,Lake Street Clinic,2026-11-04 10:30",
            "          talktrack import /srv/archive --pattern '(?<rep>[^/]+)/(?<date>\\d{8})-.*'"
        })
final class ImportCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Parameters(paramLabel = "DIR|CSV", description = "A folder, or a list in UTF-8.")
    private Path source;

    @Mixin private HandoverOptions about;
    @Mixin private DataOption data;

    @Option(
            names = "--again",
            description =
                    "Send what was sent before, too; the server takes nothing twice, but calls that were deleted there come back.")
    private boolean again;

    @Option(names = "--json", description = "A JSON document for each file, one a line.")
    private boolean json;

    private final JsonOutput output = new JsonOutput(true);
    private int imported;
    private int known;

    /** A file and what is said of it, which may need a look at the file. */
    private record Planned(Path file, Facts facts) {}

    @FunctionalInterface
    private interface Facts {
        CallFields read() throws IOException;
    }

    @Override
    public Integer call() throws Exception {
        List<Planned> all = planned();
        FileBatch batch = new FileBatch(json, output);
        int code = 0;
        int done = 0;
        ServerClient.find(data).close(); // without one there is nothing to begin
        try (Handover handover = Handover.patientUpTo(PATIENCE, data, Handover::sayWaiting);
                ProgressLine line = new ProgressLine()) {
            for (Planned one : all) {
                line.at("importing %d of %d".formatted(done + 1, all.size()), done, all.size());
                code =
                        Math.max(
                                code,
                                batch.run(
                                        List.of(one.file()),
                                        file -> hand(handover, file, one.facts().read())));
                done++;
                if (batch.machineFailed()) {
                    break;
                }
            }
        }
        summarise(batch, all.size() - done);
        return batch.machineFailed() ? CommandFailure.MACHINE : code;
    }

    private List<Planned> planned() throws IOException {
        if (Files.isDirectory(source)) {
            about.needRep();
            try (FolderView view = new FolderView(source, about::takes)) {
                List<Planned> found =
                        view.files().keySet().stream()
                                .sorted()
                                .map(file -> new Planned(file, () -> about.of(source, file)))
                                .toList();
                if (found.isEmpty()) {
                    throw CommandFailure.input(
                            source
                                    + ": There are no recordings in it; --include says which names count.",
                            null);
                }
                return found;
            }
        }
        try {
            return ImportManifest.read(source).stream()
                    .map(row -> new Planned(row.file(), () -> about.fields(row.told(), row.file())))
                    .toList();
        } catch (NoSuchFileException e) {
            throw CommandFailure.input(source + ": There is no such file or folder.", e);
        } catch (IOException e) {
            throw CommandFailure.input(source + ": " + e.getMessage(), e);
        }
    }

    private void hand(Handover handover, Path file, CallFields fields)
            throws IOException, InterruptedException {
        Handover.Handed handed = handover.hand(file, fields, again);
        if (handed.known()) {
            known++;
        } else {
            imported++;
        }
        if (json) {
            ObjectNode document = output.document(file);
            output.print(document.put("callId", handed.callId()).put("known", handed.known()));
        }
    }

    private void summarise(FileBatch batch, int left) {
        int failed = batch.failures();
        if (json) {
            output.print(
                    Json.mapper()
                            .createObjectNode()
                            .put("imported", imported)
                            .put("known", known)
                            .put("failed", failed)
                            .put("left", left));
            return;
        }
        System.out.println(
                "%s: %d imported, %d were there before, %d failed%s"
                        .formatted(
                                source,
                                imported,
                                known,
                                failed,
                                left == 0
                                        ? ""
                                        : ", %d not tried: run the same command again to go on"
                                                .formatted(left)));
    }
}
