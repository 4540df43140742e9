package talktrack.api.versions;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.http.Problem;
import talktrack.api.sheets.Sheet;
import talktrack.api.versions.Kind.Stamp;
import talktrack.api.versions.VersionStore.Change;
import talktrack.models.events.TalkTrack.Status;
import talktrack.models.events.Topic;
import talktrack.models.events.Versioned;
import talktrack.models.labels.Language;

/**
 * All of one kind with all versions, and what people do with them. What somebody writes is a draft;
 * approving and retiring are versions of their own, so that the history says who did it.
 */
public final class Library<V extends Versioned> implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Library.class);
    private static final int MOST_NOTE = 200;

    /** At a start on a busy machine Kafka may be slow to take the first transaction. */
    private static final RetryPolicy<Object> UNTIL_TAKEN =
            RetryPolicy.builder()
                    .handleIf(failure -> failure instanceof Problem one && one.status() == 503)
                    .withDelay(Duration.ofSeconds(1))
                    .withMaxRetries(-1)
                    .withMaxDuration(Duration.ofMinutes(2))
                    .build();

    private final Kind<V> kind;
    private final VersionStore<V> store;
    private final Clock clock;

    /**
     * @param newest has the newest version of each
     * @param versions has all of them
     */
    public Library(
            Kind<V> kind,
            String bootstrapServers,
            Topic<V> newest,
            Topic<V> versions,
            Clock clock) {
        this.kind = kind;
        this.clock = clock;
        store = new VersionStore<>(bootstrapServers, newest, versions);
    }

    /**
     * @param version the one that the sender saw
     * @param note may be empty
     */
    public record Act(int version, String author, String note) {
        public Act {
            author = author == null ? "" : author.strip();
            note = note == null ? "" : note.strip();
            if (author.length() > MOST_NOTE || note.length() > MOST_NOTE) {
                throw Problem.badRequest(
                        "Author and note have %d characters at most.".formatted(MOST_NOTE),
                        "Shorten it; nothing was changed.");
            }
        }
    }

    /** The status of what somebody writes. */
    public static Status status(boolean approved) {
        return approved ? Status.APPROVED : Status.DRAFT;
    }

    /**
     * What somebody wrote, as a record or a part of one.
     *
     * @param made throws {@link IllegalArgumentException} with a clause for people
     * @throws Problem 400 with that clause
     */
    public <T> T right(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(
                    "The %s cannot be kept: %s.".formatted(kind.what(), e.getMessage()),
                    "Nothing was changed.");
        }
    }

    /** The newest versions, by id. */
    public List<V> all() {
        return store.newest();
    }

    /** The newest version of one. */
    public Optional<V> find(String id) {
        return store.find(id);
    }

    /**
     * @throws Problem 404 when there is no such one
     */
    public V get(String id) {
        return store.find(id)
                .orElseThrow(
                        () ->
                                new Problem(
                                        404,
                                        "no-such-" + kind.id(),
                                        "No such " + kind.what(),
                                        "There is no %s with this id.".formatted(kind.what()),
                                        "Look for it in the list of all."));
    }

    /**
     * @throws Problem 404 when there is no such version
     */
    public V get(String id, int version) {
        return store.find(id, version)
                .orElseThrow(
                        () ->
                                new Problem(
                                        404,
                                        "no-such-version",
                                        "No such version",
                                        "There is no version %d of '%s'.".formatted(version, id),
                                        "The list of its versions names all."));
    }

    /** All versions of one, newest first. */
    public List<V> history(String id) {
        get(id);
        return store.history(id);
    }

    /** What differs between two versions of one. */
    public List<Difference.Field> difference(String id, int from, int to) {
        return Difference.between(kind.cells(get(id, from)), kind.cells(get(id, to)));
    }

    /** An id for a new one. */
    public static String newId(Language language) {
        return "%s-own-%s".formatted(language.id(), UUID.randomUUID().toString().substring(0, 8));
    }

    /**
     * Adds one.
     *
     * @param status a draft, or approved at once
     */
    public V add(V value, Status status, Act act) {
        return write(value, status, new Act(0, act.author(), act.note()));
    }

    /** Puts this in the place of the version that the act names. */
    public V change(V value, Status status, Act act) {
        get(value.id());
        return write(value, status, act);
    }

    /** Approves or retires one; nothing when it is so already. */
    public V become(String id, Status status, Act act) {
        V before = get(id);
        return before.status() == status && before.version() == act.version()
                ? before
                : write(before, status, act);
    }

    /** Makes an earlier version the newest again, as a version of its own. */
    public V restore(String id, int version, Status status, Act act) {
        return write(get(id, version), status, act);
    }

    private V write(V value, Status status, Act act) {
        if (status == Status.APPROVED) {
            try {
                kind.checkApproval(value);
            } catch (IllegalArgumentException e) {
                throw Problem.badRequest(
                        "This %s cannot be approved: %s.".formatted(kind.what(), e.getMessage()),
                        "Nothing was changed.");
            }
        }
        V stamped =
                kind.stamped(
                        value,
                        new Stamp(
                                status,
                                act.version() + 1,
                                act.author(),
                                clock.instant(),
                                act.note()));
        store.write(List.of(new Change<>(stamped, act.version())));
        log.info(
                "{} written id={} version={} status={}",
                kind.what(),
                stamped.id(),
                stamped.version(),
                stamped.status().name().toLowerCase(Locale.ROOT));
        return stamped;
    }

    /**
     * Takes in what ships, as far as it is new or newer; whatever somebody here has changed stays.
     */
    public void publish(List<V> shipped) {
        Failsafe.with(UNTIL_TAKEN).run(() -> publishOnce(shipped));
    }

    private void publishOnce(List<V> shipped) {
        List<Change<V>> changes =
                shipped.stream()
                        .filter(one -> !changedHere(one.id()) && version(one.id()) < one.version())
                        .map(one -> new Change<>(one, version(one.id())))
                        .toList();
        write(changes);
        log.info("published what ships kind={} count={}", kind.id(), changes.size());
    }

    private boolean changedHere(String id) {
        return store.find(id).flatMap(Versioned::changedAt).isPresent();
    }

    private int version(String id) {
        return store.find(id).map(Versioned::version).orElse(0);
    }

    /** A file of all these. */
    public Sheet sheet(List<V> values) {
        return new Sheet(
                kind.columns(),
                values.stream()
                        .map(one -> new Sheet.Row(0, SheetImport.cells(kind, one)))
                        .toList());
    }

    /**
     * What a file would change; nothing is written.
     *
     * @throws Problem 400 naming every line that is wrong
     */
    public SheetImport<V> read(Sheet sheet) {
        return SheetImport.of(sheet, kind, store::find, clock.instant());
    }

    /** Writes all of these or none. */
    public void write(List<Change<V>> changes) {
        if (!changes.isEmpty()) {
            store.write(changes);
        }
    }

    /** Removes one with all its versions, for good. */
    public void forget(String id) {
        store.forget(id);
    }

    /** The columns of its files. */
    public List<Sheet.Column> columns() {
        return kind.columns();
    }

    @Override
    public void close() {
        store.close();
    }
}
