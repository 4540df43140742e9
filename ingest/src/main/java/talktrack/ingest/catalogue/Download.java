package talktrack.ingest.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.models.events.Json;

/**
 * Fetches one file over HTTP into {@code FILE.part}, in as many pieces as the network makes of it.
 * A part that is there already is gone on with when the server still has the same file, by its ETag
 * or date, else by its size; otherwise it starts anew.
 */
final class Download {

    private static final Logger log = LoggerFactory.getLogger(Download.class);
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+)");
    private static final int FRUITLESS_TRIES = 5;
    private static final long MOST_BYTES = 8L << 30;

    /** Room for the file and, beside it, for what it unpacks to. */
    private static final int ROOM = 3;

    /**
     * How patient it is.
     *
     * @param answer how long until the server answers, and until it sends something more
     */
    record Patience(Duration firstPause, Duration longestPause, Duration answer) {
        static final Patience USUAL =
                new Patience(Duration.ofSeconds(1), Duration.ofSeconds(20), Duration.ofSeconds(30));
    }

    /** What the part is a part of; lies beside it. */
    private record Origin(String address, String validator, long totalBytes) {}

    private final HttpClient http;
    private final URI address;
    private final OptionalLong expectedBytes;
    private final Path part;
    private final Path origin;
    private final DiskSpace disk;
    private final InstallProgress progress;
    private final Patience patience;
    private int fruitless;

    Download(
            HttpClient http,
            URI address,
            OptionalLong expectedBytes,
            Path part,
            DiskSpace disk,
            InstallProgress progress,
            Patience patience) {
        this.http = http;
        this.address = address;
        this.expectedBytes = expectedBytes;
        this.part = part;
        this.origin = part.resolveSibling(part.getFileName() + ".json");
        this.disk = disk;
        this.progress = progress;
        this.patience = patience;
    }

    /** The server, or the way to it, failed in a way that may pass. */
    private static final class Passing extends IOException {
        private static final long serialVersionUID = 1;

        Passing(String message) {
            super(message);
        }
    }

    /**
     * Fetches until the part is whole.
     *
     * @throws ModelProblem when the server refuses or the network does not come back; what was
     *     fetched stays for the next time
     */
    void run() throws ModelProblem, IOException, InterruptedException {
        RetryPolicy<Object> policy =
                RetryPolicy.builder()
                        .handle(IOException.class)
                        .withMaxRetries(-1)
                        .withBackoff(patience.firstPause(), patience.longestPause())
                        .abortIf((result, failure) -> fruitless >= FRUITLESS_TRIES)
                        .onRetry(
                                retry ->
                                        log.info(
                                                "download goes on address={} after={}",
                                                address,
                                                String.valueOf(retry.getLastException())))
                        .build();
        try {
            Failsafe.with(policy).run(this::attempt);
        } catch (FailsafeException e) {
            switch (e.getCause()) {
                case ModelProblem problem -> throw problem;
                case InterruptedException stopped -> throw stopped;
                case IOException failed -> throw brokenOff(failed);
                default -> throw e;
            }
        }
    }

    /** Forgets everything that was fetched. */
    void discard() throws IOException {
        Files.deleteIfExists(part);
        Files.deleteIfExists(origin);
    }

    private ModelProblem brokenOff(IOException failure) throws IOException {
        long have = size();
        return new ModelProblem(
                "%s could not be fetched whole: %s. %s"
                        .formatted(
                                address,
                                failure.getMessage() == null
                                        ? "the server cannot be reached"
                                        : failure.getMessage(),
                                have > 0
                                        ? "The %s that came stay; the same command goes on from there."
                                                .formatted(Bytes.text(have))
                                        : "Is there a way to the internet from here? A file fetched elsewhere can be installed with --from FILE."),
                failure);
    }

    private void attempt() throws ModelProblem, IOException, InterruptedException {
        long before = size();
        try {
            fetchRest();
        } catch (IOException e) {
            fruitless = size() > before ? 0 : fruitless + 1;
            try {
                disk.orFullAsProblem(e);
            } catch (ModelProblem full) {
                discard();
                throw full;
            }
            throw e;
        }
    }

    private void fetchRest() throws ModelProblem, IOException, InterruptedException {
        long have = size();
        Origin known = origin();
        boolean resumable = have > 0 && known != null && known.address().equals(address.toString());
        if (resumable && have == known.totalBytes()) {
            return;
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(patience.answer()).GET();
        if (resumable && have < known.totalBytes()) {
            request.header("Range", "bytes=" + have + "-");
            if (!known.validator().isEmpty()) {
                request.header("If-Range", known.validator());
            }
        }
        HttpResponse<InputStream> answer =
                http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            switch (answer.statusCode()) {
                case 200 -> keep(body, 0, begin(answer));
                case 206 -> goOn(answer, body, known, have);
                case 416 -> {
                    discard();
                    throw new Passing("the server has another file than the one begun");
                }
                default -> throw refusal(answer.statusCode());
            }
        }
    }

    private void goOn(HttpResponse<InputStream> answer, InputStream body, Origin known, long have)
            throws ModelProblem, IOException {
        Matcher range =
                CONTENT_RANGE.matcher(answer.headers().firstValue("Content-Range").orElse(""));
        if (known == null
                || !range.matches()
                || Long.parseLong(range.group(1)) != have
                || Long.parseLong(range.group(2)) != known.totalBytes()) {
            discard();
            throw new Passing("the server has another file than the one begun");
        }
        disk.need(known.totalBytes() - have);
        keep(body, have, known.totalBytes());
    }

    /** A new file: what it is, and whether it is the one wanted. */
    private long begin(HttpResponse<InputStream> answer) throws ModelProblem, IOException {
        long total = answer.headers().firstValueAsLong("Content-Length").orElse(0);
        if (total > 0 && expectedBytes.isPresent() && total != expectedBytes.getAsLong()) {
            throw new ModelProblem(
                    "%s has %,d bytes there, and the model's file has %,d: it is another file, so nothing was fetched."
                            .formatted(address, total, expectedBytes.getAsLong()));
        }
        disk.need(total * ROOM);
        discard();
        String validator =
                answer.headers()
                        .firstValue("ETag")
                        .filter(tag -> !tag.startsWith("W/")) // a weak one promises no same bytes
                        .or(() -> answer.headers().firstValue("Last-Modified"))
                        .orElse("");
        Files.write(origin, Json.bytes(new Origin(address.toString(), validator, total)));
        return total;
    }

    private void keep(InputStream body, long from, long total) throws ModelProblem, IOException {
        long most = total > 0 ? total : expectedBytes.orElse(MOST_BYTES);
        long done = from;
        byte[] buffer = new byte[1 << 16];
        try (StallGuard guard = new StallGuard(body, patience.answer());
                OutputStream out =
                        Files.newOutputStream(
                                part, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                guard.alive();
                done += read;
                if (done > most) {
                    discard();
                    throw new ModelProblem(
                            "%s sends more than the %,d bytes of the model's file: it is another file."
                                    .formatted(address, most));
                }
                out.write(buffer, 0, read);
                look(read);
                progress.at(InstallProgress.Step.DOWNLOADING, done, Math.max(total, 0));
            }
        }
        if (total > 0 && done < total) {
            throw new Passing("the connection ended at %,d of %,d bytes".formatted(done, total));
        }
    }

    private void look(int written) throws ModelProblem, IOException {
        try {
            disk.wrote(written);
        } catch (ModelProblem full) {
            discard();
            throw full;
        }
    }

    private IOException refusal(int status) throws ModelProblem {
        if (status == 408 || status == 429 || status >= 500) {
            return new Passing("the server answered " + status);
        }
        throw new ModelProblem(
                "%s cannot be fetched: the server answered %d%s"
                        .formatted(
                                address,
                                status,
                                status == 404
                                        ? ", there is no such file. Look at the address, or name another one with --source."
                                        : "."));
    }

    private Origin origin() throws IOException {
        try {
            return Json.read(Files.readAllBytes(origin), Origin.class);
        } catch (NoSuchFileException | JsonProcessingException e) {
            return null; // nothing was begun, or a crash cut it: start anew
        }
    }

    private long size() throws IOException {
        return Files.exists(part) ? Files.size(part) : 0;
    }
}
