package talktrack.api.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.calls.CallCommands;
import talktrack.api.calls.Upload;
import talktrack.api.documents.Documents;
import talktrack.models.demonstration.Demonstration;
import talktrack.models.events.Json;
import talktrack.models.labels.Language;

/**
 * Puts the invented calls into a folder of their own, once; their dates count back from the first
 * start.
 */
final class DemonstrationFeed {

    private static final Logger log = LoggerFactory.getLogger(DemonstrationFeed.class);

    /**
     * Remembers the first start, and whether all calls were handed in: calls deleted since then
     * stay deleted.
     */
    private record Mark(LocalDate firstStart, boolean complete) {}

    private final Path file;

    DemonstrationFeed(Path data) {
        this.file = data.resolve("demonstration.json");
    }

    /** Whether the folder is the demonstration's. */
    boolean marked() {
        return Files.exists(file);
    }

    /** Marks a new folder as the demonstration's. */
    void mark(ZoneId zone) throws IOException {
        if (!marked()) {
            write(new Mark(LocalDate.now(zone), false));
        }
    }

    /**
     * Hands the calls in that were not yet; the transcripts first: they take no time and fill the
     * heatmaps while the recordings are still being transcribed.
     */
    void feed(CallCommands calls, Documents documents, ZoneId zone)
            throws IOException, InterruptedException {
        Mark mark = read();
        if (mark.complete()) {
            return;
        }
        List<Demonstration.Call> all =
                Demonstration.calls().stream()
                        .sorted(Comparator.comparing(Demonstration.Call::kind).reversed())
                        .toList();
        for (Demonstration.Call call : all) {
            try (InputStream bytes = Demonstration.open(call)) {
                calls.upload(
                        new Upload(
                                call.fileName(),
                                call.rep(),
                                Optional.of(call.team()),
                                call.customer(),
                                Optional.of(call.startedAt(mark.firstStart(), zone).toInstant()),
                                Optional.of(call.language()),
                                call.channels(),
                                call.rep(),
                                Optional.empty(),
                                true,
                                Optional.empty(),
                                Optional.empty()),
                        bytes);
            }
        }
        for (Language language : Language.values()) {
            for (String name : Demonstration.handbook()) {
                try (InputStream bytes = Demonstration.openHandbook(language, name)) {
                    documents.add(name, language, bytes.readAllBytes(), true);
                }
            }
        }
        write(new Mark(mark.firstStart(), true));
        log.info("fed the demonstration calls={}", all.size());
    }

    private Mark read() throws IOException {
        JsonNode mark = Json.mapper().readTree(Files.readAllBytes(file));
        return new Mark(
                LocalDate.parse(mark.path("firstStart").asText()),
                mark.path("complete").asBoolean());
    }

    private void write(Mark mark) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        Files.write(
                temporary,
                Json.bytes(
                        Map.of(
                                "firstStart",
                                mark.firstStart().toString(),
                                "complete",
                                mark.complete())));
        Files.move(
                temporary,
                file,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
