package talktrack.api.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
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

    /** Why a file failed: for programs, for people, and whose fault it is. */
    private record Failure(String kind, String reason, int exitCode) {

        static Failure input(FailureKind kind, String reason) {
            return new Failure(kind.id(), reason, CommandFailure.INPUT);
        }

        static Failure machine(String reason) {
            return new Failure(FailureKind.INTERNAL.id(), reason, CommandFailure.MACHINE);
        }
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
            try {
                if (!Files.exists(file)) {
                    throw new NoSuchFileException(file.toString());
                } else if (Files.isDirectory(file)) {
                    failed(
                            file,
                            Failure.input(
                                    FailureKind.NOT_A_RECORDING, "This is a folder, not a file."));
                } else if (!Files.isRegularFile(file)) {
                    failed(
                            file,
                            Failure.input(
                                    FailureKind.NOT_A_RECORDING,
                                    "This is a pipe or a device, not a file: save the call as a file first."));
                } else {
                    work.on(file);
                }
            } catch (UnreadableRecording | IOException | RuntimeException e) {
                failed(file, failure(file, e));
            }
        }
        if (inputFailures > 0) {
            return CommandFailure.INPUT;
        }
        return machineFailures > 0 ? CommandFailure.MACHINE : 0;
    }

    /** How many files have failed so far. */
    int failures() {
        return inputFailures + machineFailures;
    }

    /** Whether something failed that is no file's fault, so that going on is in vain. */
    boolean machineFailed() {
        return machineFailures > 0;
    }

    private static Failure failure(Path file, Exception failure) {
        return switch (failure) {
            case UnreadableRecording e -> {
                log.info("unreadable kind={} cause={}", e.kind().id(), e.technicalCause());
                boolean machine = e.kind() == FailureKind.NO_SPEECH_MODEL;
                yield new Failure(
                        e.kind().id(),
                        e.reason(),
                        machine ? CommandFailure.MACHINE : CommandFailure.INPUT);
            }
            case CallFailed e -> new Failure(e.kind(), e.getMessage(), CommandFailure.INPUT);
            case CommandFailure e when e.exitCode() == CommandFailure.INPUT ->
                    new Failure("refused", e.getMessage(), CommandFailure.INPUT);
            case CommandFailure e -> Failure.machine(e.getMessage());
            case NoSuchFileException e when isAbout(file, e) ->
                    new Failure("missing-file", "There is no such file.", CommandFailure.INPUT);
            case AccessDeniedException e when isAbout(file, e) ->
                    notAllowed("Not allowed to read it.");
            case FileSystemException e ->
                    Failure.machine(
                            "%s cannot be used here (%s). If that is Talktrack's data folder, choose another one with --data."
                                    .formatted(e.getFile(), cause(e)));
            case FileNotFoundException e -> notAllowed(e.getMessage());
            case IOException e -> {
                log.info("reading failed", e);
                yield Failure.machine(
                        e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
            }
            default -> {
                log.error("reading failed", failure);
                yield Failure.machine(
                        "Something went wrong inside: %s. The log has the details%s."
                                .formatted(
                                        failure,
                                        Logs.file().map(log -> " (" + log + ")").orElse("")));
            }
        };
    }

    private static String cause(FileSystemException e) {
        return switch (e) {
            case NoSuchFileException missing -> "it does not exist";
            case AccessDeniedException closed -> "access is denied";
            default -> e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
        };
    }

    private static boolean isAbout(Path file, FileSystemException e) {
        return file.toString().equals(e.getFile());
    }

    private static Failure notAllowed(String reason) {
        return new Failure("not-allowed", reason, CommandFailure.INPUT);
    }

    private void failed(Path file, Failure failure) {
        if (failure.exitCode() == CommandFailure.MACHINE) {
            machineFailures++;
        } else {
            inputFailures++;
        }
        complain(file, failure.reason());
        if (json) {
            output.print(ReportJson.failure(file.toString(), failure.kind(), failure.reason()));
        }
    }

    /** A line on standard error about a file. */
    static void complain(Path file, String reason) {
        System.err.println(
                "talktrack: %s: %s"
                        .formatted(Columns.plain(file.toString()), Columns.plain(reason)));
    }
}
