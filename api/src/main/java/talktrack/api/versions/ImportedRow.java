package talktrack.api.versions;

import talktrack.models.events.TalkTrack;
import talktrack.models.labels.Label;

/**
 * What a row of an imported file does.
 *
 * @param line in the file, from 1
 */
public record ImportedRow(int line, String id, String title, TalkTrack.Status status, What what) {

    /** Whether there was one before, and another. */
    public enum What implements Label {
        NEW,
        CHANGED,
        SAME
    }
}
