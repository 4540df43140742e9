package talktrack.ingest;

import talktrack.models.events.CallProgress;

/** Hears how far the reading of one file has come; called from the reading threads, so be quick. */
@FunctionalInterface
public interface Progress {

    /** Nobody listens. */
    Progress NONE = (stage, doneSeconds, totalSeconds) -> {};

    /**
     * @param doneSeconds of the recording in this stage
     * @param totalSeconds of the recording; 0 while unknown
     */
    void at(CallProgress.Stage stage, double doneSeconds, double totalSeconds);
}
