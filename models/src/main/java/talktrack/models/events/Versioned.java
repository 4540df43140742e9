package talktrack.models.events;

import java.time.Instant;
import java.util.Optional;

/** What people keep in the library and change: every version of it stays readable. */
public sealed interface Versioned permits TalkTrack, CaseStory {

    /** Names it through all versions. */
    String id();

    /** Counts from 1; a change is the next number. */
    int version();

    TalkTrack.Status status();

    /** Who made this version, as that person writes it; empty for what ships with Talktrack. */
    String author();

    /** When this version was made; absent for what ships with Talktrack. */
    Optional<Instant> changedAt();

    /** What is new in this version, in a few words; may be empty. */
    String changeNote();

    /** The key of one version, in the topic that keeps them all. */
    static String key(String id, int version) {
        return id + "/" + version;
    }
}
