package talktrack.api.cases;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.versions.Library;
import talktrack.api.versions.Library.Act;
import talktrack.models.events.CaseStory;
import talktrack.models.events.Deletion;
import talktrack.models.events.Json;
import talktrack.models.events.SourceMoment;
import talktrack.models.events.TalkTrack.Status;
import talktrack.models.events.Topics;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;

/** All cases with all their versions. */
public final class CaseLibrary implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(CaseLibrary.class);

    private final Library<CaseStory> library;

    /** Call id → up to which revision it is gone. */
    private final Map<String, Integer> deleted = new ConcurrentHashMap<>();

    public CaseLibrary(String bootstrapServers, Clock clock) {
        library =
                new Library<>(
                        new CaseKind(),
                        bootstrapServers,
                        Topics.CASE_STORIES,
                        Topics.CASE_STORY_VERSIONS,
                        clock);
    }

    /** Invented examples of how a case is written; none can be approved. */
    static List<CaseStory> shipped() {
        return Arrays.stream(Language.values())
                .flatMap(language -> shipped(language).stream())
                .toList();
    }

    private static List<CaseStory> shipped(Language language) {
        String name = "/talktrack/case-stories/%s.json".formatted(language.id());
        try (InputStream in = CaseLibrary.class.getResourceAsStream(name)) {
            return Json.mapper().readValue(in, new TypeReference<List<CaseStory>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + name, e);
        }
    }

    /** Takes in the examples; what somebody has changed or retired stays as it is. */
    public void publishShipped() {
        library.publish(shipped());
    }

    Library<CaseStory> library() {
        return library;
    }

    CaseStory create(CaseEdit edit) {
        Language language = library.right(() -> Label.parse(Language.class, edit.language()));
        return library.add(
                library.right(() -> edit.as(Library.newId(language), Optional.empty(), false)),
                Library.status(edit.approve()),
                new Act(0, edit.author(), edit.changeNote()));
    }

    /** Adds a draft that was made of a call. */
    CaseStory propose(CaseStory draft) {
        return library.add(draft, Status.DRAFT, new Act(0, "", ""));
    }

    CaseStory change(String id, CaseEdit edit, int basedOn) {
        CaseStory before = library.get(id);
        return library.change(
                library.right(() -> edit.as(id, Optional.of(before), before.example())),
                Library.status(edit.approve()),
                new Act(basedOn, edit.author(), edit.changeNote()));
    }

    /**
     * Removes the drafts that the call proposed and that nobody ever approved, and takes the
     * approval from cases that rest on deleted calls and on nothing else: what proved them is gone.
     */
    public void forget(Deletion deletion) {
        deleted.merge(deletion.callId(), deletion.revision(), Math::max);
        for (CaseStory story : library.all()) {
            if (onlyProposed(story)) {
                library.forget(story.id());
                log.info("draft of a deleted call removed id={}", story.id());
                continue;
            }
            boolean gone =
                    !story.sources().isEmpty()
                            && story.document().isEmpty()
                            && story.sources().stream().allMatch(this::deleted);
            if (gone && story.status() == Status.APPROVED) {
                library.become(
                        story.id(),
                        Status.RETIRED,
                        new Act(story.version(), "", "the call that proved it was deleted"));
            }
        }
    }

    private boolean onlyProposed(CaseStory story) {
        return story.minedFrom().filter(this::deleted).isPresent()
                && library.history(story.id()).stream()
                        .noneMatch(one -> one.status() == Status.APPROVED);
    }

    private boolean deleted(SourceMoment from) {
        return from.revision() <= deleted.getOrDefault(from.callId(), 0);
    }

    /** The newest version of one. */
    public Optional<CaseStory> find(String id) {
        return library.find(id);
    }

    @Override
    public void close() {
        library.close();
    }
}
