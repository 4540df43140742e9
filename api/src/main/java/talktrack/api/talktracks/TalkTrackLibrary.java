package talktrack.api.talktracks;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.versions.Library;
import talktrack.api.versions.Library.Act;
import talktrack.models.corpora.ShippedTalkTracks;
import talktrack.models.events.Deletion;
import talktrack.models.events.TalkTrack;
import talktrack.models.events.TalkTrack.Status;
import talktrack.models.events.Topics;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;

/** All talk tracks with all their versions. */
public final class TalkTrackLibrary implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TalkTrackLibrary.class);

    private final Library<TalkTrack> library;

    public TalkTrackLibrary(String bootstrapServers, Clock clock) {
        library =
                new Library<>(
                        new TalkTrackKind(),
                        bootstrapServers,
                        Topics.TALK_TRACKS,
                        Topics.TALK_TRACK_VERSIONS,
                        clock);
    }

    /** The talk tracks that ship, in both languages. */
    public static List<TalkTrack> shipped() {
        return Arrays.stream(Language.values())
                .flatMap(language -> ShippedTalkTracks.in(language).stream())
                .toList();
    }

    /** Takes in what ships; whatever somebody here has changed or retired stays as it is. */
    public void publishShipped() {
        library.publish(shipped());
    }

    /** The newest versions, by id. */
    public List<TalkTrack> all() {
        return library.all();
    }

    /** The newest version of one. */
    public Optional<TalkTrack> find(String id) {
        return library.find(id);
    }

    Library<TalkTrack> library() {
        return library;
    }

    TalkTrack create(TalkTrackEdit edit) {
        Language language = library.right(() -> Label.parse(Language.class, edit.language()));
        return library.add(
                library.right(() -> edit.as(Library.newId(language), Optional.empty())),
                Library.status(edit.approve()),
                new Act(0, edit.author(), edit.changeNote()));
    }

    /** Adds a draft that was made of a call. */
    TalkTrack propose(TalkTrack draft) {
        return library.add(draft, Status.DRAFT, new Act(0, "", ""));
    }

    TalkTrack change(String id, TalkTrackEdit edit, int basedOn) {
        TalkTrack before = library.get(id);
        return library.change(
                library.right(() -> edit.as(id, before.minedFrom())),
                Library.status(edit.approve()),
                new Act(basedOn, edit.author(), edit.changeNote()));
    }

    /**
     * Removes the drafts that were made of this call's words and that nobody ever approved: the
     * words go with the call. What a coach has approved is the team's own text by then.
     */
    public void forget(Deletion deletion) {
        for (TalkTrack track : library.all()) {
            boolean ofIt =
                    track.minedFrom()
                            .filter(from -> from.callId().equals(deletion.callId()))
                            .filter(from -> from.revision() <= deletion.revision())
                            .isPresent();
            if (ofIt
                    && library.history(track.id()).stream()
                            .noneMatch(one -> one.status() == Status.APPROVED)) {
                library.forget(track.id());
                log.info("draft of a deleted call removed id={}", track.id());
            }
        }
    }

    @Override
    public void close() {
        library.close();
    }
}
