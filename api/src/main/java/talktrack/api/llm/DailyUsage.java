package talktrack.api.llm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.Config.Llm.Limits;
import talktrack.models.events.Json;

/**
 * Counts what the language model is asked and says on one day, and refuses what goes beyond the
 * day's limits. The counts lie in a small file, so that a restart does not begin a new day.
 * Thread-safe.
 */
final class DailyUsage {

    private static final Logger log = LoggerFactory.getLogger(DailyUsage.class);

    /** Everybody's counts in the data folder. */
    static final String FILE = "llm-usage.json";

    private final Optional<Path> file;
    private final Limits limits;
    private final Clock clock;
    private Usage usage;

    /**
     * @param file of the counts; empty: nothing is kept
     */
    DailyUsage(Optional<Path> file, Limits limits, Clock clock) {
        this.file = file;
        this.limits = limits;
        this.clock = clock;
        this.usage =
                file.map(counts -> readFile(counts, LocalDate.now(clock)))
                        .orElseGet(() -> new Usage(LocalDate.now(clock), 0, 0));
    }

    /** What a data folder's server has used on a day. */
    static Usage read(Path data, LocalDate day) {
        return readFile(data.resolve(FILE), day);
    }

    private static Usage readFile(Path file, LocalDate day) {
        try {
            Usage kept =
                    Files.exists(file)
                            ? Json.read(Files.readAllBytes(file), Usage.class)
                            : new Usage(day, 0, 0);
            return day.equals(kept.day()) ? kept : new Usage(day, 0, 0);
        } catch (IOException e) {
            log.warn("counts of the language model's use are unreadable file={}", file, e);
            return new Usage(day, 0, 0);
        }
    }

    /**
     * Counts one request before it is sent.
     *
     * @return the limit that is reached, if the day's requests, tokens or money are used up; then
     *     it is not counted
     */
    synchronized Optional<String> request() {
        Usage today = today();
        Optional<String> exhausted = exhausted(today);
        if (exhausted.isEmpty()) {
            keep(new Usage(today.day(), today.requests() + 1, today.tokens()));
        }
        return exhausted;
    }

    synchronized void tokens(long count) {
        Usage today = today();
        keep(new Usage(today.day(), today.requests(), today.tokens() + count));
    }

    private Usage today() {
        LocalDate day = LocalDate.now(clock);
        return day.equals(usage.day()) ? usage : new Usage(day, 0, 0);
    }

    private Optional<String> exhausted(Usage today) {
        if (limits.requestsPerDay() > 0 && today.requests() >= limits.requestsPerDay()) {
            return Optional.of("talktrack.llm.requests-per-day");
        }
        if (limits.tokensPerDay() > 0 && today.tokens() >= limits.tokensPerDay()) {
            return Optional.of("talktrack.llm.tokens-per-day");
        }
        return limits.costPerDay() > 0 && today.cost(limits) >= limits.costPerDay()
                ? Optional.of("talktrack.llm.cost-per-day")
                : Optional.empty();
    }

    private void keep(Usage now) {
        usage = now;
        if (file.isEmpty()) {
            return;
        }
        Path temporary = file.get().resolveSibling(file.get().getFileName() + ".part");
        try {
            Files.write(temporary, Json.bytes(now));
            Files.move(
                    temporary,
                    file.get(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log.warn("cannot keep the counts of the language model's use file={}", file.get(), e);
        }
    }
}
