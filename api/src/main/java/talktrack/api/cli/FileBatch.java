package talktrack.api.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.cli.report.Columns;
import talktrack.api.cli.report.ReportJson;
import talktrack.ingest.UnreadableRecording;
import talktrack.models.labels.FailureKind;

/** The same work on several files, where one that fails does not stop the others. */
final class FileBatch {

    private static final Logger log = LoggerFactory.getLogger(FileBatch.class);

    /** What is done to one file. */
    @FunctionalInterface
    interface Work {
        void on(Path file) throws UnreadableRecording, IOException, InterruptedException;
    }

    private final boolean json;
    private final JsonOutput output;
    private int inputFailures;
    private int machineFailures;

    /**
     * @param json whether failures also stand, as documents, on standard output
     */
    FileBatch(boolean json, JsonOutput output) {
        this.json = json;
        this.output = output;
    }

    /** Works through the files in their order and returns the exit code. */
    int run(List<Path> files, Work work) throws InterruptedException {
        for (Path file : files) {
            one(file, work);
        }
        if (inputFailures > 0) {
            return CommandFailure.INPUT;
        }
        return machineFailures > 0 ? CommandFailure.MACHINE : 0;
    }

    private void one(Path file, Work work) throws InterruptedException {
        try {
            if (Files.isDirectory(file)) {
                failed(
                        file,
                        FailureKind.NOT_A_RECORDING.id(),
                        "This is a folder, not a file.",
                        CommandFailure.INPUT);
            } else if (!Files.exists(file)) {
                throw new NoSuchFileException(file.toString());
            } else {
                work.on(file);
            }
        } catch (UnreadableRecording e) {
            log.info("unreadable kind={} cause={}", e.kind().id(), e.technicalCause());
            boolean machine = e.kind() == FailureKind.NO_SPEECH_MODEL;
            failed(
                    file,
                    e.kind().id(),
                    e.reason(),
                    machine ? CommandFailure.MACHINE : CommandFailure.INPUT);
        } catch (NoSuchFileException e) {
            boolean itself = file.toString().equals(e.getFile());
            failed(
                    file,
                    itself ? "missing-file" : FailureKind.INTERNAL.id(),
                    itself ? "There is no such file." : "A file is missing: " + e.getFile(),
                    itself ? CommandFailure.INPUT : CommandFailure.MACHINE);
        } catch (CallFailed e) {
            failed(file, e.kind(), e.getMessage(), CommandFailure.INPUT);
        } catch (AccessDeniedException e) {
            failed(
                    file,
                    "not-allowed",
                    "Not allowed to open %s.".formatted(e.getFile()),
                    CommandFailure.INPUT);
        } catch (FileNotFoundException e) {
            failed(file, "not-allowed", e.getMessage(), CommandFailure.INPUT);
        } catch (CommandFailure e) {
            failed(
                    file,
                    e.exitCode() == CommandFailure.INPUT ? "refused" : FailureKind.INTERNAL.id(),
                    e.getMessage(),
                    e.exitCode());
        } catch (IOException e) {
            log.info("reading failed", e);
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            failed(file, FailureKind.INTERNAL.id(), reason, CommandFailure.MACHINE);
        }
    }

    private void failed(Path file, String kind, String reason, int exitCode) {
        if (exitCode == CommandFailure.MACHINE) {
            machineFailures++;
        } else {
            inputFailures++;
        }
        complain(file, reason);
        if (json) {
            output.print(ReportJson.failure(file.toString(), kind, reason));
        }
    }

    /** A line on standard error about a file. */
    static void complain(Path file, String reason) {
        System.err.println(
                "talktrack: %s: %s"
                        .formatted(Columns.plain(file.toString()), Columns.plain(reason)));
    }
}
