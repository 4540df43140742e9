package talktrack.ingest.transcripts;

import java.util.ArrayList;
import java.util.List;

/**
 * What was read so far. Ends a reading for which nobody waits any more, and one of a file that is
 * no single call, before it has filled the memory.
 */
final class CueList {

    /** A whole working day of speech, an utterance every three seconds. */
    private static final int MOST_UTTERANCES = 10_000;

    /** Subtitles are pieces of utterances. */
    private static final int MOST_SUBTITLES = 50_000;

    private final List<Cue> cues = new ArrayList<>();
    private final int most;
    private final String what;

    private CueList(int most, String what) {
        this.most = most;
        this.what = what;
    }

    static CueList ofUtterances() {
        return new CueList(MOST_UTTERANCES, "utterances");
    }

    /** Before they are joined to utterances. */
    static CueList ofSubtitles() {
        return new CueList(MOST_SUBTITLES, "subtitles");
    }

    /**
     * @throws Malformed when a call has no more
     * @throws InterruptedException when the reading is to stop
     */
    void add(Cue cue) throws Malformed, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (cues.size() == most) {
            throw new Malformed(
                    "it has more than %d %s, more than a working day of talk; save each call by itself"
                            .formatted(most, what));
        }
        cues.add(cue);
    }

    /** Of the last cue; empty when there is none. */
    String lastName() {
        return cues.isEmpty() ? "" : cues.getLast().name();
    }

    int size() {
        return cues.size();
    }

    List<Cue> all() {
        return List.copyOf(cues);
    }
}
