package talktrack.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.failsafe.RetryPolicyBuilder;
import dev.failsafe.function.CheckedPredicate;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files to the running server: the one way that {@code upload}, {@code watch} and {@code import}
 * share. Waits for a server that is away, up to its patience, and looks for it anew.
 */
final class Handover implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Handover.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final DataOption data;
    private final RetryPolicy<Object> patience;
    private ServerClient server;
    private HandoverJournal journal;

    /**
     * What became of a file.
     *
     * @param known whether the server had it before, so that nothing was sent
     */
    record Handed(String callId, boolean known) {}

    /**
     * For many files, each of which has its turn once.
     *
     * @param atMost how long to wait for a server that is away or takes nothing now
     * @param waiting hears, once for each time that this begins, why we wait
     */
    static Handover patientUpTo(Duration atMost, DataOption data, Consumer<String> waiting) {
        return new Handover(data, Handover::mayPass, Optional.of(atMost), waiting);
    }

    /**
     * For files that come again when something failed: waits, for ever, only for a server that is
     * away, so that no file keeps the others from it.
     */
    static Handover forEver(DataOption data, Consumer<String> waiting) {
        return new Handover(data, Handover::isAway, Optional.empty(), waiting);
    }

    private Handover(
            DataOption data,
            CheckedPredicate<Throwable> waitsFor,
            Optional<Duration> waitAtMost,
            Consumer<String> waiting) {
        this.data = data;
        RetryPolicyBuilder<Object> builder =
                RetryPolicy.builder()
                        .handleIf(waitsFor)
                        .withBackoff(FIRST_PAUSE, LONGEST_PAUSE)
                        .withMaxRetries(-1)
                        .onRetryScheduled(
                                event -> {
                                    forgetServer();
                                    if (event.getAttemptCount() == 1) {
                                        waiting.accept(event.getLastException().getMessage());
                                    }
                                });
        waitAtMost.ifPresent(builder::withMaxDuration);
        patience = builder.build();
    }

    /**
     * Hands a file over, unless the journal says that the server has it.
     *
     * @param again sends it even then
     */
    Handed hand(Path file, CallFields fields, boolean again)
            throws IOException, InterruptedException {
        return patiently(
                () -> {
                    String key = HandoverJournal.key(file, fields.rep());
                    Optional<String> known = again ? Optional.empty() : journal().callOf(key);
                    if (known.isPresent()) {
                        return new Handed(known.get(), true);
                    }
                    String callId = send(server(), file, fields).path("callId").asText();
                    journal().write(key, callId);
                    return new Handed(callId, false);
                });
    }

    /** A line on standard error: why nothing goes on for now. */
    static void sayWaiting(String why) {
        System.err.println(
                "talktrack: %s Waiting for it …"
                        .formatted(why == null ? "the connection broke off." : why));
    }

    /** Sends one file; what the server answers. */
    static JsonNode send(ServerClient server, Path file, CallFields fields)
            throws IOException, InterruptedException {
        try (InputStream readable = Files.newInputStream(file)) {
            log.debug("sending bytes={}", readable.available());
        }
        UploadForm form = new UploadForm(fields.form(), file);
        try (ProgressLine line = new ProgressLine()) {
            return server.send(
                    server.request("/api/recordings")
                            .header("Content-Type", form.contentType())
                            .POST(
                                    form.body(
                                            sent ->
                                                    line.at(
                                                            "uploading " + file.getFileName(),
                                                            (double) sent,
                                                            (double) form.length())))
                            .build());
        }
    }

    private <T> T patiently(dev.failsafe.function.CheckedSupplier<T> work)
            throws IOException, InterruptedException {
        try {
            return Failsafe.with(patience).get(work);
        } catch (CommandFailure e) {
            forgetServer(); // another one may be there for the next file, with another token
            throw e;
        } catch (FailsafeException e) {
            forgetServer();
            switch (e.getCause()) {
                case IOException known -> throw known;
                case InterruptedException known -> throw known;
                default -> throw e;
            }
        }
    }

    private static boolean isAway(Throwable failure) {
        return failure instanceof CommandFailure known
                && known.exitCode() == CommandFailure.MACHINE
                && known.httpStatus() == 0;
    }

    /** Whether the same may go well later: the server is away, or has no room; no file's fault. */
    private static boolean mayPass(Throwable failure) {
        return switch (failure) {
            case CommandFailure known -> known.exitCode() == CommandFailure.MACHINE;
            case FileSystemException file -> false;
            case FileNotFoundException file -> false;
            case IOException connection -> true;
            default -> false;
        };
    }

    private ServerClient server() throws IOException {
        if (server == null) {
            server = ServerClient.find(data);
        }
        return server;
    }

    private HandoverJournal journal() throws IOException {
        if (journal == null) {
            journal = HandoverJournal.in(server().folder());
        }
        return journal;
    }

    private void forgetServer() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    @Override
    public void close() {
        forgetServer();
    }
}
