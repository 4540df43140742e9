package talktrack.api.talktracks;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.http.Problem;
import talktrack.api.versions.Difference;
import talktrack.api.versions.VersionStore;
import talktrack.api.versions.VersionStore.Change;
import talktrack.models.corpora.ShippedTalkTracks;
import talktrack.models.events.Deletion;
import talktrack.models.events.TalkTrack;
import talktrack.models.events.Topics;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;

/** All talk tracks with all their versions, and what people do with them. */
public final class TalkTrackLibrary implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TalkTrackLibrary.class);

    private final VersionStore<TalkTrack> store;
    private final Clock clock;

    public TalkTrackLibrary(String bootstrapServers, Clock clock) {
        store =
                new VersionStore<>(
                        bootstrapServers, Topics.TALK_TRACKS, Topics.TALK_TRACK_VERSIONS);
        this.clock = clock;
    }

    /** The talk tracks that ship, in both languages. */
    public static List<TalkTrack> shipped() {
        return Arrays.stream(Language.values())
                .flatMap(language -> ShippedTalkTracks.in(language).stream())
                .toList();
    }

    /**
     * Takes in the shipped talk tracks that are new, or newer than before; but whatever somebody
     * here has changed or retired stays as it is.
     */
    public void publishShipped() {
        List<Change<TalkTrack>> changes = new ArrayList<>();
        for (TalkTrack track : shipped()) {
            Optional<TalkTrack> there = store.find(track.id());
            int version = there.map(TalkTrack::version).orElse(0);
            boolean ours = there.flatMap(TalkTrack::changedAt).isEmpty();
            if (ours && version < track.version()) {
                changes.add(new Change<>(track, version));
            }
        }
        if (!changes.isEmpty()) {
            store.write(changes);
        }
        log.info("published shipped talk tracks count={}", changes.size());
    }

    /** The newest versions, by id. */
    public List<TalkTrack> all() {
        return store.newest();
    }

    /** The newest version of one. */
    public Optional<TalkTrack> find(String id) {
        return store.find(id);
    }

    TalkTrack get(String id) {
        return store.find(id).orElseThrow(TalkTrackLibrary::missing);
    }

    TalkTrack get(String id, int version) {
        return store.find(id, version)
                .orElseThrow(
                        () ->
                                new Problem(
                                        404,
                                        "no-such-version",
                                        "No such version",
                                        "There is no version %d of '%s'.".formatted(version, id),
                                        "GET /api/talk-tracks/{id}/versions lists all."));
    }

    /** All versions, newest first. */
    List<TalkTrack> history(String id) {
        get(id);
        return store.history(id);
    }

    List<Difference.Field> difference(String id, int from, int to) {
        return Difference.between(
                TalkTrackSheet.cells(get(id, from)), TalkTrackSheet.cells(get(id, to)));
    }

    TalkTrack create(TalkTrackEdit edit) {
        String id =
                "%s-own-%s"
                        .formatted(
                                edit.language().toLowerCase(Locale.ROOT),
                                UUID.randomUUID().toString().substring(0, 8));
        return write(made(edit, id, 1, Optional.empty()), 0);
    }

    TalkTrack change(String id, TalkTrackEdit edit, int basedOn) {
        return write(made(edit, id, basedOn + 1, Optional.of(get(id))), basedOn);
    }

    private TalkTrack made(
            TalkTrackEdit edit, String id, int version, Optional<TalkTrack> before) {
        try {
            return edit.as(
                    id, version, clock.instant(), before.flatMap(TalkTrack::minedFrom));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(
                    "The talk track cannot be kept: %s.".formatted(e.getMessage()),
                    "Nothing was changed.");
        }
    }

    /** Approves or retires it, as a version of its own. */
    TalkTrack become(String id, TalkTrack.Status status, int basedOn, String author, String note) {
        TalkTrack before = get(id);
        if (before.status() == status && before.version() == basedOn) {
            return before;
        }
        return write(copy(before, status, basedOn + 1, author, note), basedOn);
    }

    /** Makes an earlier version the newest again: as a draft, unless it is approved at once. */
    TalkTrack restore(String id, int version, int basedOn, String author, boolean approve) {
        return write(
                copy(
                        get(id, version),
                        approve ? TalkTrack.Status.APPROVED : TalkTrack.Status.DRAFT,
                        basedOn + 1,
                        author,
                        "as in version " + version),
                basedOn);
    }

    private TalkTrack copy(
            TalkTrack of, TalkTrack.Status status, int version, String author, String note) {
        return new TalkTrack(
                of.id(),
                of.language(),
                of.situation(),
                of.title(),
                of.text(),
                of.nextQuestion(),
                of.why(),
                of.keywords(),
                status,
                version,
                author,
                Optional.of(clock.instant()),
                note,
                of.minedFrom());
    }

    private TalkTrack write(TalkTrack track, int basedOn) {
        store.write(List.of(new Change<>(track, basedOn)));
        log.info(
                "talk track written id={} version={} status={}",
                track.id(),
                track.version(),
                ((Label) track.status()).id());
        return track;
    }

    /** Writes all of these or none. */
    void write(List<Change<TalkTrack>> changes) {
        if (!changes.isEmpty()) {
            store.write(changes);
        }
    }

    /**
     * Removes the drafts that were made of this call's words, and that nobody has approved: with
     * the call, its words go. What a coach has approved is the team's own text by then.
     */
    public void forget(Deletion deletion) {
        for (TalkTrack track : store.newest()) {
            boolean ofIt =
                    track.minedFrom()
                            .filter(from -> from.callId().equals(deletion.callId()))
                            .filter(from -> from.revision() <= deletion.revision())
                            .isPresent();
            boolean everApproved =
                    store.history(track.id()).stream()
                            .anyMatch(one -> one.status() == TalkTrack.Status.APPROVED);
            if (ofIt && !everApproved) {
                store.forget(track.id());
                log.info("draft of a deleted call removed id={}", track.id());
            }
        }
    }

    static Problem missing() {
        return new Problem(
                404,
                "no-such-talk-track",
                "No such talk track",
                "There is no talk track with this id.",
                "GET /api/talk-tracks lists all.");
    }

    @Override
    public void close() {
        store.close();
    }
}
