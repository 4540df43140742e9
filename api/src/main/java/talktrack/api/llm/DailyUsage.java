package talktrack.api.llm;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.Config.Llm.Limits;
import talktrack.models.events.Json;

/**
 * Counts what the language model is asked and says on one day, and refuses what goes beyond the
 * day's limits. The counts lie in a small file, so that a restart does not begin a new day, and a
 * command beside the server counts with it. Thread-safe.
 */
final class DailyUsage {

    private static final Logger log = LoggerFactory.getLogger(DailyUsage.class);

    /** Everybody's counts in the data folder. */
    static final String FILE = "llm-usage.json";

    /** A file's lock holds off other processes, but not this one's threads. */
    private static final ReentrantLock counting = new ReentrantLock();

    private final Optional<Path> file;
    private final Limits limits;
    private final Clock clock;
    private Usage unkept; // what the file has not; guarded by counting
    private Usage kept; // what the file had when it was last read or written; guarded by counting

    /**
     * @param file of the counts; empty: nothing is kept
     */
    DailyUsage(Optional<Path> file, Limits limits, Clock clock) {
        this.file = file;
        this.limits = limits;
        this.clock = clock;
        this.unkept = new Usage(LocalDate.now(clock), 0, 0);
        this.kept = unkept;
    }

    /** What a data folder's server has used on a day. */
    static Usage read(Path data, LocalDate day) {
        Usage none = new Usage(day, 0, 0);
        return readFile(data.resolve(FILE), none, none);
    }

    /**
     * @param none the day's counts where nothing was counted yet
     * @param last what to go on from when the file cannot be read
     */
    private static Usage readFile(Path file, Usage none, Usage last) {
        try {
            Usage kept =
                    Files.exists(file) ? Json.read(Files.readAllBytes(file), Usage.class) : none;
            return none.day().equals(kept.day()) ? kept : none;
        } catch (IOException e) {
            log.warn("counts of the language model's use are unreadable file={}", file, e);
            return last;
        }
    }

    /**
     * Counts one request before it is sent.
     *
     * @return the limit that is reached, if the day's requests, tokens or money are used up; then
     *     it is not counted
     */
    Optional<String> request() {
        return alone(
                () -> {
                    Usage today = today();
                    Optional<String> exhausted = exhausted(today);
                    if (exhausted.isEmpty()) {
                        add(today, 1, 0);
                    }
                    return exhausted;
                });
    }

    /** Takes a request back that was counted and is not sent. */
    void giveBack() {
        alone(
                () -> {
                    Usage today = today();
                    return today.requests() == 0 ? today : add(today, -1, 0); // after midnight
                });
    }

    void tokens(long count) {
        alone(() -> add(today(), 0, count));
    }

    /** Nobody else counts meanwhile; where the file cannot be locked, no other thread of ours. */
    private <T> T alone(Supplier<T> count) {
        counting.lock();
        try {
            Optional<FileChannel> locked = file.flatMap(DailyUsage::locked);
            try {
                return count.get();
            } finally {
                locked.ifPresent(DailyUsage::unlock);
            }
        } finally {
            counting.unlock();
        }
    }

    /** Not the counts themselves, in whose place another file is put. */
    private static Optional<FileChannel> locked(Path file) {
        try {
            FileChannel channel =
                    FileChannel.open(
                            file.resolveSibling(file.getFileName() + ".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            try {
                var unused = channel.lock(); // until the channel is closed
                return Optional.of(channel);
            } catch (IOException e) {
                unlock(channel);
                throw e;
            }
        } catch (IOException e) {
            log.warn("counts of the language model's use cannot be locked file={}", file, e);
            return Optional.empty();
        }
    }

    private static void unlock(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            log.warn("counts of the language model's use stay locked", e);
        }
    }

    /** What everybody has used. */
    private Usage today() {
        LocalDate day = LocalDate.now(clock);
        Usage none = new Usage(day, 0, 0);
        if (!day.equals(unkept.day())) {
            unkept = none;
            kept = none;
        }
        kept = file.map(counts -> readFile(counts, none, kept)).orElse(none);
        return kept.plus(unkept.requests(), unkept.tokens());
    }

    private Usage add(Usage today, long requests, long tokens) {
        Usage after = today.plus(requests, tokens);
        if (keep(after)) {
            kept = after;
            unkept = new Usage(today.day(), 0, 0);
        } else {
            unkept = unkept.plus(requests, tokens);
        }
        return after;
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

    private boolean keep(Usage now) {
        if (file.isEmpty()) {
            return false;
        }
        Path temporary = file.get().resolveSibling(file.get().getFileName() + ".part");
        try {
            Files.write(temporary, Json.bytes(now));
            Files.move(
                    temporary,
                    file.get(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            log.warn("cannot keep the counts of the language model's use file={}", file.get(), e);
            return false;
        }
    }
}
